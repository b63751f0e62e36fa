import { expect, test } from 'vitest'
import { parse } from '../../../src/listening/parse.ts'
import { queryOf } from './names.ts'

const cases: [names: string, query: string][] = [
  ['Acme', 'Acme'],
  ['Acme, Acme Bakery ,@acmebakery', 'Acme OR "Acme Bakery" OR @acmebakery'],
  ['Acme; Acme\n', 'Acme'],
  ['Bread "n" Butter', '"Bread n Butter"'],
  ['or, -minus, from:x, (', '"or" OR "-minus" OR "from:x"'],
  [' , ', ''],
]
test.each(cases)('%j', (names, query) => {
  expect(queryOf(names)).toBe(query)
  if (query !== '') expect(() => parse(query)).not.toThrow()
})
