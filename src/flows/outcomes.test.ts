import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acme, ada, bo, noon } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { deskWithObjectives, untold } from '../../test/objectives.ts'
import { sql } from '../db/db.ts'
import { change } from '../domain/conversation/conversation.store.ts'
import { close } from '../domain/conversation/conversation.ts'
import { OutcomeMissing } from '../domain/outcome/outcome.store.ts'
import {
  dispute,
  type Outcome,
  type Change as OutcomeChange,
  putBack,
  settleDispute,
  withdraw,
} from '../domain/outcome/outcome.ts'
import { foldCells } from '../domain/return/cell.store.ts'
import { groupings, sums } from '../domain/return/return.read.ts'
import { newId } from '../lib/ids.ts'
import { beat, correctCare } from './care.ts'
import { changeOutcome, sayUpshot, takeUpshotBack } from './outcomes.ts'

const { db, ownerUrl } = await freshDatabase()
const counter = new pg.Client({ connectionString: ownerUrl })
const countAnew = readFileSync(new URL('../../test/figures/return.sql', import.meta.url), 'utf8')
beforeAll(() => counter.connect())
afterAll(() => counter.end())

const HOUR = 3600_000

type Desk = Awaited<ReturnType<typeof deskWithObjectives>>

/** What the desk tells, as the script gives it. */
const told = (desk: Desk) =>
  desk.inside(async (tx) => {
    const of = { objective: null, room: null, question: null, from: null, to: null }
    const all = await Promise.all(
      groupings.map(async (by) =>
        (await sums(tx, by, of, 1000)).map(({ name: _, ...it }) => ({ grouping: by as string, ...it })),
      ),
    )
    return all.flat().toSorted(inOrder)
  })
const counted = async (desk: Desk) =>
  (await counter.query(countAnew, [desk.workspace])).rows
    .map(({ firstCents, lastCents, sharedCents, seconds, ...it }) => ({
      ...it,
      ...{
        firstCents: Number(firstCents),
        lastCents: Number(lastCents),
        sharedCents: Number(sharedCents),
        seconds: Number(seconds),
      },
    }))
    .toSorted(inOrder)
const inOrder = (a: { grouping: string; key: string | null; currency: string }, b: typeof a) =>
  `${a.grouping} ${a.key} ${a.currency}`.localeCompare(`${b.grouping} ${b.key} ${b.currency}`)

test('an order is credited to the words of ours that came before it, whatever the room', async () => {
  const desk = await deskWithObjectives(db)
  const asked = await desk.say(0, ada, 'Do you bake almond cake?')
  await desk.say(0, acme, 'We do', asked)
  desk.clock.move(HOUR)
  const elsewhere = await desk.say(1, ada, 'Is the almond cake fresh?')
  await desk.say(1, acme, 'Since this morning', elsewhere)
  desk.clock.move(HOUR)
  const [talk] = await desk.talks()
  await desk.write({ objective: desk.objectives[0] as string, conversation: talk?.id as string })
  desk.clock.move(HOUR)
  const later = await desk.say(1, ada, 'Thank you')
  await desk.say(1, acme, 'Gladly', later)
  const of = { objective: null, room: null, question: null, from: null, to: null }
  const byRoom = await desk.inside((tx) => sums(tx, 'room', of, 10))
  expect(
    byRoom.map(({ key, firstCents, lastCents, sharedCents }) => [key, firstCents, lastCents, sharedCents]),
  ).toEqual([
    [desk.rooms[1]?.roomId, 0, 1999, 1000],
    [desk.rooms[0]?.roomId, 1999, 0, 999],
  ])
  expect(await told(desk)).toEqual(await counted(desk))
})

test('what it took is set against what came of it, also where nobody had said what the talk was for', async () => {
  const desk = await deskWithObjectives(db)
  await desk.say(1, ada, 'My cake came crushed')
  const [talk] = await desk.talks()
  const conversation = talk?.id as string
  const spend = () => desk.inside((tx) => beat(tx, [{ conversation, reading: 30, writing: 30 }], desk.done(), newId))
  await spend()
  await desk.write({ objective: desk.objectives[1] as string, conversation, valueCents: 900 })
  desk.clock.move(HOUR * 24)
  await spend()
  const of = { objective: null, room: null, question: null, from: null, to: null }
  const sumsOf = await desk.inside((tx) => sums(tx, 'objective', of, 10))
  expect(sumsOf.map(({ key, seconds }) => [key, seconds])).toEqual([
    [desk.objectives[1], 0],
    [desk.objectives[1], 120],
  ])
  expect(await told(desk)).toEqual(await counted(desk))
})

test('the same key is written down once', async () => {
  const desk = await deskWithObjectives(db)
  const order = { objective: desk.objectives[1] as string, key: 'order 7', valueCents: 500 }
  const first = await desk.write(order)
  expect(await desk.write({ ...order, valueCents: 900 })).toEqual({ ...first, fresh: false })
  expect(await told(desk)).toMatchObject([{ outcomes: 1, sharedCents: 500 }, {}, {}, {}])
})

