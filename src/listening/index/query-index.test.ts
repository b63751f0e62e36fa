import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText, written } from '../fixtures/any-text.ts'
import { matches } from '../matches.ts'
import { parse } from '../parse.ts'
import type { Post } from '../post.ts'
import type { Query, Term, Word } from '../query.ts'
import { QueryIndex } from './query-index.ts'

const noon = new Date('2026-11-22T12:00:00Z')

const anyPost: fc.Arbitrary<Post> = fc.record(
  {
    text: anyText,
    title: anyText,
    author: fc.record({ id: fc.constantFrom('did:x', '7'), handle: fc.constantFrom('rosa.example.com', 'kit', null) }),
    langs: fc.array(fc.constantFrom('pt-BR', 'pt', 'en')),
    links: fc.array(fc.constantFrom('https://blog.example.com/1', 'http://example.com', 'nonsense:', 'https://a.b')),
    mentions: fc.array(fc.constantFrom('rosa', '@acme', 'did:plc:abc')),
    tags: fc.array(fc.constantFrom('rocket', '#Big Cake', '東京')),
    images: fc.array(fc.record({ alt: anyText })),
    inReplyTo: fc.constantFrom('x', null),
    labels: fc.array(fc.constantFrom('complaint', 'question')),
    at: fc.constantFrom(new Date('2026-11-01T00:00:00Z'), new Date('2026-11-20T00:00:00Z')),
    room: fc.constant('Support'),
  },
  { requiredKeys: ['text'] },
)

const anyWord: fc.Arbitrary<Word> = fc
  .tuple(
    fc.constantFrom(...written, 'roc*', 'Acm*', '#roc*', '@ros*', 'xxx*', `${'x'.repeat(33)}*`, 'cafe*', '東京*'),
    fc.constantFrom('', '', '~', '{'),
  )
  .map(([text, how]) => wordsIn(how === '{' ? `{${text}}` : how + text))
  .filter((words) => words.length > 0)
  .map((words) => words[0] as Word)
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  { weight: 3, arbitrary: anyWord },
  {
    weight: 1,
    arbitrary: fc.array(anyWord, { minLength: 2, maxLength: 4 }).map((words) => ({ is: 'phrase', words }) as const),
  },
)
const anyField = fc
  .constantFrom(
    'from:rosa',
    'from:@kit',
    'to:acme',
    'lang:pt',
    'lang:pt-br',
    'link:example.com',
    'has:link',
    'has:question',
    'is:reply',
    'is:complaint',
    'in:support',
    'on:bluesky',
    'before:2026-11-10',
    'after:2026-11-10',
    'older_than:7d',
    'objective:x',
  )
  .map((field) => parse(field))
const { query: anyQuery } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 5, arbitrary: anyTerm },
    { weight: 1, arbitrary: anyField },
    { weight: 2, arbitrary: tie('query').map((query) => ({ is: 'not', query }) as const) },
    {
      weight: 1,
      arbitrary: fc
        .record({ terms: fc.array(anyTerm, { minLength: 1, maxLength: 3 }), within: fc.integer({ min: 1, max: 4 }) })
        .map((near) => ({ is: 'near', ...near }) as const),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({
          is: fc.constantFrom('all' as const, 'any' as const),
          queries: fc.array(tie('query'), { minLength: 1, maxLength: 4 }),
        })
        .map((group) => group as Query),
    },
  ),
}))

test('the index says of each message what the plain reading says', () => {
  fc.assert(
    fc.property(
      fc.array(anyQuery, { maxLength: 20 }),
      fc.array(anyPost, { minLength: 1, maxLength: 6 }),
      (queries, posts) => {
        const index = new QueryIndex()
        for (const [i, query] of queries.entries()) index.add(String(i), query)
        for (const post of posts) expect(index.match(post, noon)).toEqual(plainly(queries, post))
      },
    ),
    { numRuns: 500 },
  )
})

test('queries come, change and go, and the next message finds those that are there', () => {
  const anyStep = fc.oneof(
    fc.record({ id: fc.integer({ min: 0, max: 9 }), query: fc.option(anyQuery) }),
    anyPost.map((post) => ({ post })),
  )
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
      const index = new QueryIndex()
      const standing = new Map<string, Query>()
      for (const step of steps) {
        if ('post' in step) {
          expect([...index.match(step.post, noon)].sort()).toEqual(
            [...standing]
              .filter(([, query]) => matches(query, step.post, noon))
              .map(([id]) => id)
              .sort(),
          )
        } else if (step.query === null) expect(index.remove(String(step.id))).toBe(standing.delete(String(step.id)))
        else {
          index.add(String(step.id), step.query)
          standing.set(String(step.id), step.query)
        }
        expect(index.size).toBe(standing.size)
      }
    }),
    { numRuns: 300 },
  )
})

