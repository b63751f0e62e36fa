import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acme, ada, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { reckonSome } from '../../jobs/reckoning.ts'
import type { BehindWaited, Figures, Waited, WaitedLine } from './shapes.waited.ts'

const { db, ownerUrl } = await freshDatabase()
const clock = heldClock(new Date('2026-06-01T08:00:00Z'))
const opened = await openHouse(db, clock)
const counter = new pg.Client({ connectionString: ownerUrl })
const countAnew = readFileSync(new URL('../../../test/figures/waited.sql', import.meta.url), 'utf8')
beforeAll(() => counter.connect())
afterAll(async () => {
  await counter.end()
  await opened.close()
})

const kit = await founder(opened, 'Waited')
const rooms = [await squareRoom(opened, kit.workspace), await squareRoom(opened, kit.workspace)]
const nineToFive = [['09:00', '17:00']]
const charter = {
  ...{ purpose: '', tone: [], good: '', bad: '', etiquette: '', never: '', ownerId: null },
  hours: {
    zone: 'Europe/Berlin',
    week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
    holidays: ['2026-06-04'],
  },
  promises: { any: 240, complaint: 60 },
}
const words = [
  'When do you open?',
  'My cake came crushed, and why is nobody answering?',
  'Could you send me a cake, please?',
]

/** Three weeks and a half: somebody asks every five hours; some are answered sooner, some later, some never; some ends do not last. */
beforeAll(async () => {
  await kit.call('PUT', `/rooms/${rooms[0]?.roomId}/charter`, charter)
  const after: { at: number; act: () => Promise<unknown> }[] = []
  const later = (minutes: number, act: () => Promise<unknown>) =>
    after.push({ at: clock.now().getTime() + minutes * 60_000, act })
  for (let n = 0; n < 110; n++) {
    const room = rooms[n % 2]
    const who = { ...ada, id: `a${n}`, name: `Ada ${n}` }
    await room?.say(said(`q${n}`, who, words[n % 3] ?? '', { at: clock.now() }))
    if (n % 4 !== 3)
      later(17 + ((n * 389) % 3100), async () =>
        room?.say(said(`r${n}`, acme, 'At seven.', { at: clock.now(), inReplyTo: `q${n}` })),
      )
    if (n % 5 === 0) {
      const talk = (await kit.call('GET', '/conversations?view=all&order=newest')).body.items?.[0]?.id
      later(4000, () => kit.call('POST', `/conversations/${talk}/closure`))
      if (n % 10 === 0) later(4100 + n, () => kit.call('DELETE', `/conversations/${talk}/closure`))
    }
    clock.move(293 * 60_000)
    for (const due of after.splice(0).toSorted((a, b) => a.at - b.at))
      if (due.at <= clock.now().getTime()) await due.act()
      else after.push(due)
    if (n % 30 === 29) {
      await reckonSome(db)
      // One who only asked, and one whose talk was closed too.
      for (const bot of [n, n - 4]) {
        const id = (await kit.call('GET', `/people?q=Ada%20${bot}`)).body.items?.[0]?.id
        await kit.call('PUT', `/people/${id}/kind`, { kind: 'bot' })
      }
    }
  }
  await reckonSome(db)
}, 120_000)

const behind = async (query: string) =>
  (await kit.call('GET', `/care/waited/behind?${query}`)).body as unknown as BehindWaited

/** What changes what a day was counted from, long after it. */
const changes: Record<string, () => Promise<unknown>> = {
  'a message is understood otherwise': async () => {
    const { items } = await behind('days=30&which=asked')
    await kit.call('PUT', `/messages/${items[3]?.id}/understanding`, { complaint: true })
    await kit.call('PUT', `/messages/${items[4]?.id}/understanding`, { question: false })
  },
  'a human is a bot, and a bot a human': async () => {
    const [bot, human] = await Promise.all(
      [29, 40].map(async (n) => (await kit.call('GET', `/people?q=Ada%20${n}`)).body.items?.[0]?.id),
    )
    expect((await kit.call('PUT', `/people/${bot}/kind`, { kind: 'human' })).status).toBe(200)
    expect((await kit.call('PUT', `/people/${human}/kind`, { kind: 'bot' })).status).toBe(200)
  },
  'what was closed opens again': async () => {
    const { items } = await behind('days=30&which=closed')
    const still = items.find(({ until }) => until === null)
    expect((await kit.call('DELETE', `/conversations/${still?.conversationId}/closure`)).status).toBe(200)
  },
  'somebody is forgotten': async () => {
    const { items } = await behind('days=30&which=closed')
    const { person } = (await kit.call('GET', `/conversations/${items[0]?.conversationId}`)).body as {
      person?: { id: string }
    }
    expect((await kit.call('DELETE', `/people/${person?.id}`)).status).toBe(200)
  },
}

