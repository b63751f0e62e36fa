import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { glance } from './glance.ts'
import { readJetstream } from './jetstream.ts'
import { translate } from './translate.ts'

const recorded = readFileSync(new URL('fixtures/network.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const frameOf = (line: string) => Buffer.from(line)
const post = (record: unknown) =>
  frameOf(
    JSON.stringify({
      did: 'did:plc:dclwtltrt2ggsryagfzk7dp4',
      time_us: 1_783_175_888_090_631,
      kind: 'commit',
      commit: {
        rev: '3mptbypcq372f',
        operation: 'create',
        collection: 'app.bsky.feed.post',
        rkey: '3mptbyoeyc22k',
        record,
        cid: 'bafyreiapzyf65cmq55jklpnrihiygze2jmmdqvvkwqeiomd72pbp2iazuu',
      },
    }),
  )

test('of every recorded new post a glimpse is caught, and of nothing else', () => {
  const posts = recorded.filter((line) => /"create","collection":"app\.bsky\.feed\.post"/.test(line))
  expect(recorded.filter((line) => glance(frameOf(line)))).toEqual(posts)
  for (const line of posts)
    expect(JSON.parse(glance(frameOf(line))?.record ?? '')).toEqual(JSON.parse(line).commit.record)
})

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\\"', '","text":"', '"text":"x"', 'a\nb', '\u2028', '}}', '"reply":{'),
)
const parent = fc.record({
  cid: fc.constantFrom('bafyx', 'bafy"x'),
  uri: fc.constantFrom('at://did:plc:a/b/c', 'at:"'),
})
const anyRecord = fc.record(
  {
    createdAt: fc.constant('2026-07-04T14:38:06.240Z'),
    embed: fc.constantFrom({ text: 'embedded' }, { $type: 'x', uri: 'y' }),
    facets: fc.constant([]),
    langs: fc.array(text, { maxLength: 2 }),
    reply: fc.record({ parent, root: parent }),
    tags: fc.array(text, { maxLength: 2 }),
    text,
  },
  { requiredKeys: ['text'] },
)

test('a glimpse says of any post what reading it says', () => {
  fc.assert(
    fc.property(anyRecord, fc.boolean(), (record, turned) => {
      const keys = Object.entries(record)
      const glimpse = glance(post(Object.fromEntries(turned ? keys.toReversed() : keys)))
      if (glimpse === null) return
      expect(glimpse.text).toBe(record.text)
      expect(glimpse.parent).toBe(record.reply?.parent.uri ?? null)
      expect(glimpse.beside.length > 0).toBe(Boolean(record.facets || record.embed || record.tags))
    }),
    { numRuns: 2_000 },
  )
})

test('a plain post is glimpsed, whatever its words are', () => {
  fc.assert(
    fc.property(text, (words) => {
      expect(glance(post({ langs: ['en'], text: words }))?.text).toBe(words)
    }),
  )
})

test('a frame that is cut off anywhere is no glimpse, or can not be read when it comes to it', () => {
  const frame = post({ langs: ['en'], text: 'Hello "there"' })
  for (let length = 0; length < frame.length; length++) {
    const read = readJetstream(frame.subarray(0, length))
    const [event] = read.is === 'events' ? read.events : []
    const heard = event && translate(event, 'did:plc:us')
    expect(heard?.is === 'passing' ? heard.message.whole() : null).toBe(null)
  }
})

test('without a time that can be, it is no glimpse', () => {
  const frame = post({ text: 'hello' }).toString()
  for (const time of ['', '0', '99999999999999999999', '-1', '"1"'])
    expect(glance(frameOf(frame.replace('1783175888090631', time)))).toBe(null)
})

test('words of something embedded are not its words', () => {
  expect(glance(post({ embed: { text: 'embedded' } }))).toBe(null)
  expect(glance(post({ embed: { text: 'embedded' }, text: 'its own' }))?.text).toBe('its own')
})

test('where our name stands in it, it is read', () => {
  const us = 'did:plc:us'
  const record = { reply: { parent: { cid: 'bafyx', uri: `at://${us}/app.bsky.feed.post/3k` } }, text: 'yes' }
  const read = readJetstream(post(record))
  const [event] = read.is === 'events' ? read.events : []
  expect(event && translate(event, us)).toMatchObject({ is: 'said', message: { reasons: ['reply'] } })
})
