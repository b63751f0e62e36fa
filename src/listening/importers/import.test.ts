import fc from 'fast-check'
import { expect, test } from 'vitest'
import naughty from '../fixtures/naughty-strings.json' with { type: 'json' }
import { limits, parse } from '../parse.ts'
import { print } from '../query.ts'
import { QueryError } from '../query-error.ts'
import { dialects, froms, importQuery } from './import.ts'
import type { Imported } from './imported.ts'

const signs = [
  'AND',
  'OR',
  'NOT',
  '-',
  '(',
  ')',
  '"',
  '~3',
  'NEAR/2',
  'NEAR/0f',
  'ONEAR/2',
  '{',
  '}',
  '+',
  '++',
  '*',
  '?',
  '<<<',
  '>>>',
  '[1 TO 2]',
  ':',
  ' ',
  ' ',
  ' ',
]
const words = [
  'a',
  'Acme',
  'rocket',
  'niño',
  '#cake',
  '@rosa',
  '$TWTR',
  '東京',
  "don't",
  '👍🏽',
  'https://example.com/a',
  'link',
  'é*',
  '"a b"',
]
const fieldsOf = froms.flatMap((from) => Object.keys(dialects[from].fields).map((name) => `${name}:`))
const anySource = fc.oneof(
  fc.array(fc.constantFrom(...words, ...signs, ...fieldsOf)).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...words, ...fieldsOf, 'AND', 'OR', 'NOT', 'NEAR/2')).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...naughty),
)
const anyFrom = fc.constantFrom(...froms)

test('what an importer gives is a query here, in its one spelling', () => {
  fc.assert(
    fc.property(anyFrom, anySource, (from, source) => {
      const { query } = imported(from, source) ?? { query: null }
      if (query !== null) expect(print(parse(query))).toBe(query)
    }),
    { numRuns: 5_000 },
  )
})

test('a field with a comment before its value stands where it says', () => {
  expect(importQuery('brandwatch', 'cake lang:<<<why>>>a').notCarried).toMatchObject([
    { at: 5, written: 'lang:<<<why>>>a' },
  ])
})

test('what was not carried over stands where it says, in order', () => {
  fc.assert(
    fc.property(anyFrom, anySource, (from, source) => {
      let last = 0
      for (const { at, written } of imported(from, source)?.notCarried ?? []) {
        expect(source.slice(at, at + written.length)).toBe(written)
        expect(at).toBeGreaterThanOrEqual(last)
        last = at
      }
    }),
    { numRuns: 5_000 },
  )
})

test('every field of a tool is carried over or said to be lost, whatever its value', () => {
  for (const from of froms) {
    for (const name of Object.keys(dialects[from].fields)) {
      for (const value of [
        'rosa',
        '"Ada Diaz"',
        '[1 TO 2]',
        '2026-02-30',
        '*',
        '(a OR b)',
        'example.com/x',
        '@',
        'REPLY',
      ]) {
        const { query, notCarried } = importQuery(from, `cake ${name}:${value}`)
        expect(query === 'cake' && notCarried.length === 0, `${from} ${name}:${value}`).toBe(false)
      }
    }
  }
})

const large: [what: string, source: string, why: string][] = [
  ['1,000 brackets', `${'('.repeat(1_000)}a${')'.repeat(1_000)}`, 'these brackets go too deep'],
  ['1,000 negations', `${'-'.repeat(1_000)}a`, 'these brackets go too deep'],
  ['10,000 terms', 'a '.repeat(10_000), 'in the words of here it is too much: a query has at most 4096 characters'],
  ['600 terms', 'a '.repeat(600), `in the words of here it is too much: a query has at most ${limits.terms} terms`],
  [
    '25 levels',
    `${'(a OR (b '.repeat(25)}c${'))'.repeat(25)}`,
    'in the words of here it is too much: a query goes at most 20 levels deep',
  ],
  [
    'a square of pairs',
    `(${'a OR '.repeat(99)}a) NEAR/2 (${'b OR '.repeat(99)}b)`,
    'these are 10000 pairs of words: a query has at most 500 terms',
  ],
  ['a megabyte', 'a'.repeat(1_000_000), 'a query to bring over has at most 40000 characters'],
]

test.each(large)('%s: refused', (_what, source, why) => {
  expect(() => importQuery('x', source)).toThrow(why)
})

/** Null: it can't be read, and says so. */
function imported(from: (typeof froms)[number], source: string): Imported | null {
  try {
    return importQuery(from, source)
  } catch (error) {
    if (error instanceof QueryError) return null
    throw error
  }
}
