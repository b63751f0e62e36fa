import { expect, test } from 'vitest'
import { maxAgeOf, nextLook, nextTry, retryAfter } from './pace.ts'

const now = new Date('2026-11-22T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
const inMinutes = (at: Date | null) => at && (at.getTime() - now.getTime()) / 60_000

const looks: [why: string, minutes: number | null, maxAge: number | null, newest: Date | null, wait: number][] = [
  ['nobody asks', null, null, daysAgo(0), 15],
  ['nothing was ever said', null, null, null, 15],
  ['the feed asks', 60, null, daysAgo(0), 60],
  ['the server asks', null, 45, daysAgo(0), 45],
  ['both ask', 30, 45, daysAgo(0), 45],
  ['the feed wants us often', 5, null, daysAgo(0), 5],
  ['the feed wants us all the time', 0.1, null, daysAgo(0), 5],
  ['the feed wants us next year', 525_600, null, daysAgo(0), 1440],
  ['a server forbids keeping', null, 0, daysAgo(0), 15],
  ['a quiet week', null, null, daysAgo(8), 30],
  ['a quiet month', null, null, daysAgo(31), 60],
  ['a quiet half year', 5, null, daysAgo(200), 360],
]

test.each(looks)('when %s', (_, minutes, maxAge, newest, wait) => {
  expect(inMinutes(nextLook({ minutes, maxAge, newest, now }))).toBe(wait)
})

test.each([
  [1, 60],
  [2, 120],
  [5, 960],
  [6, 1440],
  [1000, 1440],
])('after %i failures we wait %i minutes', (failures, wait) => {
  expect(inMinutes(nextTry(failures, now))).toBe(wait)
})

test.each([
  ['120', 2],
  ['0', 1],
  ['Sun, 22 Nov 2026 13:00:00 GMT', 60],
  ['Sun, 22 Nov 2020 13:00:00 GMT', 1],
  ['999999999', 1440],
  ['soon', null],
  ['-1', null],
  [null, null],
])('Retry-After: %s means %s minutes', (header, wait) => {
  const minutes = inMinutes(retryAfter(header, now))
  expect(minutes).toBe(wait)
})

test.each([
  ['max-age=900', 15],
  ['public, max-age="60"', 1],
  ['s-maxage=60', null],
  ['no-cache', null],
  [null, null],
])('Cache-Control: %s is fresh for %s minutes', (header, minutes) => {
  expect(maxAgeOf(header)).toBe(minutes)
})