test('what was said at closing is replaced by what is said later, and taken back whole', async () => {
  const desk = await deskWithObjectives(db)
  await desk.say(0, ada, 'My cake came crushed')
  const [talk] = await desk.talks()
  const id = talk?.id as string
  const say = (it: Parameters<typeof sayUpshot>[2]) => desk.inside((tx) => sayUpshot(tx, id, it, desk.done(), newId))
  await desk.inside((tx) => change(tx, id, noon, (now) => close(now, desk.done())))
  await say({ said: 'later', askOn: '2026-06-08' })
  await say({ said: 'something', outcome: { ...untold, objective: desk.objectives[0] as string } })
  expect((await told(desk))[0]).toMatchObject({ outcomes: 1 })
  await say({ said: 'nothing' })
  expect(await told(desk)).toEqual([])
  expect(await desk.inside((tx) => takeUpshotBack(tx, id, desk.done()))).toBe(true)
  expect(await desk.inside((tx) => takeUpshotBack(tx, id, desk.done()))).toBe(false)
  expect(await desk.inside((tx) => tx.rows(sql`select from upshot`))).toEqual([])
})

test('an outcome of another workspace is not there', async () => {
  const [here, there] = [await deskWithObjectives(db), await deskWithObjectives(db)]
  const written = await there.write({ objective: there.objectives[0] as string })
  const id = written.is === 'written' ? written.id : ''
  await expect(here.inside((tx) => changeOutcome(tx, id, putBack, here.done()))).rejects.toThrow(OutcomeMissing)
})

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('say' as const), room: fc.nat(1), who: fc.nat(1), on: fc.nat(9) }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('answer' as const), room: fc.nat(1), on: fc.nat(9) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ is: fc.constant('outcome' as const), objective: fc.nat(1), talk: fc.nat(9), tied: fc.boolean() },
      ...{ value: fc.option(fc.nat(10_000)), currency: fc.constantFrom(null, 'CHF'), hoursAgo: fc.nat(900) },
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constantFrom('dispute', 'settle', 'withdraw', 'put back' as const),
      which: fc.nat(9),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('beat' as const),
      talk: fc.nat(9),
      reading: fc.nat(120),
      writing: fc.nat(60),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('correct' as const), which: fc.nat(9), minutes: fc.option(fc.nat(60)) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('tie' as const), room: fc.nat(1), to: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('fold' as const) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 1200 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

test('whatever is said, spent, written down, disputed and withdrawn: each sum is what a count from the rows gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 45 }), async (steps) => {
      const desk = await deskWithObjectives(db)
      const heard: string[][] = [[], []]
      for (const it of steps) await act(desk, heard, it)
      expect(await told(desk)).toEqual(await counted(desk))
    }),
    { numRuns: 25 },
  )
}, 240_000)

const questions = ['Do you bake almond cake?', 'When do you open on Sunday?', 'My cake came crushed.', 'Good morning']
const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]

async function act(desk: Desk, heard: string[][], it: Step): Promise<void> {
  desk.clock.move(1000)
  const outcome = async (which: number) =>
    pick(await desk.inside((tx) => tx.rows<{ id: string }>(sql`select id from outcome order by id`)), which)?.id
  switch (it.is) {
    case 'say':
    case 'answer': {
      const who = it.is === 'answer' ? acme : it.who === 0 ? ada : bo
      const said = heard[it.room] ?? []
      const parent = it.on < 4 && it.is === 'say' ? undefined : pick(said, it.on)
      if (it.is === 'answer' && !parent) return
      said.push(await desk.say(it.room, who, questions[it.on % questions.length] as string, parent ?? null))
      return
    }
    case 'outcome': {
      const talk = pick(await desk.talks(), it.talk)
      await desk.write({
        objective: desk.objectives[it.objective] as string,
        conversation: it.tied ? (talk?.id ?? null) : null,
        person: it.tied ? null : (talk?.personId ?? null),
        valueCents: it.value,
        currency: it.currency,
        at: new Date(desk.clock.now().getTime() - it.hoursAgo * HOUR),
      })
      return
    }
    case 'dispute':
    case 'settle':
    case 'withdraw':
    case 'put back': {
      const id = await outcome(it.which)
      if (id) await desk.inside((tx) => changeOutcome(tx, id, rules[it.is](desk), desk.done()))
      return
    }
    case 'beat': {
      const talk = pick(await desk.talks(), it.talk)
      const { reading, writing } = it
      if (talk) await desk.inside((tx) => beat(tx, [{ conversation: talk.id, reading, writing }], desk.done(), newId))
      return
    }
    case 'correct': {
      const row = pick(
        await desk.inside((tx) => tx.rows<{ id: string }>(sql`select id from care order by id`)),
        it.which,
      )
      if (row) await desk.inside((tx) => correctCare(tx, row.id, it.minutes, desk.done()))
      return
    }
    case 'tie':
      await desk.inside((tx) =>
        tx.run(
          sql`update room set objective_id = ${desk.objectives[it.to] ?? null} where id = ${desk.rooms[it.room]?.roomId}`,
        ),
      )
      return
    case 'fold':
      return desk.inside(foldCells)
    case 'pass':
      desk.clock.move(it.hours * HOUR)
  }
}

const rules: Record<'dispute' | 'settle' | 'withdraw' | 'put back', (desk: Desk) => (now: Outcome) => OutcomeChange> = {
  dispute: (desk) => (now) => dispute(now, { ...desk.done(), why: 'paid by voucher' }),
  settle: () => settleDispute,
  withdraw: (desk) => (now) => withdraw(now, desk.done()),
  'put back': () => putBack,
}
