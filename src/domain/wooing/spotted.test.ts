import { expect, test } from 'vitest'
import { at } from '../../../test/cast.ts'
import { type Reason, type Seen, spotted } from './spotted.ts'

const now = at(0)
const hoursAgo = (n: number) => at(-60 * n)
const calm: Seen = { irritated: null, waitingSince: null, complains: false, letDowns: 0 }
const sinking = { how: 'irritated', messages: 3, sinking: true, unanswered: 2 } as const
const patient = { how: 'irritated', messages: 5, sinking: false, unanswered: 5 } as const

const cases: [what: string, seen: Partial<Seen>, is: Reason | null][] = [
  ['nothing amiss', {}, null],
  ['a mood that sinks', { irritated: sinking }, { is: 'sinking', messages: 3, unanswered: 2 }],
  [
    'left waiting again and again',
    { irritated: patient, waitingSince: hoursAgo(2) },
    { is: 'waiting', hours: 2, unanswered: 5 },
  ],
  [
    'a complaint for a day',
    { waitingSince: hoursAgo(24), complains: true },
    { is: 'waiting', hours: 24, unanswered: 1 },
  ],
  ['a complaint for less', { waitingSince: hoursAgo(23), complains: true }, null],
  ['a question for three days', { waitingSince: hoursAgo(72) }, { is: 'waiting', hours: 72, unanswered: 1 }],
  ['a question for less', { waitingSince: hoursAgo(71) }, null],
  ['let down once', { letDowns: 1 }, null],
  ['let down twice, however they sound', { letDowns: 2, irritated: sinking }, { is: 'let-down', times: 2 }],
]
test.each(cases)('%s', (_what, seen, is) => expect(spotted({ ...calm, ...seen }, now)).toEqual(is))
