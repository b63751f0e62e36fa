import { expect, test } from 'vitest'
import { presets, wakeTime } from './wake-time.ts'

/** A Friday, 16:20. */
const now = new Date(2026, 10, 20, 16, 20)
const told = (at: Date | null) =>
  at &&
  `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()} ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`

test('words become the time they name', () => {
  const cases: [words: string, at: string][] = [
    ['in 20 min', '2026-11-20 16:40'],
    ['in an hour', '2026-11-20 17:20'],
    ['3h', '2026-11-20 19:20'],
    ['in 2 days', '2026-11-22 8:00'],
    ['in 1 weekday', '2026-11-23 8:00'],
    ['in 2 weekdays', '2026-11-24 8:00'],
    ['in 2 weeks', '2026-12-4 8:00'],
    ['in a month', '2026-12-20 8:00'],
    ['tonight', '2026-11-20 19:00'],
    ['tomorrow', '2026-11-21 8:00'],
    ['Tomorrow at 9:30', '2026-11-21 9:30'],
    ['next Tue 3pm', '2026-11-24 15:00'],
    ['tuesday', '2026-11-24 8:00'],
    ['fri', '2026-11-27 8:00'],
    ['weekend', '2026-11-21 10:00'],
    ['next week', '2026-11-23 8:00'],
    ['24 Dec 9:00', '2026-12-24 9:00'],
    ['dec 24', '2026-12-24 8:00'],
    ['3 march', '2027-3-3 8:00'],
    ['2026-12-24', '2026-12-24 8:00'],
    ['18:00', '2026-11-20 18:00'],
    ['9am', '2026-11-21 9:00'],
    ['12am', '2026-11-21 0:00'],
    ['in 2 Werktagen', '2026-11-24 8:00'],
    ['morgen um 9 Uhr', '2026-11-21 9:00'],
    ['nächsten Dienstag 15:00', '2026-11-24 15:00'],
    ['24. Dez', '2026-12-24 8:00'],
  ]
  for (const [words, at] of cases) expect(told(wakeTime(words, now)), words).toBe(at)
})

test('words that name no time in the future are not guessed at', () => {
  const cases = [
    '',
    'soon',
    'today',
    'today 9:00',
    '2020-01-01',
    '31 feb',
    '25:00',
    '13pm',
    '3',
    'next',
    'in days',
    '00',
  ]
  for (const words of cases) expect(wakeTime(words, now), words).toBeNull()
})

test('the presets wake at the hours that people expect', () => {
  expect(presets(now).map(({ preset, at }) => [preset, told(at)])).toEqual([
    ['later', '2026-11-20 19:20'],
    ['tomorrow', '2026-11-21 8:00'],
    ['weekend', '2026-11-21 10:00'],
    ['week', '2026-11-23 8:00'],
  ])
})

test('on a Sunday tomorrow and next week are the same, and said once', () => {
  expect(presets(new Date(2026, 10, 22, 9, 0)).map(({ preset }) => preset)).toEqual(['later', 'tomorrow', 'weekend'])
})
