import { expect, test } from 'vitest'
import { lexemes } from './lexemes.ts'
import { matches } from './matches.ts'
import { parse } from './parse.ts'
import { tokens } from './tokens.ts'

// Each takes about a second at most; what grows with the square of the text would take half a minute or more.
const aMoment = 10_000

const texts: [what: string, text: string][] = [
  ['a megabyte of words', 'word '.repeat(200_000)],
  ['a word of a megabyte', 'a'.repeat(1_000_000)],
  ['200,000 marks on one letter, in no order', `x${'\u0301\u0323'.repeat(100_000)}`],
  ['kana voice marks and accents by turns', `x${'\uff9e\u0301'.repeat(100_000)}`],
  ['a megabyte of Han', '東'.repeat(333_333)],
  ['a letter and a million joiners', `a${'\u200d'.repeat(1_000_000)}`],
  ['halves of surrogate pairs', 'a\ud800'.repeat(300_000)],
  ['NUL', '\0'.repeat(1_000_000)],
  ['a million @', '@'.repeat(1_000_000)],
  ['handles in handles', '@a.'.repeat(300_000)],
  ['a handle of dots', `@${'a.-'.repeat(300_000)}`],
  ['hashtags in hashtags', '#a'.repeat(300_000)],
  ['apostrophes', "a'".repeat(300_000)],
  ['a family without end', '👩\u200d'.repeat(200_000)],
  ['half a flag', '🇵'.repeat(200_001)],
  ['one letter that stands for eighteen', 'ﷺ'.repeat(100_000)],
]

for (const [what, text] of texts) {
  test(`${what}: read in bounded time`, { timeout: aMoment }, () => {
    expect(matches(parse('"word rocket" OR ~rocket* OR {Rocket} OR "word rocket"~9'), { text })).toBe(false)
  })

  test(`${what}: made findable in bounded time and size`, { timeout: aMoment }, () => {
    expect(Buffer.byteLength(lexemes({ text }))).toBeLessThan(2_000_000)
  })
}

test('words stand where the text has them, whatever it holds', () => {
  const text = 'ﬁne \ud800ＡＣＭＥ\0 ½ cafe\u0301 ｶﾞｽ'
  expect(tokens(text).map(({ from, to }) => text.slice(from, to))).toEqual([
    'ﬁne',
    'ＡＣＭＥ',
    '½',
    '½',
    'cafe\u0301',
    'ｶﾞ',
    'ｽ',
  ])
})

const queries: [what: string, query: string, message: string][] = [
  ['too long', 'a'.repeat(4_097), 'line 1, column 4097: a query has at most 4096 characters'],
  ['501 terms', 'a '.repeat(501), 'line 1, column 1001: a query has at most 500 terms'],
  ['501 words in quotes', `"${'a '.repeat(501)}"`, 'line 1, column 1: a query has at most 500 terms'],
  [
    '1,000 brackets',
    `${'('.repeat(1_000)}a${')'.repeat(1_000)}`,
    'line 1, column 22: a query goes at most 20 levels deep',
  ],
  ['1,000 negations', `${'-'.repeat(1_000)}a`, 'line 1, column 22: a query goes at most 20 levels deep'],
]

for (const [what, query, message] of queries) {
  test(`${what}: refused`, () => expect(() => parse(query)).toThrow(message))
}

test('a query at all its limits is read', () => {
  expect(matches(parse(`${'('.repeat(20)}${'a '.repeat(500)}${')'.repeat(20)}`), { text: 'a' })).toBe(true)
})
