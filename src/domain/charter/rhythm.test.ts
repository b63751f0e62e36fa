import { describe, expect, test } from 'vitest'
import { dice as diceOf } from '../../../training/same-dice.ts'
import { quietSince } from './rhythm.ts'

const HOUR = 3_600_000
const begin = Date.parse('2026-03-02T00:00:00Z') // a Monday
const hours = (n: number) => new Date(begin + n * HOUR)
const WEEKS = 8 * 168

/** One word an hour, on the hour. */
const regular = Array.from({ length: WEEKS }, (_, n) => hours(n))
/** Six an hour by day, none at night and on Sundays. */
const byDay = regular.flatMap((at) => {
  const hour = at.getUTCHours()
  const open = hour >= 8 && hour < 20 && at.getUTCDay() !== 0
  return open ? Array.from({ length: 6 }, (_, n) => new Date(at.getTime() + (n * HOUR) / 6)) : []
})
/** Nothing for long, then much at once: between two bursts lie 1 to 60 hours. */
const bursty = (() => {
  const dice = diceOf(7)
  const said: Date[] = []
  for (let at = 0; at < WEEKS; at += 1 + 59 * dice() ** 3) for (let n = 0; n < 8; n++) said.push(hours(at + n / 600))
  return said
})()

const cases: [what: string, said: Date[], silentHours: number, quiet: boolean][] = [
  ['an hourly source, an hour and a half', regular, 1.5, false],
  ['an hourly source, three hours', regular, 3, true],
  ['one that sleeps at night, overnight', byDay, 12, false],
  ['one that sleeps at night, silent until noon', byDay, 16, true],
  ['one of bursts, two days', bursty, 48, false],
  ['one of bursts, ten days', bursty, 240, true],
  ['one that has hardly spoken yet', regular.slice(0, 50), 1000, false],
  ['one that has spoken just enough', regular.slice(0, 51), 1000, true],
]
test.each(cases)('%s: quiet %#', (_what, said, silent, quiet) => {
  // Those that sleep were last heard in the evening of a weekday.
  const known = said === byDay ? said.filter((at) => at <= hours(WEEKS - 48 - 4)) : said
  const last = known.at(-1) as Date
  expect(quietSince(known, new Date(last.getTime() + silent * HOUR))).toEqual(quiet ? last : null)
})

describe('over weeks in which nothing was amiss', () => {
  test.each([
    ['hourly', regular],
    ['by day', byDay],
    ['in bursts', bursty],
  ])('%s it hardly ever raises its hand', (_what, said) => {
    const from = Math.floor(said.length / 2)
    const before = said.slice(from).filter((at, n) => {
      const known = said.slice(0, from + n)
      return quietSince(known, at) !== null
    })
    expect(before.length).toBeLessThanOrEqual(Math.ceil(said.length / 2 / 200))
  })
})
