import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acme, ada, noon, said } from '../../test/cast.ts'
import { freshDatabase, freshWorkspace } from '../../test/database.ts'
import { heldClock, squareRoom } from '../../test/house.ts'
import { sql } from '../db/db.ts'
import { type Charter, noCharter, promisedMinutes } from '../domain/charter/charter.ts'
import { calendarOf, type Span } from '../domain/charter/hours.ts'
import { points } from '../domain/objective/counted.read.ts'
import { writeCharter } from '../flows/charter.ts'
import { reckoning, reckonSome } from './reckoning.ts'

const { db } = await freshDatabase()

const nineToFive: readonly Span[] = [['09:00', '17:00']]
const berlin = {
  zone: 'Europe/Berlin',
  week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
  holidays: ['2026-06-04', '06-17'],
}
const charters: readonly Charter[] = [
  noCharter,
  { ...noCharter, hours: berlin, promises: { any: 240 } },
  { ...noCharter, hours: berlin, promises: { any: 960, complaint: 60 } },
  { ...noCharter, hours: berlin },
  { ...noCharter, promises: { complaint: 30 } },
  { ...noCharter, hours: { ...berlin, week: Array(7).fill([]) }, promises: { any: 60 } },
]
const texts = ['When do you open?', 'My cake came crushed, and why is nobody answering?']

const room = fc.nat(1)
const happening = fc.oneof(
  { weight: 5, arbitrary: fc.record({ is: fc.constant('asks' as const), room, text: fc.nat(1) }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('answer' as const), which: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('charter' as const), room, charter: fc.nat(charters.length - 1) }),
  },
)
const history = fc.array(fc.tuple(happening, fc.integer({ min: 1, max: 3000 })), { minLength: 10, maxLength: 40 })

/** Answered after its time was over, and after the room began to promise less: it stays late. */
const lateThenRelaxed: typeof history extends fc.Arbitrary<infer H> ? H : never = [
  [{ is: 'charter', room: 0, charter: 1 }, 1],
  [{ is: 'asks', room: 0, text: 0 }, 1],
  [{ is: 'charter', room: 0, charter: 0 }, 23 * 60],
  [{ is: 'answer', which: 0 }, 1],
]

/** The room began to promise less while there was time: that holds. */
const relaxedInTime: typeof lateThenRelaxed = [
  [{ is: 'charter', room: 0, charter: 1 }, 1],
  [{ is: 'asks', room: 0, text: 0 }, 1],
  [{ is: 'charter', room: 0, charter: 0 }, 60],
  [{ is: 'answer', which: 0 }, 23 * 60 - 10],
]

type Question = { id: string; room: number; at: Date; labels: string[]; due: Date | null; answered: Date | null }

/** By a reading of its own: of everything that happened, in order. */
const dueOf = (charter: Charter, { at, labels }: Pick<Question, 'at' | 'labels'>): Date | null => {
  const minutes = promisedMinutes(charter, labels)
  return minutes === null ? new Date(at.getTime() + 86_400_000) : calendarOf(charter.hours).after(at, minutes)
}

