import { expect, test } from 'vitest'
import { evidenceBetween, isProof, type Named, scoreOf, suggestedFrom } from './evidence.ts'

const ada: Named = {
  channel: 'square',
  name: 'Ada Lindqvist',
  handle: 'adalind',
  bio: null,
  handleKey: 'adalind',
  mailKey: null,
  linkKey: 'square.example/adalind',
  links: [],
  handleShared: 2,
}
const elsewhere: Named = { ...ada, channel: 'forum', linkKey: 'forum.example/adalind' }
const other: Named = { ...elsewhere, name: 'Ada Lindqvist', handle: 'cakefriday', handleKey: 'cakefriday' }

const cases: [what: string, one: Named, two: Named, suggested: boolean, proof: boolean][] = [
  ['the same rare handle and a like name', ada, elsewhere, true, false],
  ['the same rare handle alone', ada, { ...elsewhere, name: 'Bo' }, false, false],
  ['a handle that many share', { ...ada, handleShared: 9 }, elsewhere, false, false],
  ['a handle of three letters', { ...ada, handleKey: 'ada' }, { ...elsewhere, handleKey: 'ada' }, false, false],
  ['the same handle on the same channel', ada, { ...elsewhere, channel: 'square' }, false, false],
  [
    'the same handle and bio',
    { ...ada, bio: 'Almond cake on Fridays' },
    { ...elsewhere, name: null, bio: 'almond cake, on Fridays!' },
    true,
    false,
  ],
  ['a like name alone', ada, other, false, false],
  [
    'the same mail address',
    { ...ada, mailKey: 'ada@ada.example' },
    { ...other, mailKey: 'ada@ada.example' },
    true,
    false,
  ],
  [
    'the same shared mailbox',
    { ...ada, mailKey: 'info@ada.example' },
    { ...other, mailKey: 'info@ada.example' },
    false,
    false,
  ],
  [
    'a page that names them back',
    { ...ada, links: [{ key: 'forum.example/adalind', proven: true }] },
    elsewhere,
    true,
    true,
  ],
  [
    'a page that does not',
    { ...ada, name: 'Bo', links: [{ key: 'forum.example/cakefriday', proven: false }] },
    { ...other, linkKey: 'forum.example/cakefriday' },
    false,
    false,
  ],
  [
    'the same proven link: two of one house may have it',
    { ...ada, links: [{ key: 'acme.example', proven: true }] },
    { ...other, links: [{ key: 'acme.example', proven: true }] },
    true,
    false,
  ],
  [
    'a handle that its channel vouches for as a domain',
    { ...ada, channel: 'bluesky', handle: 'ada.example' },
    { ...other, linkKey: 'ada.example/about' },
    true,
    false,
  ],
  [
    'a domain that nobody vouches for',
    { ...ada, handle: 'ada.example' },
    { ...other, linkKey: 'ada.example/about' },
    false,
    false,
  ],
]

test.each(cases)('%s', (_what, one, two, suggested, proof) => {
  for (const evidence of [evidenceBetween(one, two), evidenceBetween(two, one)]) {
    expect(scoreOf(evidence) >= suggestedFrom).toBe(suggested)
    expect(isProof(evidence)).toBe(proof)
  }
})

test('nothing in common is no evidence', () => {
  expect(scoreOf(evidenceBetween(ada, { ...other, name: 'Bo' }))).toBe(0)
})
