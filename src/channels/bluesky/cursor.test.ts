import { expect, test } from 'vitest'
import type { Json } from '../channel.ts'
import { type Counting, startOf, wasClamped, written } from './cursor.ts'

const at = new Date('2026-11-22T12:00:00.000Z')
const micros = at.getTime() * 1000
const here = 'wss://one.test/subscribe'
const kept = (stream: string, position: number | null = 42) => written({ stream, position, at })

const cases: [what: string, kept: Json | null, counting: Counting, start: object][] = [
  ['nothing kept', null, 'time', { is: 'fresh' }],
  ['something else kept', { seq: 7 }, 'time', { is: 'fresh' }],
  ['a negative position', { ...(kept(here) as object), position: -1 }, 'time', { is: 'fresh' }],
  ['the same Jetstream', kept(here), 'time', { is: 'go-on', position: 42, since: at }],
  ['the same PDS', kept(here), 'sequence', { is: 'go-on', position: 42, since: at }],
  ['another Jetstream', kept('wss://two.test/subscribe'), 'time', { is: 'go-on', position: micros - 10_000_000 }],
  [
    'a PDS before, a Jetstream now',
    kept('pds:https://pds.test'),
    'time',
    { is: 'go-on', position: micros - 10_000_000 },
  ],
  ['a Jetstream before, a PDS now', kept('wss://two.test/subscribe'), 'sequence', { is: 'broken', since: at }],
  ['a PDS that never spoke', kept(here, null), 'sequence', { is: 'broken', since: at }],
]
test.each(cases)('%s', (_, cursor, counting, start) => {
  expect(startOf(cursor, here, counting)).toMatchObject(start)
})

const hours = (count: number) => new Date(at.getTime() + count * 3_600_000)
const clamped: [what: string, first: Date, now: Date, is: boolean][] = [
  ['back after a minute, on a network where nobody spoke', hours(1), hours(1), false],
  ['back after two days, and the first event is a day old', hours(24), hours(48), true],
  ['back after thirteen hours, and all is there', new Date(at.getTime() + 20), hours(13), false],
]
test.each(clamped)('%s: forgotten %s', (_, first, now, is) => {
  expect(wasClamped({ since: at, first, now })).toBe(is)
})
