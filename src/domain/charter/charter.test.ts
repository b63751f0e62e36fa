import { expect, test } from 'vitest'
import { type Charter, noCharter, promisedBy, promisedMinutes, wrongCharter } from './charter.ts'
import { calendarOf } from './hours.ts'

const promises = { complaint: 60, question: 240, any: 480 }

test('of two intents the shorter promise holds, and what has none falls back on that to anybody', () => {
  expect(promisedMinutes({ promises }, ['question', 'complaint'])).toBe(60)
  expect(promisedMinutes({ promises }, ['chatter'])).toBe(480)
  expect(promisedMinutes({ promises: { complaint: 60 } }, ['chatter'])).toBe(null)
})

test('an hour that is promised on Friday evening runs out on Monday morning', () => {
  const weekdays = Array.from({ length: 7 }, (_, day) => (day < 5 ? [['09:00', '17:00'] as const] : []))
  const calendar = calendarOf({ zone: 'Europe/Berlin', week: weekdays, holidays: [] })
  const since = new Date('2026-06-05T14:30:00Z') // 16:30 there
  expect(promisedBy({ promises }, { since, labels: ['complaint'] }, calendar)).toEqual(new Date('2026-06-08T07:30:00Z'))
  expect(promisedBy({ promises: {} }, { since, labels: ['complaint'] }, calendar)).toBe(null)
})

const wrongs: [change: Partial<Charter>, field: string | null][] = [
  [{ promises }, null],
  [{ tone: ['warm', 'brief', 'plain'] }, null],
  [{ tone: ['warm', 'brief', 'plain', 'bold'] }, 'tone'],
  [{ promises: { any: 0 } }, 'promises'],
  [{ promises: { any: 1.5 } }, 'promises'],
  [{ promises: { hurry: 5 } as Charter['promises'] }, 'promises'],
  [{ hours: { zone: 'Nowhere', week: [], holidays: [] } }, 'hours'],
]
test.each(wrongs)('%o is told by its field', (change, field) => {
  expect(wrongCharter({ ...noCharter, ...change })?.field ?? null).toBe(field)
})
