import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matches } from './matches.ts'
import { parse } from './parse.ts'
import type { Post } from './post.ts'
import { excluding, type Judged, proposals } from './tuning.ts'

const about = (text: string, more: Partial<Post> = {}): Judged => ({ post: { text, ...more }, aboutUs: true })
const not = (text: string, more: Partial<Post> = {}): Judged => ({ post: { text, ...more }, aboutUs: false })
const terms = (query: string, judged: Judged[]) => proposals(parse(query), judged).map(({ term }) => term)

const fruit = [
  about('the new apple phone is late again'),
  about('apple lost my order, again'),
  about('apple, when will you answer me'),
  not('my favourite apple pie recipe'),
  not('a recipe for apple crumble #baking'),
  not('grandma taught me this apple pie #Baking'),
]

test('what stands in the others alone is proposed, the most telling first, with what each would remove', () => {
  expect(proposals(parse('apple'), fruit)).toEqual([
    { kind: 'hashtag', term: '#baking', removes: { aboutUs: 0, notAboutUs: 2 } },
    { kind: 'word', term: 'pie', removes: { aboutUs: 0, notAboutUs: 2 } },
    { kind: 'word', term: 'recipe', removes: { aboutUs: 0, notAboutUs: 2 } },
  ])
})

test('a term that removes some of ours says so, and stands after one that removes none', () => {
  const judged = [...fruit, about('the apple recipe app crashes'), not('apple recipe and pie')]
  expect(proposals(parse('apple'), judged).slice(0, 2)).toEqual([
    { kind: 'word', term: 'pie', removes: { aboutUs: 0, notAboutUs: 3 } },
    { kind: 'hashtag', term: '#baking', removes: { aboutUs: 0, notAboutUs: 2 } },
  ])
  expect(proposals(parse('apple'), judged)).toContainEqual({
    kind: 'word',
    term: 'recipe',
    removes: { aboutUs: 1, notAboutUs: 3 },
  })
})

test('authors and domains are proposed too', () => {
  const bot = { author: { id: '9', handle: '@deals.bot' }, links: ['https://www.shop.example/1'] }
  expect(terms('apple', [about('apple is late'), not('apple red', bot), not('apple blue', bot)])).toEqual([
    'link:shop.example',
  ])
  const spam = [not('apple red', { author: bot.author }), not('apple blue', { author: bot.author })]
  expect(terms('apple', [about('apple is late'), ...spam])).toEqual(['from:deals.bot'])
})

test('a phrase is proposed where its words alone say less', () => {
  const judged = [
    about('big apple fan, i saw the tree'),
    about('the big update, apple'),
    about('apple store in the big city'),
    not('the big apple never sleeps'),
    not('lost in the big apple tonight'),
    not('my flat in the big apple'),
  ]
  expect(terms('apple', judged)).toContain('"the big"')
  expect(terms('apple', judged)).not.toContain('big')
})

test('never a term of the query, a stop word, a piece of an address, or what one message holds alone', () => {
  const judged = [
    about('rocket is late'),
    not('Acmé rocket, by the way, is for you https://x.com 1'),
    not('acme rockets #acme #rocket for you https://y.com 1'),
  ]
  expect(terms('~acme OR rocket*', judged)).toEqual([])
})

test('scripts without spaces are proposed two characters at a time', () => {
  expect(terms('東京', [about('東京の店'), not('東京駅前'), not('私は東京駅へ')])).toEqual(['"京 駅"'])
})

test('what the query does not find any more says nothing', () => {
  expect(terms('apple -pie -recipe -crumble', fruit)).toEqual([])
})

test('excluding what is proposed removes just what was said', () => {
  const word = fc.constantFrom(
    'apple',
    'pie',
    'phone',
    '#pie',
    'late',
    '@bo',
    'the',
    'café',
    '👍',
    'https://a.example/x',
  )
  const post = fc.record({
    text: fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
    links: fc.array(fc.constantFrom('https://a.example/x', 'https://www.b.example')),
    author: fc.option(fc.record({ id: fc.constant('1'), handle: fc.constantFrom('bo', 'ada.example') })),
  })
  fc.assert(
    fc.property(fc.array(fc.record({ post, aboutUs: fc.boolean() })), (judged) => {
      const query = parse('apple OR café')
      for (const { term, removes } of proposals(query, judged)) {
        const narrower = parse(excluding(' apple OR café', query, term))
        const gone = judged.filter(({ post }) => matches(query, post) && !matches(narrower, post))
        expect({ term, n: gone.filter((it) => !it.aboutUs).length }).toEqual({ term, n: removes.notAboutUs })
        expect({ term, n: gone.filter((it) => it.aboutUs).length }).toEqual({ term, n: removes.aboutUs })
        expect(removes.notAboutUs).toBeGreaterThan(1)
      }
    }),
  )
})
