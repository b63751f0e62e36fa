import { expect, test } from 'vitest'
import { type Where, whereWeAre } from './where.ts'

const day = (n: number) => new Date(Date.UTC(2026, 5, 1 + n))
/** From 60 to 80 in ten days: two a day. */
const way = { baseline: 60, target: 80, due: '2026-06-10', createdAt: day(0) }
const falling = { ...way, baseline: 80, target: 60 }

const cases: [what: string, where: Where['is'], from: typeof way, value: number | null, now: Date][] = [
  ['on the line', 'ahead', way, 70, day(5)],
  ['just below it', 'ahead', way, 69, day(5)],
  ['well below it', 'behind', way, 68.9, day(5)],
  ['the moment it was made', 'ahead', way, 60, new Date(day(0).getTime() + 60_000)],
  ['at the target before its day', 'reached', way, 80, day(1)],
  ['the last hour of the last day', 'behind', way, 78, new Date(day(10).getTime() - 3_600_000)],
  ['the day after', 'missed', way, 79, day(10)],
  ['at the target when its day is over', 'reached', way, 81, day(30)],
  ['less is more', 'ahead', falling, 69, day(5)],
  ['nobody said a number', 'unknown', way, null, day(5)],
  ['nobody ever said a number', 'missed', way, null, day(10)],
]
test.each(cases)('%s: %s', (_what, is, from, value, now) => expect(whereWeAre(from, value, now).is).toBe(is))

test('half way in half the time', () => {
  expect(whereWeAre(way, 70, day(5))).toEqual({ is: 'ahead', share: 0.5, expected: 70 })
})

test('who went back is less than nowhere', () => {
  expect(whereWeAre(way, 50, day(5)).share).toBe(-0.5)
})