test('whatever happens, an answer is in time by what its room promised while there was time', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (happenings) => {
      const { workspace, kit } = await freshWorkspace(db)
      const clock = heldClock(noon)
      const rooms = [0, 1].map(() =>
        squareRoom({ house: { db, clock, seal: (it: unknown) => it } as never }, workspace),
      )
      const held = await Promise.all(rooms)
      const standing: Charter[] = [noCharter, noCharter]
      const questions: (Question & { open: number | null })[] = []
      for (const [it, minutes] of happenings) {
        clock.move(minutes * 60_000)
        const now = clock.now()
        if (it.is === 'asks') {
          const id = `q${questions.length}`
          await held[it.room]?.say(said(id, { ...ada, id }, texts[it.text] ?? '', { at: now }))
          const labels = await db.in(workspace, (tx) =>
            tx.row<{ labels: string[] }>(
              sql`select labels from message where external_id = ${id} and workspace_id = ${workspace}`,
            ),
          )
          const asked = { id, room: it.room, at: now, labels: labels?.labels ?? [], answered: null, open: null }
          questions.push({ ...asked, due: dueOf(standing[it.room] ?? noCharter, asked) })
        } else if (it.is === 'answer') {
          const asked = questions.filter(({ answered }) => answered === null)[it.which]
          if (!asked) continue
          await held[asked.room]?.say(said(`a-${asked.id}`, acme, 'At seven.', { at: now, inReplyTo: asked.id }))
          asked.answered = now
          asked.open = calendarOf(standing[asked.room]?.hours ?? null).within(asked.at, now)
        } else {
          const charter = charters[it.charter] ?? noCharter
          standing[it.room] = charter
          await db.in(workspace, (tx) => writeCharter(tx, held[it.room]?.roomId ?? '', charter, { by: kit, at: now }))
          for (const asked of questions)
            if (asked.room === it.room && asked.answered === null && (asked.due === null || asked.due > now))
              asked.due = dueOf(charter, asked)
        }
        await reckonSome(db)
      }
      clock.move(86_400_000)
      const now = clock.now()
      const settled = questions.flatMap(({ due, answered }) => {
        const at = answered && due ? (answered < due ? answered : due) : (answered ?? due)
        return at && at <= now ? [{ at, inTime: answered !== null && (due === null || answered <= due) }] : []
      })
      const told = await db.look(workspace, (tx) =>
        points(
          tx,
          { id: workspace, measure: 'answered-in-time', baseline: 0, due: '2027-06-01', createdAt: noon },
          now,
          53,
        ),
      )
      for (const { at, value } of told) {
        const inSpan = settled.filter((it) => it.at <= at && it.at.getTime() > at.getTime() - 28 * 86_400_000)
        const plain = inSpan.length === 0 ? null : (100 * inSpan.filter(({ inTime }) => inTime).length) / inSpan.length
        expect(value).toEqual(plain === null ? null : expect.closeTo(plain, 9))
      }
      const open = await db.look(workspace, (tx) =>
        tx.rows<{ id: string; open: number | null }>(sql`
          select m.external_id as id, a.open_minutes as open from asking a join message m on m.id = a.message_id
          where a.workspace_id = ${workspace} order by a.at`),
      )
      expect(open).toEqual(
        questions.map(({ id, open }) => ({ id, open: open === null ? null : expect.closeTo(open, 6) })),
      )
    }),
    { numRuns: 12, examples: [[lateThenRelaxed], [relaxedInTime]] },
  )
}, 120_000)

test('what fails in one workspace holds up no other', async () => {
  const clock = heldClock(noon)
  const asking = async (charter: Charter) => {
    const { workspace, kit } = await freshWorkspace(db)
    const { roomId, say } = await squareRoom({ house: { db, clock, seal: (it: unknown) => it } as never }, workspace)
    const promise = (charter: Charter) =>
      db.in(workspace, (tx) => writeCharter(tx, roomId, charter, { by: kit, at: noon }))
    await promise(charter)
    await say(said('q', ada, 'When do you open?'))
    const due = () =>
      db.look(workspace, (tx) =>
        tx.row<{ due: Date | null }>(sql`select due_at as due from asking where workspace_id = ${workspace}`),
      )
    return { due, promise }
  }
  const nowhere = { ...noCharter, hours: { ...berlin, zone: 'Nowhere/None' }, promises: { any: 60 } }
  const all = [await asking(noCharter), await asking(nowhere), await asking(noCharter)] as const
  await expect(reckonSome(db)).rejects.toThrow(/time zone/)
  expect((await Promise.all(all.map(({ due }) => due()))).map((it) => it?.due !== null)).toEqual([true, false, true])

  await all[1].promise(noCharter)
  await reckonSome(db)
  expect((await all[1].due())?.due).not.toBe(null)
})

test('a day that takes long to count is counted again less often, in a twentieth of the time', async () => {
  const { workspace } = await freshWorkspace(db)
  const clock = heldClock(noon)
  const { say } = await squareRoom({ house: { db, clock, seal: (it: unknown) => it } as never }, workspace)
  const ended = new AbortController()
  const counts = new Set<string>()
  let looks = 0
  // Every transaction takes five seconds, and somebody asks while it sleeps.
  const slowly = {
    ...db,
    in: (async (of, work) => {
      clock.move(5_000)
      return db.in(of, work)
    }) as typeof db.in,
  }
  const sleep = async (ms: number) => {
    clock.move(ms)
    const counted = await db.in(workspace, (tx) =>
      tx.row<{ by: string }>(sql`select xmin::text as by from waited_day where workspace_id = ${workspace} limit 1`),
    )
    if (counted) counts.add(counted.by)
    if (++looks === 60) ended.abort()
    await say(said(`q${looks}`, ada, 'When do you open?', { at: clock.now() }))
  }
  await reckoning({ db: slowly, clock: { ...clock, sleep }, log: () => {} }, ended.signal)
  const minutes = (clock.now().getTime() - noon.getTime()) / 60_000
  expect(counts.size).toBeGreaterThan(1)
  expect(counts.size).toBeLessThan(minutes)
})
