import { expect, test } from 'vitest'
import { trendOf } from './trend-of.ts'

const cases: [lately: number, before: number, is: string][] = [
  [1, 0, 'steady'],
  [2, 0, 'rising'],
  [0, 2, 'falling'],
  [12, 10, 'steady'],
  [15, 10, 'rising'],
  [10, 15, 'falling'],
  [0, 0, 'steady'],
]
test.each(cases)('%d lately and %d before is %s', (lately, before, is) => expect(trendOf(lately, before)).toBe(is))
