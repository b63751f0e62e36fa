import { expect, test } from 'vitest'
import { closer, mostHeld, roomFor, type Touch, touchOf } from './tie.ts'

const day = (n: number) => new Date(Date.UTC(2026, 5, 1 + n, 12))
const every14 = { closeness: 'friend', everyDays: 14, since: day(0) } as const

const cases: [what: string, contact: Date | null, now: Date, is: Touch['is']][] = [
  ['the first days', null, day(5), 'in-touch'],
  ['less than a day before', null, new Date(day(13).getTime() + 1), 'due'],
  ['on the day', null, day(14), 'due'],
  ['a day after', null, day(15), 'overdue'],
  ['twice the rhythm in silence', null, day(28), 'losing'],
  ['a word of theirs on the way starts it anew', day(10), day(15), 'in-touch'],
  ['what was said before the tie was made counts for nothing', day(-30), day(5), 'in-touch'],
]
test.each(cases)('%s', (_what, contact, now, is) => {
  expect(touchOf(every14, contact, now).is).toBe(is)
})

test('without a rhythm nothing is ever due', () => {
  expect(touchOf({ ...every14, everyDays: null }, null, day(700))).toEqual({ is: 'in-touch', dueAt: null })
})

test('nobody has room for the 151st', () => {
  expect([roomFor(0), roomFor(149), roomFor(mostHeld), roomFor(200)]).toEqual([150, 1, 0, 0])
})

test('of two ties the closer one stays', () => {
  expect([closer('regular', 'friend'), closer('regular', 'acquaintance')]).toEqual(['friend', 'regular'])
})
