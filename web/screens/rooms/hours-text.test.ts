import { expect, test } from 'vitest'
import type { Say } from '../../words/words.ts'
import { hoursText, spansOf } from './hours-text.ts'

const say = ((id: string) => id) as Say

test('days that are alike stand together, and closed ones are left out', () => {
  const day: [string, string][] = [['09:00', '17:00']]
  const week = [day, day, day, day, [['09:00', '15:00'] as [string, string]], [], []]
  const said = hoursText({ zone: 'Europe/Berlin', week, holidays: [] }, say, 'en-GB')
  expect(said).toBe('Mon–Thu 09:00–17:00; Fri 09:00–15:00 (Europe/Berlin)')
  expect(hoursText(null, say, 'en-GB')).toBe('charter.hours.always')
})

const typed: [string, [string, string][]][] = [
  ['9-17', [['09:00', '17:00']]],
  [
    '9:00 – 12:30, 14–18',
    [
      ['09:00', '12:30'],
      ['14:00', '18:00'],
    ],
  ],
  ['8.30-24:00', [['08:30', '24:00']]],
  ['', []],
  ['morning', [['morning', '']]],
]
test.each(typed)('%s is read as it is meant', (written, spans) => {
  expect(spansOf(written)).toEqual(spans)
})
