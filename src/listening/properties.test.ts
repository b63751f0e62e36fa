import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from './explain.ts'
import naughty from './fixtures/naughty-strings.json' with { type: 'json' }
import { matches } from './matches.ts'
import { parse } from './parse.ts'
import { print, type Query } from './query.ts'
import { QueryError } from './query-error.ts'
import { tokens } from './tokens.ts'
import { without } from './without.ts'

const naughtyText = fc.constantFrom(...naughty)
const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), naughtyText)

/** Pieces that queries and texts are made of: few words, so that they meet often, and all that has a meaning of its own. */
const words = [
  'a',
  'b',
  'Acme',
  'rocket',
  'rockets',
  '#rocket',
  '@rosa.example.com',
  '@rosa',
  'café',
  'cafe',
  '東京',
  "don't",
  '👍🏽',
]
const signs = [
  '(',
  ')',
  '"',
  '-',
  '~',
  '*',
  '{',
  '}',
  '~2',
  'AND',
  'OR',
  'NOT',
  'NEAR/2',
  ' ',
  ' ',
  'lang:',
  'from:',
  'has:link',
  ':',
]
const anyQuery = fc.oneof(
  fc.array(fc.constantFrom(...words, ...signs)).map((parts) => parts.join('')),
  anyText,
)
const anyMessage = fc.oneof(
  fc.array(fc.constantFrom(...words)).map((parts) => parts.join(' ')),
  anyText,
)

test('a query is read, or refused with its place', () => {
  fc.assert(
    fc.property(anyQuery, (source) => {
      const query = parsed(source)
      if (query instanceof QueryError) expect(query.message).toMatch(/^line \d+, column \d+: ./)
    }),
    { numRuns: 2_000 },
  )
})

test('a query that is written out reads the same', () => {
  fc.assert(
    fc.property(anyQuery, (source) => {
      const query = parsed(source)
      if (!(query instanceof QueryError)) expect(parse(print(query))).toEqual(query)
    }),
    { numRuns: 2_000 },
  )
})

test('a message either matches a query or its opposite', () => {
  fc.assert(
    fc.property(anyQuery, anyMessage, (source, text) => {
      const query = parsed(source)
      if (query instanceof QueryError) return
      expect(matches({ is: 'not', query }, { text })).toBe(!matches(query, { text }))
    }),
    { numRuns: 2_000 },
  )
})

test('what is shown lies in the text, in order, and is shown if and only if the query matches', () => {
  fc.assert(
    fc.property(anyQuery, anyMessage, (source, text) => {
      const query = parsed(source)
      if (query instanceof QueryError) return
      const because = explain(query, { text })
      expect(because !== null).toBe(matches(query, { text }))
      for (const { spans } of because ?? []) {
        for (const [i, { from, to }] of spans.entries()) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(from).toBeGreaterThanOrEqual(spans[i - 1]?.from ?? 0)
        }
      }
    }),
    { numRuns: 2_000 },
  )
})

test('near is what trying every combination of places says', () => {
  const letters = fc.constantFrom('a', 'b', 'c', 'x', 'x')
  fc.assert(
    fc.property(
      fc.array(letters),
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 2 }),
      fc.integer({ min: 1, max: 6 }),
      (text, asked, within) => {
        const places = asked.map((word) => text.flatMap((each, at) => (each === word ? [at] : [])))
        const combinations = places.reduce<number[][]>(
          (so, at) => so.flatMap((some) => at.map((one) => [...some, one])),
          [[]],
        )
        const near = combinations.some((at) => Math.max(...at) - Math.min(...at) <= within)
        expect(matches(parse(`"${asked.join(' ')}"~${within}`), { text: text.join(' ') })).toBe(near)
      },
    ),
    { numRuns: 1_000 },
  )
})

test('every word of a text, asked for as a phrase, finds that text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const quotable = text.replaceAll(/["“”„*#@＂＃＠＊﹟﹫]/g, ' ')
      if (tokens(quotable).length > 0) expect(matches(parse(`"${quotable}"`), { text: quotable })).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('a text in any normal form has the same words', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (text, form) => {
      const inForm = text.replaceAll(/[™℠]/g, ' ').normalize(form)
      expect(tokens(inForm).map(({ names }) => names)).toEqual(
        tokens(inForm.normalize('NFKC')).map(({ names }) => names),
      )
    }),
    { numRuns: 2_000 },
  )
})

function parsed(source: string): Query | QueryError {
  try {
    return parse(source)
  } catch (error) {
    if (error instanceof QueryError) return error
    throw error
  }
}

test('whatever a query is true of, it is true of without some of its fields too', () => {
  const names = new Set(['lang', 'has'] as const)
  const post = fc.record({
    text: anyMessage,
    langs: fc.constantFrom(['en'], ['pt'], []),
    links: fc.constantFrom([], ['https://acme.example']),
  })
  const part = fc.constantFrom('a', 'b', 'rocket', 'lang:en', 'lang:pt', 'has:link', '-a', '-lang:en', '-(b has:link)')
  const group = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `(${parts.join(' OR ')})`)
  const query = fc.array(fc.oneof(part, group), { minLength: 1, maxLength: 4 }).map((parts) => parse(parts.join(' ')))
  let left = 0
  fc.assert(
    fc.property(query, post, (asked, message) => {
      const rest = without(asked, names)
      if (rest === null) return
      left++
      expect(print(rest)).not.toMatch(/lang:|has:/)
      if (matches(asked, message)) expect(matches(rest, message)).toBe(true)
    }),
    { numRuns: 3_000 },
  )
  expect(left).toBeGreaterThan(1_000)
})
