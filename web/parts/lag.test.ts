import { expect, test } from 'vitest'
import { lagText } from './lag.ts'

test('a lag is told in the largest unit that fits', () => {
  const cases: [seconds: number, words: string][] = [
    [0.4, '0 seconds'],
    [12, '12 seconds'],
    [60, '1 minute'],
    [10_800, '3 hours'],
    [200_000, '2 days'],
    [-5, '0 seconds'],
  ]
  for (const [seconds, words] of cases) expect(lagText(seconds, 'en')).toBe(words)
})
