import { expect, test } from 'vitest'
import { fields } from '../../src/listening/fields.ts'
import { completed, completionsAt, fieldNames, type Known } from './query-completions.ts'

const known: Known = {
  rooms: ['Support', 'Acme on Bluesky'],
  channels: [{ name: 'bluesky', title: 'Bluesky' }],
  teammates: ['Kit', 'Ada Diaz'],
  languageName: (code) => ({ pt: 'Portuguese', pl: 'Polish' })[code] ?? code,
}

/** `|` is the caret. */
function at(written: string, asked = false) {
  const caret = written.indexOf('|')
  const text = written.replace('|', '')
  const found = completionsAt(text, caret, known, asked)
  return { text, found, offers: found?.options.map(({ insert }) => insert) ?? [] }
}

test('the fields are those of the language', () => expect(fieldNames.toSorted()).toEqual(Object.keys(fields).sort()))

const offers: [written: string, offers: string[]][] = [
  ['fr|', ['from:']],
  ['cake o|', ['on:', 'objective:', 'older_than:']],
  ['cake -l|', ['lang:', 'link:']],
  ['(i|', ['in:', 'is:']],
  ['cake O|', ['on:', 'objective:', 'older_than:', 'OR']],
  ['cake or|', []],
  ['|', []],
  ['cake|', []],
  ['"fr|', []],
  ['"big fr|', []],
  ['"acme" fr|', ['from:']],
  ['in:|', ['Support', '"Acme on Bluesky"']],
  ['in:ac|', ['"Acme on Bluesky"']],
  ['in:"acme on|', ['"Acme on Bluesky"']],
  ['-on:|', ['bluesky']],
  ['lang:po|', ['pt', 'pl']],
  ['lang:pt|', []],
  ['has:l|', ['link']],
  ['assignee:|', ['Kit', '"Ada Diaz"']],
  ['mood:|', []],
  ['10:3|', []],
]

test.each(offers)('%s offers %j', (written, offered) => expect(at(written).offers).toEqual(offered))

test('who asks sees the fields and the operators with nothing written', () => {
  expect(at('cake |', true).offers).toEqual([...fieldNames.map((name) => `${name}:`), 'OR', 'AND', 'NOT', 'NEAR/5'])
  expect(at('"ca|', true).offers).toEqual([])
})

const chosen: [written: string, insert: string, becomes: string][] = [
  ['fr|', 'from:', 'from:|'],
  ['cake fr| pie', 'from:', 'cake from:| pie'],
  ['in:ac| pie', '"Acme on Bluesky"', 'in:"Acme on Bluesky" |pie'],
  ['in:"acme on|" pie', '"Acme on Bluesky"', 'in:"Acme on Bluesky" |pie'],
  ['lang:p|', 'pt', 'lang:pt |'],
  ['cake O|', 'OR', 'cake OR |'],
]

test.each(chosen)('%s with %s is %s', (written, insert, becomes) => {
  const { text, found } = at(written)
  const option = found?.options.find((each) => each.insert === insert)
  if (!found || !option) throw new Error(`${insert} was not offered`)
  const now = completed(text, found, option)
  expect(`${now.text.slice(0, now.caret)}|${now.text.slice(now.caret)}`).toBe(becomes)
})
