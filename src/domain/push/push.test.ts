import { expect, test } from 'vitest'
import { next, triedWith } from './push.ts'

const now = new Date('2026-06-01T12:00:00Z')
const failed = { is: 'failed', why: 'It answered with 500.' } as const

test('only a 2xx is a yes, and 410 a no for ever', () => {
  expect([200, 204, 301, 410, 429, 500].map((status) => triedWith(status).is)).toEqual([
    'taken',
    'taken',
    'failed',
    'gone',
    'failed',
    'failed',
  ])
})

test('it is tried again ever more rarely, for a little more than three days, and then given up', () => {
  let at = now
  let tries = 1
  for (let then = next(tries, failed, at); then.is === 'again'; then = next(++tries, failed, at)) {
    expect(then.at.getTime()).toBeGreaterThan(at.getTime())
    at = then.at
  }
  expect([tries, (at.getTime() - now.getTime()) / 3_600_000]).toEqual([10, expect.closeTo(75.6, 1)])
  expect(next(tries, failed, at)).toEqual({ is: 'refused', why: 'It answered with 500.' })
})

test('what arrived is sent, however often it was tried; who wants nothing more is not asked again', () => {
  expect(next(9, { is: 'taken' }, now)).toEqual({ is: 'sent' })
  expect(next(1, { is: 'gone' }, now)).toMatchObject({ is: 'refused' })
})