const page = async (days: number) => (await kit.call('GET', `/care/waited?days=${days}`)).body as unknown as Waited
const anew = async (from: Date, to: Date): Promise<Record<string, Figures>> => {
  const { rows } = await counter.query(countAnew, [kit.workspace, from, to, clock.now()])
  return Object.fromEntries(rows.map(({ key, ...it }) => [key, it]))
}
const zero = {
  asked: 0,
  answered: 0,
  due: 0,
  promised: 0,
  inTime: 0,
  median: null,
  ninety: null,
  closed: 0,
  reopened: 0,
}
/** Of many waits in a day within one band, some are taken to lie between its shortest and its longest. */
const nearly = (seconds: number | null) => seconds && expect.closeTo(seconds, Math.ceil(-Math.log10(seconds / 100)))
const near = (it: Figures) => ({ ...it, median: nearly(it.median), ninety: nearly(it.ninety) })

test.each([7, 30, 90])('%d days and as many before are what plain SQL counts from what was said', async (days) => {
  const found = await page(days)
  await equalsPlainSql(found)
  expect(found.all.asked).toBeGreaterThan(20)
  expect(found.bars.reduce((sum, { asked }) => sum + asked, 0)).toBe(found.all.asked)
  expect(found.bars.reduce((sum, { inTime }) => sum + inTime, 0)).toBe(found.all.inTime)
})

async function equalsPlainSql(found: Waited): Promise<void> {
  const { days } = found
  const from = new Date(found.from)
  const [to, before] = [days, -days].map((it) => new Date(from.getTime() + it * 86_400_000)) as [Date, Date]
  const [lately, earlier] = [await anew(from, to), await anew(before, from)]
  const lines = [found.all, ...found.rooms, ...found.intents]
  expect(new Set(lines.map(({ key }) => key))).toEqual(
    new Set([...Object.keys(lately), ...Object.keys(earlier), 'all']),
  )
  for (const { key, name: _, before, ...figures } of lines) {
    expect([key, figures]).toEqual([key, near(lately[key] ?? zero)])
    expect([key, before]).toEqual([key, near(earlier[key] ?? zero)])
  }
}

test.each(Object.keys(changes))('days long past are counted anew when %s', async (what) => {
  const before = await page(30)
  await changes[what]?.()
  await reckonSome(db)
  const found = await page(30)
  expect(found.all).not.toEqual(before.all)
  await equalsPlainSql(found)
})

test('each number opens as many talks as it says', async () => {
  const found = await page(30)
  const shown = {
    ...{ asked: 'asked', answered: 'answered', inTime: 'in-time' },
    ...{ closed: 'closed', reopened: 'reopened' },
  } as const
  const lines: [WaitedLine, string][] = [
    [found.all, ''],
    ...found.rooms.map((it): [WaitedLine, string] => [it, `&room=${it.key}`]),
    ...found.intents.map((it): [WaitedLine, string] => [it, `&intent=${it.key}`]),
  ]
  for (const [line, of] of lines)
    for (const number of ['asked', 'answered', 'inTime', 'closed', 'reopened'] as const) {
      const which = shown[number]
      const { items, all } = await behind(`days=30&to=${found.to}&which=${which}${of}`)
      expect([line.key, which, all, items.length]).toEqual([line.key, which, line[number], line[number]])
      if (which === 'closed') expect(items.filter(({ until }) => until !== null)).toHaveLength(line.reopened)
    }
  expect((await behind(`days=30&to=${found.to}&which=late`)).all).toBe(found.all.due - found.all.inTime)
  const { items } = await behind(`days=30&to=${found.to}&which=longest`)
  expect(items.map(({ waited }) => waited)).toEqual(
    items.map(({ waited }) => waited).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
  )
})

test('the figures are a file, of either span; another span is refused', async () => {
  const file = (await kit.call('GET', '/care/waited.csv?days=7')).body as unknown as string
  const { all } = await page(7)
  expect(file).toContain(`all,all,last,${all.asked},${all.answered},${all.due},${all.promised},${all.inTime},`)
  expect(file).toContain(`all,all,before,${all.before.asked},`)
  expect((await kit.call('GET', '/care/waited?days=8')).status).toBe(422)
  expect((await kit.call('GET', '/care/waited.csv?days=8')).status).toBe(422)
})
