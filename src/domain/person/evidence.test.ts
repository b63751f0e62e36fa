import { expect, test } from 'vitest'
import type { Id } from '../../lib/ids.ts'
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
  said: [],
  handleShared: 1,
  handleNumbered: 0,
  nameShared: 1,
}
const elsewhere: Named = { ...ada, channel: 'forum', linkKey: 'forum.example/adalind' }
const other: Named = { ...elsewhere, name: 'Ada Lindqvist', handle: 'cakefriday', handleKey: 'cakefriday' }

const saysOf = (handle: string) => ({ handle, conversation: 'c' as Id, message: 'm' as Id })

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
    { ...ada, links: [{ key: 'forum.example/adalind', proven: true, shared: 2 }] },
    elsewhere,
    true,
    true,
  ],
  [
    'a page that does not',
    { ...ada, name: 'Bo', links: [{ key: 'forum.example/cakefriday', proven: false, shared: 2 }] },
    { ...other, linkKey: 'forum.example/cakefriday' },
    false,
    false,
  ],
  [
    'a blog that names two authors back',
    { ...ada, links: [{ key: 'blog.example', proven: true, shared: 2 }] },
    { ...other, name: 'Bo Weber', channel: 'feed', linkKey: 'blog.example' },
    false,
    false,
  ],
  [
    'a page that does not name back, and a like name',
    { ...ada, links: [{ key: 'forum.example/cakefriday', proven: false, shared: 1 }] },
    { ...other, name: 'Ada Lindquist', linkKey: 'forum.example/cakefriday' },
    true,
    false,
  ],
  [
    'the page of a star that a fan names',
    { ...ada, name: 'Ada Lindqvist Fans', links: [{ key: 'forum.example/cakefriday', proven: false, shared: 1 }] },
    { ...other, linkKey: 'forum.example/cakefriday' },
    false,
    false,
  ],
  [
    'the mailbox of a couple',
    { ...ada, mailKey: 'lindqvists@home.example' },
    { ...other, name: 'Nils Lindqvist', mailKey: 'lindqvists@home.example' },
    false,
    false,
  ],
  [
    'the same handle, made of the name, and others put a number behind it',
    { ...ada, handleNumbered: 3 },
    { ...elsewhere, name: 'A. Lindqvist' },
    false,
    false,
  ],
  [
    'the same handle that others like, and a rare name that it is not made of',
    { ...ada, handle: 'quillfox', handleKey: 'quillfox', handleNumbered: 3 },
    { ...elsewhere, handle: 'quillfox', handleKey: 'quillfox' },
    true,
    false,
  ],
  [
    'the site of a house, named by colleagues',
    { ...ada, links: [{ key: 'acme.example', proven: true, shared: 3 }] },
    { ...other, name: 'Bo Weber', links: [{ key: 'acme.example', proven: true, shared: 3 }] },
    false,
    false,
  ],
  [
    'the site of a club, named by namesakes among many',
    { ...ada, links: [{ key: 'club.example', proven: true, shared: 40 }] },
    { ...other, links: [{ key: 'club.example', proven: true, shared: 40 }] },
    false,
    false,
  ],
  [
    'the same proven link: two of one house may have it',
    { ...ada, links: [{ key: 'acme.example', proven: true, shared: 2 }] },
    { ...other, links: [{ key: 'acme.example', proven: true, shared: 2 }] },
    true,
    false,
  ],
  ['another handle that they said is theirs', { ...ada, said: [saysOf('cakefriday')] }, other, true, false],
  [
    'a mail address that they said is theirs',
    { ...ada, said: [saysOf('ada@ada.example')] },
    { ...other, mailKey: 'ada@ada.example' },
    true,
    false,
  ],
  [
    'each says that they are the other',
    { ...ada, said: [saysOf('cakefriday')] },
    { ...other, said: [saysOf('adalind')] },
    true,
    false,
  ],
  [
    'a handle that they said is theirs, and its owner has another name',
    { ...ada, said: [saysOf('cakefriday')] },
    { ...other, name: 'Bo Weber' },
    false,
    false,
  ],
  [
    'a handle like the one that they said, and many have it',
    { ...ada, said: [saysOf('cake.friday')] },
    { ...other, name: null, handleShared: 9 },
    false,
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
