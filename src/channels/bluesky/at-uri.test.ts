import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isDid, isRecordKey, parseUri } from './at-uri.ts'

const lines = (name: string) =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

test.each([
  ['did', isDid],
  ['recordkey', isRecordKey],
])('the shared cases of %s are told right', (name, is) => {
  expect(lines(`${name}_syntax_valid.txt`).filter((one) => !is(one))).toEqual([])
  expect(lines(`${name}_syntax_invalid.txt`).filter(is)).toEqual([])
})

test('no shared invalid address is taken for one', () => {
  expect(lines('aturi_syntax_invalid.txt').filter((uri) => parseUri(uri) !== null)).toEqual([])
})

test('the shared addresses of records are read in three parts', () => {
  const records = lines('aturi_syntax_valid.txt').filter((uri) => /^at:\/\/did:[^/]+\/[^/]+\/[^/]+$/.test(uri))
  expect(records.length).toBeGreaterThan(5)
  for (const uri of records) {
    const { did, collection, rkey } = parseUri(uri) ?? {}
    expect(`at://${did}/${collection}/${rkey}`).toBe(uri)
  }
})

const cases: [uri: string, why: string][] = [
  ['at://ada.test/app.bsky.feed.post/3kabc', 'a handle can change'],
  ['at://did:plc:ada/app.bsky.feed.post', 'no record'],
  ['https://bsky.app/profile/did:plc:ada/post/3kabc', 'the web'],
]
test.each(cases)('%s is no address of a record: %s', (uri) => {
  expect(parseUri(uri)).toBeNull()
})
