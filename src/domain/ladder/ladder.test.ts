import { expect, test } from 'vitest'
import { noon } from '../../../test/cast.ts'
import { type Conduct, type Speaks, tellApart } from './apart.ts'
import { proposedRung, type Rung, standsOn, wrongWith } from './ladder.ts'

const today = '2026-06-01'
const stood = (rung: Rung, untilDay: string, lifted = false) => ({ rung, untilDay, liftedAt: lifted ? noon : null })

test('somebody stands on the last rung that has not ended', () => {
  const past = [stood('place', '2026-06-30', true), stood('word', '2026-06-01'), stood('watch', '2026-05-31')]
  expect(standsOn(past, today)?.rung).toBe('word')
  expect(standsOn(past, '2026-06-02')).toBe(null)
})

test('the kindest rung that was not tried is proposed, from the first to the last', () => {
  const all: Rung[] = ['watch', 'word', 'place', 'hide', 'pause', 'block']
  const proposed = all.map((rung) => proposedRung([stood(rung, today)]))
  expect([proposedRung([]), ...proposed]).toEqual([...all, null])
})

const wrong: [reason: string, untilDay: string, field: string | undefined][] = [
  ['Insults other guests.', '2026-06-02', undefined],
  ['  ', '2026-06-02', 'reason'],
  ['Insults other guests.', '2026-06-01', 'until'],
  ['Insults other guests.', '2027-06-02', undefined],
  ['Insults other guests.', '2027-06-03', 'until'],
]
test.each(wrong)('%j until %s', (reason, untilDay, field) => {
  expect(wrongWith({ reason, untilDay }, today)?.field).toBe(field)
})

const nothing: Conduct = { wrongs: 0, orders: 0, atPeople: 0, atUs: 0, crossDays: 0, otherWords: 0 }
const apart: [what: string, conduct: Partial<Conduct>, all: Speaks][] = [
  ['let down, and cross with us on many days', { wrongs: 2, crossDays: 4, atUs: 2 }, 'angry'],
  ['let down, and no abuse', { wrongs: 1, crossDays: 1, otherWords: 3 }, 'angry'],
  ['insults other people again and again', { atPeople: 2, crossDays: 3 }, 'trouble'],
  ['the same, but with a reason', { wrongs: 1, atPeople: 2, crossDays: 3 }, 'unclear'],
  ['nothing known but a cross word', { crossDays: 1, otherWords: 2 }, 'unclear'],
  ['one harsh word to us, of a stranger', { atUs: 1, crossDays: 1 }, 'unclear'],
]
test.each(apart)('%s', (_what, conduct, all) => expect(tellApart({ ...nothing, ...conduct }).all).toBe(all))
