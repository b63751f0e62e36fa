import { expect, test } from 'vitest'
import { lexemes } from './lexemes.ts'
import { parse } from './parse.ts'
import { narrow } from './search.ts'

const vectors: [text: string, vector: string][] = [
  ['', ''],
  ['The rocket, the Rocket!', "'the':2,4 'rocket':3,5"],
  ['#Cake for @Rosa.example.com', "'#cake':2 'cake':2 'for':3 '@rosa.example.com':4 '@rosa':4"],
  ["don't", "'don''t':2"],
  ['café', "'café':2 '~cafe':2"],
  ['東京 👍🏽', "'東':2 '京':3 '👍':4"],
]

test.each(vectors)('%s is found by %s', (text, vector) => expect(lexemes({ text })).toBe(vector))

test('a title, a text, a picture and a hashtag beside them are all found, and no phrase joins them', () => {
  const post = { title: 'big', text: 'cake', images: [{ alt: 'blue' }], tags: ['party'] }
  expect(lexemes(post)).toBe("'big':2 'cake':4 'blue':6 '#party':8 'party':8")
})

test('places end at 16,383, and the message says that it goes on', () => {
  expect(lexemes({ text: `${'a. '.repeat(254)}${'x '.repeat(254)}` })).not.toContain("'…'")
  const long = Array.from({ length: 16_384 }, (_, i) => `w${i}`).join(' ')
  expect(lexemes({ text: long })).toMatch(/'w16380':16382 'w16381':16383 'w16382':16383 'w16383':16383 '…'$/)
})

test('a word is noted at 255 places, and the message says that there are more', () => {
  const places = Array.from({ length: 255 }, (_, i) => i + 2).join(',')
  expect(lexemes({ text: 'a '.repeat(300) })).toBe(`'a':${places} '…'`)
})

test('a word beyond 500 letters is cut, alike in both', () => {
  const word = 'é'.repeat(800)
  expect(lexemes({ text: word })).toBe(`'${'é'.repeat(500)}':2 '~${'e'.repeat(499)}':2`)
  expect(narrow(parse(word))).toBe(`('${'é'.repeat(500)}') | '…'`)
})

test('more than a megabyte can hold is left out, and the message says so', () => {
  const vector = lexemes({ text: Array.from({ length: 90_000 }, (_, i) => `word${i}`).join(' ') })
  expect(vector.endsWith(" '…'")).toBe(true)
  expect(vector.length).toBeLessThan(1_000_000)
})

const narrowed: [query: string, needs: string | null][] = [
  ['rocket', "('rocket') | '…'"],
  ['acme rocket', "(('acme' & 'rocket')) | '…'"],
  ['acme OR rocket', "(('acme' | 'rocket')) | '…'"],
  ['acme -hiring', "(('acme')) | '…'"],
  ['"acme rocket*"', "(('acme' <-> 'rocket':*)) | '…'"],
  ['acme NEAR/3 "big rocket"', "(('acme' & ('big' <-> 'rocket'))) | '…'"],
  ['{Apple}', "('apple') | '…'"],
  ['{#Apple}', "('#apple') | '…'"],
  ['~café', "(('cafe' | '~cafe')) | '…'"],
  ["#cake don't", "(('#cake' & 'don''t')) | '…'"],
  ['acme lang:pt', "(('acme')) | '…'"],
  ['-hiring', null],
  ['lang:pt', null],
  ['acme OR lang:pt', null],
  ['acme OR -hiring', null],
  ['rocket (acme OR lang:pt)', "(('rocket')) | '…'"],
]

test.each(narrowed)('%s needs %s', (query, needs) => expect(narrow(parse(query))).toBe(needs))
