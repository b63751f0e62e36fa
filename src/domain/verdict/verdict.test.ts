import { expect, test } from 'vitest'
import { isOpen, MOST_CHANGES, whyNot, wordsIn } from './verdict.ts'

const at = new Date('2026-06-30T12:00:00Z')
const daysAgo = (days: number, ms = 0) => new Date(at.getTime() - days * 86_400_000 + ms)
const ada = { on: true, name: 'Ada', kind: 'human', labels: ['thanks'], last: null } as const

test.each([
  ['a person of whom nothing speaks against it', {}, null],
  ['nobody, where the desk does not ask', { on: false }, 'settings'],
  ['a bot', { kind: 'bot' }, 'only people'],
  ['a colleague', { kind: 'staff' }, 'only people'],
  ['who sent spam', { labels: ['question', 'spam'] }, 'spam or abuse'],
  ['who abused us', { labels: ['abuse'] }, 'spam or abuse'],
  ['who was asked thirty days ago', { last: daysAgo(30) }, null],
  ['who was asked a millisecond less than thirty days ago', { last: daysAgo(30, 1) }, 'asked on 2026-05-31'],
] as const)('asking %s', (_, of, why) => {
  const said = whyNot({ ...ada, ...of }, at)
  if (why === null) expect(said).toBeNull()
  else expect(said).toContain(why)
})

test('it can be said for thirty days after it was asked, and changed ten times', () => {
  const standing = { askedAt: daysAgo(30, 1), content: null, words: '', changes: 0 }
  expect(isOpen(standing, at)).toBe(true)
  expect(isOpen({ ...standing, askedAt: daysAgo(30) }, at)).toBe(false)
  expect(isOpen({ ...standing, askedAt: null }, at)).toBe(false)
  expect(isOpen({ ...standing, changes: MOST_CHANGES }, at)).toBe(false)
})

test('links of this desk are found in a text, however they are written around', () => {
  const url = 'https://desk.example'
  expect(wordsIn(`How did we do? ${url}/how/abcdefgh2.`, url)).toEqual(['abcdefgh2'])
  expect(wordsIn(`(${url}/how/abcdefgh2) ${url}/how/abcdefgh3?x`, url)).toEqual(['abcdefgh2', 'abcdefgh3'])
  expect(wordsIn(`https://other.example/how/abcdefgh2 ${url}/how/short ${url}/l/abcdefgh2`, url)).toEqual([])
})
