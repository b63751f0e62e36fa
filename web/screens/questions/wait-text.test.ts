import { expect, test } from 'vitest'
import { waitText } from './wait-text.ts'

const cases: [seconds: number, text: string][] = [
  [0, '1 minute'],
  [59, '1 minute'],
  [2_400, '40 minutes'],
  [3_600, '1 hour'],
  [10_000, '3 hours'],
  [86_400, '1 day'],
  [200_000, '2 days'],
]
test.each(cases)('%d seconds are %s', (seconds, text) => expect(waitText(seconds, 'en')).toBe(text))

test('in the language of the teammate', () => expect(waitText(10_000, 'de')).toBe('3 Stunden'))
