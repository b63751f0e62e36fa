import { expect, test } from 'vitest'
import { placeOf } from './wrong-query.ts'

test('the place is read out of the words, and only where they name one', () => {
  const cases: [detail: string, column: number | null, why: string][] = [
    ['line 1, column 14: a bracket is never closed', 14, 'a bracket is never closed'],
    ['line 2, column 3: unknown word', null, 'unknown word'],
    ['The query is too long.', null, 'The query is too long.'],
  ]
  for (const [detail, column, why] of cases) expect(placeOf(detail)).toEqual({ column, why })
})
