import { expect, test } from 'vitest'
import { isCalm, ordinary, type Past, pastHours, rules, unusual } from './storm.ts'
import { chanceOf } from './tail.ts'

/** Hours that alternate, `many` of them. */
const hours = (many: number, ...counts: (number | null)[]): Past =>
  Array.from({ length: many }, (_, at) => counts[at % counts.length] ?? null)
const counted = (said: number, unhappy = 0, people: number | null = said) => ({ said, unhappy, people })
const quiet = { said: hours(pastHours, 1, 0, 0, 0), unhappy: hours(pastHours, 0) }

test('much more than an hour of the week has is a storm, with the ordinary beside it', () => {
  expect(unusual(counted(20), quiet)).toMatchObject({ is: 'loud', messages: 20 })
  expect(unusual(counted(20), quiet)?.ordinary).toBeLessThan(1)
})

test('what is no storm', () => {
  const cases: [why: string, now: ReturnType<typeof counted>, past: typeof quiet][] = [
    ['too few', counted(rules.least.messages - 1), quiet],
    ['one who writes often', counted(20, 20, 2), quiet],
    ['an ordinary hour of a busy listener', counted(30), { said: hours(pastHours, 40), unhappy: hours(pastHours, 0) }],
    ['nobody knows yet what is ordinary', counted(50), { said: hours(23, 0), unhappy: hours(23, 0) }],
    // By chance alone a Poisson of 1 has 6 or more in six of ten thousand half hours; 49 of 20 in none, but it is no storm.
    ['what chance brings', counted(6), { said: hours(pastHours, 2), unhappy: hours(pastHours, 0) }],
    ['twice as busy as ever', counted(49), { said: hours(pastHours, 40), unhappy: hours(pastHours, 0) }],
    [
      'a listener that always comes in bursts',
      counted(12),
      { said: hours(pastHours, 30, 0, 0, 0, 0, 0, 0), unhappy: [] },
    ],
  ]
  expect(cases.map(([why, now, past]) => [why, unusual(now, past)])).toEqual(cases.map(([why]) => [why, null]))
})

test('as much as ever is said, but in anger', () => {
  const busy = { said: hours(pastHours, 40), unhappy: hours(pastHours, 1) }
  expect(unusual(counted(22, 15), busy)).toMatchObject({ is: 'angry', messages: 15 })
})

test('the hour of the week counts: what Mondays at nine have is no storm on a Monday at nine', () => {
  // Hour 0 of the week and its neighbours have 60, all others none; the hour after `past` is hour 0, or hour 84.
  const past = (at: number) =>
    Array.from({ length: pastHours }, (_, it) => ([167, 0, 1].includes((it + at) % 168) ? 60 : 0))
  expect(ordinary(past(0))?.mean).toBeGreaterThan(25)
  expect(ordinary(past(84))?.mean).toBeLessThan(2)
})

test('hours of a storm are never ordinary', () => {
  const past: (number | null)[] = [...hours(pastHours, 1, 0, 0, 0)]
  const before = ordinary(past)
  for (let at = pastHours - 168; at < pastHours - 160; at++) past[at] = null
  expect(ordinary(past)?.mean).toBeCloseTo(before?.mean ?? 0, 1)
  for (let at = pastHours - 168; at < pastHours - 160; at++) past[at] = 300
  expect(ordinary(past)?.mean).toBeGreaterThan(10)
})

test('it is over when an hour is as ordinary hours often are', () => {
  expect(isCalm([counted(1), counted(0)], quiet)).toBe(true)
  expect(isCalm([counted(1), counted(9)], quiet)).toBe(false)
  expect(isCalm([counted(1), counted(5, 5)], quiet)).toBe(true)
})

test('the chance of so many agrees with tables', () => {
  // Poisson: P(X >= 5 | 2) = 0.052653; NB with mean 2 and variance 4 (size 2, p .5): P(X >= 5) = 7/64.
  expect(chanceOf(5, { mean: 2, spread: 1 })).toBeCloseTo(0.052653, 6)
  expect(chanceOf(5, { mean: 2, spread: 2 })).toBeCloseTo(7 / 64, 9)
  expect(chanceOf(1, { mean: 2, spread: 2 })).toBeCloseTo(0.75, 9)
  expect(chanceOf(900, { mean: 1000, spread: 1 })).toBeGreaterThan(0.999)
  expect(chanceOf(0, { mean: 0, spread: 1 })).toBe(1)
})
