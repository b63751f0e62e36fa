import { expect, test } from 'vitest'
import { agoWords, dayText, shortTime, sinceWords } from './time-words.ts'

const noon = new Date(2026, 10, 22, 12, 0)
const at = (month: number, day: number, hours: number, minutes = 0, year = 2026) =>
  new Date(year, month - 1, day, hours, minutes)

test('a wait is told as people tell it', () => {
  const cases: [since: Date, words: string, n?: number][] = [
    [new Date(noon.getTime() - 5_000), 'since.now'],
    [at(11, 22, 11, 40), 'since.minutes', 20],
    [at(11, 22, 9, 59), 'since.hours', 2],
    [at(11, 22, 7), 'since.today.morning'],
    [at(11, 22, 3), 'since.today.night'],
    [at(11, 21, 18, 40), 'since.yesterday.evening'],
    [at(11, 21, 14), 'since.yesterday.afternoon'],
    [at(11, 21, 2), 'since.yesterday.night'],
    [at(11, 17, 9), 'since.day'],
  ]
  for (const [since, id, n] of cases) {
    const told = sinceWords(since, noon)
    expect([told.id, told.n], since.toString()).toEqual([id, n])
  }
})

test('after a day it is the weekday, after a week the date, after a year the year as well', () => {
  const day = (since: Date) => dayText(sinceWords(since, noon).day ?? { at: noon, as: 'date' }, 'en-GB')
  expect(day(at(11, 17, 9))).toBe('Tuesday')
  expect(day(at(11, 2, 9))).toBe('2 Nov')
  expect(day(at(3, 3, 9, 0, 2024))).toBe('3 Mar 2024')
})

test('what was said is told by how long ago', () => {
  const cases: [Date, string][] = [
    [noon, 'ago.now'],
    [at(11, 22, 11, 1), 'ago.minutes'],
    [at(11, 22, 1), 'ago.hours'],
    [at(11, 21, 12), 'ago.yesterday'],
  ]
  for (const [when, id] of cases) expect(agoWords(when, noon).id).toBe(id)
  expect(agoWords(at(11, 18, 12), noon).day?.as).toBe('weekday')
})

test('a clock ahead of ours does not make the past negative', () => {
  expect(sinceWords(new Date(noon.getTime() + 90_000), noon)).toEqual({ id: 'since.now' })
})

test('a wake-up names its day and minute', () => {
  expect(shortTime(at(11, 24, 9), noon, 'en-GB')).toBe('Tue 24 Nov, 09:00')
})