test('a query that is asked in vain too often waits elsewhere, and is found there', () => {
  const index = new QueryIndex()
  // By its looks, "extraordinary" is the rarer word; these messages say otherwise.
  index.add('both', parse('extraordinary zinc'))
  for (let i = 0; i < 20_000; i++) expect(index.match({ text: 'an extraordinary day' })).toEqual([])
  expect(index.match({ text: 'extraordinary zinc' })).toEqual(['both'])
  expect(index.match({ text: 'zinc' })).toEqual([])
})

test('messages that are read together are told from each other', () => {
  fc.assert(
    fc.property(fc.array(anyQuery, { maxLength: 12 }), fc.array(anyPost, { maxLength: 150 }), (queries, posts) => {
      const [index, single] = [new QueryIndex(), new QueryIndex()]
      for (const [i, query] of queries.entries()) for (const one of [index, single]) one.add(String(i), query)
      expect(index.matchAll(posts, noon)).toEqual(posts.map((post) => single.match(post, noon)))
    }),
    { numRuns: 200 },
  )
})

test('long messages are read right when they are counted too', () => {
  const queries = ['zinc NEAR/3 lamp', '"red zinc lamp"', 'zinc lamp', '"zinc lamp" -rain'].map((query) => parse(query))
  const index = new QueryIndex()
  for (const [i, query] of queries.entries()) index.add(String(i), query)
  const words = 'rain '.repeat(60)
  const posts = Array.from({ length: 200 }, (_, i) => ({
    text: `${words}${i % 3 === 0 ? 'red zinc lamp' : 'lamp a b c d e zinc'} ${words} zinc lamp`,
  }))
  for (const post of posts) expect(index.match(post)).toEqual(plainly(queries, post))
  expect(index.matchAll(posts)).toEqual(posts.map((post) => plainly(queries, post)))
})

test('a hashtag that stands in the text too is told from one that only looks like it', () => {
  const asked = [
    '#cake',
    'cake',
    '~cake',
    '{Cake}',
    '#cak*',
    '#cakes',
    'cakes',
    '#cake\u0301',
    '"#cake day"',
    '#t20',
    '東京',
  ]
  const queries = asked.map((query) => parse(query))
  const index = new QueryIndex()
  for (const [i, query] of queries.entries()) index.add(String(i), query)
  const many = Array.from({ length: 20 }, (_, i) => `t${i + 1}`)
  const texts = [
    '',
    '#cake',
    '#cake\u0301',
    '#Cake day',
    '#cakes',
    '#cake#cakes',
    'x#cake',
    '#東京タワー',
    '#cake\ufe0f',
  ]
  const posts = [...texts, many.map((tag) => `#${tag}`).join(' ')].flatMap((text) =>
    [['cake'], ['#cake'], ['Cake', 'cakes'], ['cake\u0301'], ['cake day'], ['東京'], many].map((tags) => ({
      text,
      tags,
    })),
  )
  for (const post of posts) expect(index.match(post)).toEqual(plainly(queries, post))
  expect(index.matchAll(posts)).toEqual(posts.map((post) => plainly(queries, post)))
})

test('all cases of the language hold in one index together', () => {
  const cases = readFileSync(new URL('../cases.txt', import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, what, query, rest = ''] = /^(matches|not) *\| (.*?) *\|(?: (.*))?$/.exec(line) ?? []
      if (what === undefined || query === undefined || /\\[un]/.test(line)) return []
      const post: Post = rest.startsWith('{"') ? JSON.parse(rest) : { text: rest }
      return [{ query: parse(query), post: post.at ? { ...post, at: new Date(post.at) } : post }]
    })
  const queries = cases.map(({ query }) => query)
  const index = new QueryIndex()
  for (const [i, query] of queries.entries()) index.add(String(i), query)
  expect(cases.length).toBeGreaterThan(150)
  for (const { post } of cases) expect(index.match(post, noon)).toEqual(plainly(queries, post))
})

const plainly = (queries: readonly Query[], post: Post): string[] =>
  queries.flatMap((query, i) => (matches(query, post, noon) ? [String(i)] : []))

function wordsIn(source: string): Word[] {
  try {
    const query = parse(source)
    return query.is === 'word' ? [query] : query.is === 'phrase' ? [...query.words] : []
  } catch {
    return []
  }
}
