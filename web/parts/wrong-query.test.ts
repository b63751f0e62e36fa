import { expect, test } from 'vitest'
import { QueryError } from '../../src/listening/query-error.ts'
import { piecesAt, wrongIn } from './wrong-query.ts'

test.each([
  ['acme "rock', 5],
  ['🚀 acme)', 7],
  ['one\ntwo )', 8],
  ['one\r\ntwo )', 9],
])('the place that the server names in %j is found again', (query, at) => {
  const said = new QueryError(query, at, 'that is not right')
  expect(wrongIn(query, said.message)).toEqual({
    at,
    line: said.line,
    column: said.column,
    problem: 'that is not right',
  })
})

test('words without a place name none', () => expect(wrongIn('cake', 'This took too long.')).toBe(null))

const cut: [query: string, at: number, shown: string][] = [
  ['acme "rock big', 5, 'acme ["rock] big'],
  ['acme AND', 8, 'acme AND[\u2003]'],
  ['a OR )', 5, 'a OR [)]'],
  ['a', 9, 'a[\u2003]'],
]

test.each(cut)('%j is marked at %i', (query, at, shown) => {
  const pieces = piecesAt(query, { at, line: 1, column: at + 1, problem: 'x' })
  expect(pieces.map(({ text, isWrong }) => (isWrong ? `[${text}]` : text)).join('')).toBe(shown)
})
