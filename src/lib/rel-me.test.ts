import { expect, test } from 'vitest'
import { namesAsMe } from './rel-me.ts'

const page = 'https://bsky.app/profile/ada.example'
const cases: [what: string, html: string, names: boolean][] = [
  ['a link in the head', '<link rel="me" href="https://bsky.app/profile/ada.example">', true],
  ['an anchor among other rels', '<a rel="nofollow ME" href="https://www.bsky.app/profile/Ada.example/">me</a>', true],
  ['without rel', '<a href="https://bsky.app/profile/ada.example">a friend</a>', false],
  ['of another page', '<a rel="me" href="https://bsky.app/profile/ada.example.org">me</a>', false],
  ['in a comment', '<!-- <a rel="me" href="https://bsky.app/profile/ada.example">me</a> -->', false],
  ['in words alone', 'rel="me" https://bsky.app/profile/ada.example', false],
  ['no address', '<a rel="me" href="javascript:alert(1)">me</a>', false],
]
test.each(cases)('%s', (_what, html, names) => {
  expect(namesAsMe(html, 'https://ada.example/', page)).toBe(names)
})

test('an address is read from where the page stands', () => {
  expect(
    namesAsMe('<a rel="me" href="/@ada">me</a>', 'https://social.example/about', 'https://social.example/@ada'),
  ).toBe(true)
})
