import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJetstream } from '../jetstream.ts'
import { PassingPost } from '../passing-post.ts'
import { postRecord } from '../post-record.ts'
import { besideWords, translate } from '../translate.ts'
import { glance } from './glance.ts'

const recorded = readFileSync(new URL('../fixtures/network.jsonl', import.meta.url), 'utf8')
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

const did = fc.constantFrom(
  'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa',
  'did:plc:bbbbbbbbbbbbbbbbbbbbbbbb',
  'did:web:example.com',
)
const facet = '#app.bsky.richtext.facet'
const feature = fc.oneof(
  fc.record({ $type: fc.constant('app.bsky.richtext.facet#tag'), tag: text }),
  fc.record({ $type: fc.constant('app.bsky.richtext.facet#mention'), did }),
  fc.record({ $type: fc.constant('app.bsky.richtext.facet#link'), uri: fc.webUrl() }),
  fc.constantFrom(
    { $type: 'app.bsky.richtext.facet#tag' },
    { $type: `${facet}#tag`, tag: 'no', did: 'no' },
    { tag: 'x' },
  ),
)
const anyFacet = fc.record(
  {
    $type: fc.constant('app.bsky.richtext.facet'),
    features: fc.array(feature, { minLength: 1, maxLength: 2 }),
    index: fc.record({ byteEnd: fc.nat(), byteStart: fc.nat() }),
  },
  { requiredKeys: ['features', 'index'] },
)
const embed = fc.constantFrom(
  { $type: 'app.bsky.embed.external', external: { title: 'A title', uri: 'https://example.com' } },
  { $type: 'app.bsky.embed.record', record: { cid: 'bafyx', uri: 'at://did:plc:a/app.bsky.feed.post/3k' } },
  { $type: 'app.bsky.embed.images', images: [{ alt: 'A cake', image: { $type: 'blob', ref: { $link: 'bafyi' } } }] },
  { alt: 'x' },
)
const carrying = fc.record(
  { embed, facets: fc.array(anyFacet, { maxLength: 40 }), tags: fc.array(text, { maxLength: 2 }), text },
  { requiredKeys: ['text'] },
)

test('a glimpse says what stands beside the words as reading it says', () => {
  fc.assert(
    fc.property(carrying, (record) => {
      const frame = post(record)
      const glimpse = glance(frame)
      const read = postRecord(JSON.parse(frame.toString()).commit.record)
      if (glimpse === null || read === null) throw new Error('It is a post.')
      const beside = new PassingPost(glimpse, new Date(0)).beside()
      expect(beside ?? { mentions: [], tags: [], images: [] }).toEqual(besideWords(read, glimpse.did))
    }),
    { numRuns: 2_000 },
  )
})

test('hashtags and named accounts are read without JSON.parse, as long as nothing is escaped', () => {
  const named = (tag: string) => {
    const features = [
      { $type: 'app.bsky.richtext.facet#tag', tag },
      { $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa' },
    ]
    return glance(post({ facets: [{ features, index: { byteEnd: 9, byteStart: 3 } }], text: 'x' }))?.names
  }
  expect(named('Gebäck')).toEqual({ tags: ['Gebäck'], mentions: ['did:plc:aaaaaaaaaaaaaaaaaaaaaaaa'] })
  expect(named('"quoted"')).toBe(null)
})

test('who is named many times stands beside the words once', () => {
  for (const times of [2, 20, 40]) {
    const named = ['x', 'y'].flatMap((tag) => Array(times / 2).fill({ $type: 'app.bsky.richtext.facet#tag', tag }))
    const glimpse = glance(
      post({ facets: [{ features: [...named, ...named], index: { byteEnd: 9, byteStart: 3 } }], text: '' }),
    )
    expect(glimpse && new PassingPost(glimpse, new Date(0)).beside()?.tags).toEqual(['x', 'y'])
  }
})

test('names without end are read by JSON.parse, and spoil no other frame', () => {
  const naming = (times: number) => {
    const features = Array(times).fill({ $type: 'app.bsky.richtext.facet#tag', tag: 'x' })
    return post({ facets: [{ features, index: { byteEnd: 9, byteStart: 3 } }], text: 'many' })
  }
  for (const times of [33, 300, 1_000]) {
    expect(glance(naming(times))).not.toBe(null)
    expect(glance(naming(times))?.names).toBe(null)
    expect(glance(naming(32))?.names?.tags.length).toBe(32)
  }
})

test('an account stands in it where it is said, and nowhere else', () => {
  const [us, other] = ['did:plc:ussssssssssssssssssssssz', 'did:plc:otherrrrrrrrrrrrrrrrrrrz'] as const
  const about = (account: string) =>
    post({ embed: { record: { uri: `at://${account}/app.bsky.feed.post/3k` } }, text: 'look' })
  expect(glance(about(us))?.hasAccount(us)).toBe(true)
  // The same last letter.
  expect(glance(about(other))?.hasAccount(us)).toBe(false)
  expect(glance(about('did:web:example.com'))?.hasAccount('did:web:example.com')).toBe(true)
  expect(glance(post({ text: 'mine' }))?.hasAccount('did:plc:dclwtltrt2ggsryagfzk7dp4')).toBe(true)
  for (let length = 0; length < 40; length++) {
    const shifted = post({ tags: ['x'.repeat(length)], embed: { of: us }, text: 'look' })
    expect(glance(shifted)?.hasAccount(us)).toBe(true)
  }
})

test('what may not follow a backslash is no glimpse', () => {
  const spelled = (end: string) => frameOf(post({ text: 'hello' }).toString().replace('hello', `hello${end}`))
  expect(glance(spelled('\\u00e4'))?.text).toBe('helloä')
  for (const wrong of ['\\x', '\\u12', '\\u12g4', '\\', '\n']) expect(glance(spelled(wrong))).toBe(null)
})

test('a frame that is too long to glance at is read in full', () => {
  const long = post({ langs: ['x'.repeat(66_000)], text: 'hello' })
  expect(glance(long)).toBe(null)
  expect(readJetstream(long)).toMatchObject({ is: 'events', events: [{ is: 'post' }] })
  const fits = post({ langs: ['x'.repeat(65_000)], text: 'hello' })
  expect(glance(fits)?.text).toBe('hello')
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
