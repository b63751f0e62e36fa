import { expect, test } from 'vitest'
import { centsOf } from './money.ts'

test('an amount is read with a point or a comma, and nothing is guessed', () => {
  const cases: [typed: string, cents: number | null | undefined][] = [
    ['19,99', 1999],
    ['19.9', 1990],
    ['19', 1900],
    ["1'200", 120000],
    ['', null],
    ['1.234,50', undefined],
    ['-3', undefined],
    ['cake', undefined],
  ]
  for (const [typed, cents] of cases) expect(centsOf(typed), typed).toBe(cents)
})
