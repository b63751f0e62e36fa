import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Band, bars, type Count, lines, quantile, spanBefore, spanOf } from './waited.ts'

const day = new Date('2026-06-10T23:59:59Z')

test('a span ends with today, and the one before ends the day before it begins', () => {
  expect(spanOf(7, day)).toEqual({ from: '2026-06-04', to: '2026-06-10' })
  expect(spanBefore(spanOf(7, day), 7)).toEqual({ from: '2026-05-28', to: '2026-06-03' })
})

test('ninety days have a bar for each six, the last one ends today, and nobody who asked is lost', () => {
  const span = spanOf(90, day)
  const each = [span.from, '2026-06-04', '2026-06-05', span.to].map((it, n) => ({
    ...{ day: it, asked: 10 ** n, answered: n, inTime: 1 },
  }))
  const found = bars(each, span, 90)
  expect(found).toHaveLength(15)
  expect([found[0]?.asked, found.at(-2)?.asked, found.at(-1)?.asked]).toEqual([1, 10, 1100])
  expect([found.at(-2)?.to, found.at(-1)?.to]).toEqual(['2026-06-04', '2026-06-10'])
})

const counts: Count[] = [
  count('a', 'Mail', 'question', { asked: 5, answered: 2, pending: 1, promised: 4, inTime: 2 }),
  count('a', 'Mail', 'complaint', { asked: 1, answered: 1, inTime: 1 }),
  count('b', 'Feed', 'question', { asked: 7, answered: 7, closed: 2, reopened: 1 }),
  count('b', 'Feed', null, { closed: 3 }),
]
const bands: Band[] = [
  { roomId: 'a', intent: 'question', band: 0, answers: 2, shortest: 1, longest: 2 },
  { roomId: 'a', intent: 'complaint', band: 16, answers: 1, shortest: 4, longest: 4 },
]

test('rooms and intents have a line each, and all is their sum; what only ended belongs to no intent', () => {
  const { all, rooms, intents } = lines({ counts, bands }, { counts: counts.slice(3), bands: [] })
  expect(all).toMatchObject({ asked: 13, answered: 10, due: 12, promised: 4, inTime: 3, closed: 5, reopened: 1 })
  expect(all).toMatchObject({ median: 120, before: { asked: 0, closed: 3, median: null } })
  expect(rooms.map(({ name, asked, closed }) => [name, asked, closed])).toEqual([
    ['Feed', 7, 5],
    ['Mail', 6, 0],
  ])
  expect(intents.map(({ key, asked, closed }) => [key, asked, closed])).toEqual([
    ['question', 12, 2],
    ['complaint', 1, 0],
  ])
})

test('a quantile of bands is between neighbours, exact for two in a band, and never wrong by more than a band', () => {
  const minutes = fc.array(fc.double({ min: 0.2, max: 50_000, noNaN: true }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(0.5, 0.9), (waits, share) => {
      const sorted = waits.toSorted((a, b) => a - b)
      const place = share * (sorted.length - 1)
      const [below = 0, above = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
      const exact = below + (above - below) * (place - Math.floor(place))
      const banded = banding(sorted)
      const found = quantile(banded, share) ?? 0
      const error = Math.abs(found / exact - 1)
      expect(error).toBeLessThan(2 ** (1 / 8) - 1)
      if (banded.every(({ answers }) => answers <= 2)) expect(error).toBeLessThan(1e-9)
    }),
  )
  expect(quantile([], 0.5)).toBeNull()
})

function banding(sorted: readonly number[]) {
  const byBand = Map.groupBy(sorted, (it) => Math.floor(8 * Math.log2(it)))
  return [...byBand.values()].map((them) => ({
    ...{ answers: them.length, shortest: them[0] ?? 0, longest: them.at(-1) ?? 0 },
  }))
}

function count(roomId: string, room: string, intent: string | null, of: Partial<Count>): Count {
  const none = { asked: 0, answered: 0, pending: 0, promised: 0, inTime: 0, closed: 0, reopened: 0 }
  return { ...none, roomId, room, intent, ...of }
}
