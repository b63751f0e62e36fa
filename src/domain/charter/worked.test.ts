import { expect, test } from 'vitest'
import { at } from '../../../test/cast.ts'
import { noCharter } from './charter.ts'
import { type Asked, type Counsel, counsel, standingOf, type Worked, workedOf } from './worked.ts'

const promising = { ...noCharter, promises: { complaint: 30, any: 60 } }
const asked = (minutes: number, answered: number | null, by: string | null = 'kit', labels: string[] = []): Asked => ({
  at: at(minutes),
  labels,
  answered: answered === null ? null : { at: at(answered), by },
})

test('answers are counted by who gave them, and against the promise to whoever asked', () => {
  const all = [
    asked(0, 59),
    asked(0, 61),
    asked(0, 31, 'ana', ['complaint']),
    asked(0, null),
    asked(90, null),
    asked(0, 5, null),
  ]
  expect(workedOf(all, promising, at(120))).toEqual({
    asked: 6,
    answered: 4,
    due: 5, // who asked half an hour ago still has time
    promised: 5,
    inTime: 2,
    by: [
      { teammate: 'kit', answers: 2 },
      { teammate: 'ana', answers: 1 },
      { teammate: null, answers: 1 },
    ],
  })
  expect(workedOf(all, noCharter, at(120))).toMatchObject({ due: 4, promised: 0, inTime: 4 })
})

const worked = (answered: number, of = 100, inTime = answered): Worked => ({
  asked: of,
  answered,
  due: answered,
  promised: 0,
  inTime,
  by: [],
})
const standings: [Worked, string][] = [
  [worked(80), 'well'],
  [worked(79), 'partly'],
  [worked(90, 100, 60), 'partly'],
  [worked(29), 'badly'],
  [worked(0), 'unworked'],
  [worked(0, 19), 'quiet'],
]
test.each(standings)('%o', (it, standing) => {
  expect(standingOf(it)).toBe(standing)
})

const counsels: [what: string, rooms: Record<string, Worked>, Counsel][] = [
  ['all well and none in vain: stay', { a: worked(90), b: worked(0, 5) }, { is: 'stay' }],
  [
    'all well: take up where most ask in vain',
    { a: worked(90), b: worked(0, 50), c: worked(0, 70) },
    { is: 'work', roomId: 'c' },
  ],
  ['one in part: mend it first', { a: worked(60), b: worked(0) }, { is: 'mend', roomId: 'a' }],
  ['two badly: leave the worse', { a: worked(20), b: worked(10), c: worked(60) }, { is: 'leave', roomId: 'b' }],
]
test.each(counsels)('%s', (_what, rooms, told) => {
  const all = Object.entries(rooms).map(([roomId, it]) => ({ roomId, bowedOut: false, worked: it }))
  expect(counsel(all)).toEqual(told)
})

test('a room that we only listen to is not advised on', () => {
  expect(counsel([{ roomId: 'a', bowedOut: true, worked: worked(10) }])).toEqual({ is: 'stay' })
})
