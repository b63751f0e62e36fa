import { expect, test } from 'vitest'
import { ada, said } from '../../test/cast.ts'
import { explain } from '../listening/explain.ts'
import { parse } from '../listening/parse.ts'
import { asJson, atCaret, forPeople } from './match-line.ts'
import { printable } from './printable.ts'

const match = (query: string, text: string) => {
  const message = said('a', { ...ada, name: 'A\x1b]0;owned\x07da' }, text)
  return { channel: 'feed', room: 'Bread\u202eWeekly', said: message, because: explain(parse(query), message) ?? [] }
}

test('the words that matched are marked, and nothing else', () => {
  const line = forPeople(match('cake', 'the CAKE, a cake!'), true)
  expect(line).toContain('the \x1b[1;33mCAKE\x1b[0m, a \x1b[1;33mcake\x1b[0m!')
  expect(forPeople(match('cake', 'the CAKE'), false)).toContain('the CAKE')
})

test('what a stranger writes never moves the cursor', () => {
  const evil = match('cake', 'cake \x1b[2J\x1b]52;c;aGk=\x07 \x9b31m\r\n\u202egnp.exe\u2066 \x7f')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  const unsafe = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/
  expect(forPeople(evil, false)).not.toMatch(unsafe)
  expect(asJson(evil)).not.toMatch(unsafe)
  expect(JSON.parse(asJson(evil))).toMatchObject({ text: evil.said.text, because: [{ term: 'cake' }] })
})

test.each([
  ['\x1b[31mred', '␛[31mred'],
  ['a\r\n\tb', 'a b'],
  ['\x9b2J', '\ufffd2J'],
  ['ab\u202ecd', 'ab\ufffdcd'],
  ['half \ud83d', 'half \ufffd'],
  ['👩‍🚀 مرحبا', '👩‍🚀 مرحبا'],
])('%j is shown as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test.each([
  ['acme "rocket', 5, 'acme "rocket\n     ^'],
  ['one\ntwo )', 8, 'two )\n    ^'],
  ['', 0, '\n^'],
])('a wrong query %j shows its place', (query, at, shown) => {
  expect(atCaret(query, at)).toBe(shown)
})
