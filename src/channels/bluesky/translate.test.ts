import { readFileSync, writeFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inFull, type Said } from '../../domain/message/heard.ts'
import type { Frame } from './event.ts'
import { readJetstream } from './jetstream.ts'
import { readRepoFrame } from './repo-stream.ts'
import { said, type Translated, translate } from './translate.ts'

const us = 'did:plc:acme'
const ada = 'did:plc:ada'
const seen = new Date('2026-11-22T12:00:00.000Z')
const ourPost = { uri: `at://${us}/app.bsky.feed.post/3kours`, cid: 'bafyours' }
const adasPost = { uri: `at://${ada}/app.bsky.feed.post/3kadas`, cid: 'bafyadas' }

const file = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const jetstreamLines = file('network.jsonl')
  .toString()
  .trimEnd()
  .split('\n')
  .map((line) => Buffer.from(line))
const heardIn = (frames: readonly Frame[]) =>
  frames
    .flatMap((frame) => (frame.is === 'events' ? frame.events : []))
    .map((event) => whole(translate(event, us)))
    .filter((one) => one.is !== 'nothing')
const whole = (one: Translated) =>
  one.is === 'nothing' || one.is === 'unreadable' ? one : (inFull(one) ?? { is: 'nothing' })

test('recorded posts of the network are heard as they always were', () => {
  const heard = `${JSON.stringify(heardIn(jetstreamLines.map(readJetstream)), null, 2)}\n`
  const golden = new URL('fixtures/network.heard.json', import.meta.url)
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, heard)
  expect(heard).toBe(file('network.heard.json').toString())
})

test("both ways in tell the same of the same hour: Jetstream and the PDS's own stream", () => {
  // The two hosts saw the same event a moment apart, which is the time of what has no believable time of its own.
  const timeless = (heard: ReturnType<typeof heardIn>) =>
    heard.map((one) => JSON.stringify(one, (key, value) => (key === 'at' ? 'some time' : value), 1)).toSorted()
  const fromPds = timeless(heardIn(recordedFrames().map(readRepoFrame)))
  expect(fromPds).toEqual(timeless(heardIn(jetstreamLines.map(readJetstream))))
  expect(fromPds).toHaveLength(19)
})

test('every recorded frame of either stream is readable', () => {
  const frames = [...recordedFrames().map(readRepoFrame), ...jetstreamLines.map(readJetstream)]
  const kinds = file('kinds.jsonl')
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => readJetstream(Buffer.from(line)))
  const trouble = [...frames, ...kinds].filter((frame) => frame.is !== 'events' || frame.unreadable > 0)
  expect(trouble).toEqual([])
})

const wellFormed = { $type: 'app.bsky.feed.post', text: 'hello', createdAt: '2026-11-22T11:59:59.000Z' }
const heardAs = (record: object, did = ada): Said => {
  const message = said({ did, rkey: '3kabc', record: { ...wellFormed, ...record }, at: seen }, us)
  if (!message) throw new Error('unreadable')
  return message
}
const facet = (feature: object) => ({ index: { byteStart: 0, byteEnd: 1 }, features: [feature] })
const mentionOf = (did: string) => facet({ $type: 'app.bsky.richtext.facet#mention', did })
const quoteOf = (ref: object) => ({ $type: 'app.bsky.embed.record', record: ref })

const reasonCases: [what: string, record: object, reasons: string[]][] = [
  ['names us', { facets: [mentionOf(us)] }, ['mention']],
  ['names somebody else', { facets: [mentionOf('did:plc:bo')] }, []],
  ['answers us', { reply: { parent: ourPost, root: adasPost } }, ['reply']],
  ['stands in a thread of ours', { reply: { parent: adasPost, root: ourPost } }, ['reply']],
  ['answers us, with a root that makes no sense', { reply: { parent: ourPost, root: 7 } }, ['reply']],
  ['stands elsewhere', { reply: { parent: adasPost, root: adasPost } }, []],
  ['quotes us', { embed: quoteOf(ourPost) }, ['quote']],
  [
    'quotes us with a picture',
    {
      embed: {
        $type: 'app.bsky.embed.recordWithMedia',
        record: quoteOf(ourPost),
        media: { $type: 'app.bsky.embed.images', images: [] },
      },
    },
    ['quote'],
  ],
  ['quotes a feed of ours', { embed: quoteOf({ uri: `at://${us}/app.bsky.feed.generator/x`, cid: 'b' }) }, []],
  [
    'all at once',
    { facets: [mentionOf(us)], reply: { parent: ourPost, root: ourPost }, embed: quoteOf(ourPost) },
    ['mention', 'reply', 'quote'],
  ],
]
test.each(reasonCases)('a post that %s', (_, record, reasons) => {
  expect(heardAs(record).reasons).toEqual(reasons)
})

test('what we say ourselves is ours and has no reason of its own', () => {
  const { author, reasons } = heardAs({ facets: [mentionOf(us)], reply: { parent: ourPost, root: ourPost } }, us)
  expect({ us: author.us, reasons }).toEqual({ us: true, reasons: [] })
})

const claimed: [what: string, createdAt: unknown, at: string][] = [
  ['a second ago', '2026-11-22T11:59:59.000Z', '2026-11-22T11:59:59.000Z'],
  ['in another zone', '2026-11-22T13:59:59+02:00', '2026-11-22T11:59:59.000Z'],
  ['in the future', '2031-01-01T00:00:00Z', '2026-11-22T12:00:00.000Z'],
  ['in 1970', '1970-01-01T00:00:00Z', '2026-11-22T12:00:00.000Z'],
  ['never', undefined, '2026-11-22T12:00:00.000Z'],
  ['in no words', 'yesterday-ish', '2026-11-22T12:00:00.000Z'],
  ['in a number', 12, '2026-11-22T12:00:00.000Z'],
]
test.each(claimed)('a post said to be from %s', (_, createdAt, at) => {
  expect(heardAs({ createdAt }).at.toISOString()).toBe(at)
})

test('links, tags, pictures and languages come along once each', () => {
  const { links, tags, images, langs } = heardAs({
    langs: ['en', 'not a language', 'pt-BR'],
    tags: ['rocket', 'extra'],
    facets: [
      facet({ $type: 'app.bsky.richtext.facet#link', uri: 'https://acme.test/a' }),
      facet({ $type: 'app.bsky.richtext.facet#link', uri: 'https://acme.test/a' }),
      facet({ $type: 'app.bsky.richtext.facet#link', uri: 'javascript:alert(1)' }),
      facet({ $type: 'app.bsky.richtext.facet#tag', tag: 'rocket' }),
    ],
    embed: {
      $type: 'app.bsky.embed.gallery',
      items: [
        { alt: 'a cake', image: { $type: 'blob', ref: { $link: 'bafycake' }, mimeType: 'image/png', size: 1 } },
        { alt: 'no picture' },
      ],
    },
  })
  expect({ links, tags, images, langs }).toEqual({
    links: ['https://acme.test/a'],
    tags: ['rocket', 'extra'],
    images: [
      { url: 'https://cdn.bsky.app/img/feed_fullsize/plain/did:plc:ada/bafycake@jpeg', alt: 'a cake' },
      { url: null, alt: 'no picture' },
    ],
    langs: ['en', 'pt-BR'],
  })
})

test('a broken part is left out, and the post stays', () => {
  const message = heardAs({ facets: [7, { features: 'no' }, mentionOf(us)], embed: { $type: 5 }, reply: 'x', langs: 9 })
  expect({ text: message.text, mentions: message.mentions, inReplyTo: message.inReplyTo }).toEqual({
    text: 'hello',
    mentions: [us],
    inReplyTo: null,
  })
})

test.each([[{ text: 5 }], [null], ['a text'], [[]]])('a record %j is no post', (record) => {
  expect(said({ did: ada, rkey: '3kabc', record, at: seen }, us)).toBeNull()
})

const standings: [active: boolean, status: string | null, now: string | null][] = [
  [true, null, 'here'],
  [false, 'deleted', 'gone'],
  [false, 'deactivated', 'hidden'],
  [false, 'suspended', 'hidden'],
  [false, 'takendown', 'hidden'],
  [false, 'desynchronized', null],
  [false, null, null],
]
test.each(standings)('an account that is active: %s, %s', (active, status, now) => {
  const heard = translate({ is: 'account', did: ada, active, status, at: seen }, us)
  expect(heard.is === 'author' ? heard.now : null).toBe(now)
})

const poison: [what: string, text: string][] = [
  ['no JSON', 'hello'],
  ['half a frame', jetstreamLines[0]?.toString().slice(0, 40) ?? ''],
  ['a list', '[]'],
  ['no time', '{"did":"did:plc:ada","kind":"commit"}'],
  ['a time in words', '{"did":"did:plc:ada","kind":"commit","time_us":"now"}'],
]
test.each(poison)('a Jetstream frame that is %s is unreadable, never fatal', (_, text) => {
  expect(readJetstream(Buffer.from(text))).toEqual({ is: 'unreadable' })
})

test("no cut or bent frame of a PDS's stream is fatal", () => {
  const [frame] = recordedFrames()
  if (!frame) throw new Error('no frame recorded')
  for (let cut = 0; cut < frame.length; cut += 7) readRepoFrame(frame.subarray(0, cut))
  for (let bent = 0; bent < frame.length; bent += 7) {
    const copy = Buffer.from(frame)
    copy[bent] = (copy[bent] ?? 0) ^ 0xff
    readRepoFrame(copy)
  }
})

function recordedFrames(): Buffer[] {
  const bytes = zstdDecompressSync(file('network.frames.zst'))
  const frames: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = bytes.readUInt32LE(at)
    frames.push(bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return frames
}

describe('reposts', () => {
  const repost = (subject: string, did = 'did:plc:cccccccccccccccccccccccc') =>
    readJetstream(
      Buffer.from(
        JSON.stringify({
          did,
          time_us: 1_780_000_000_000_000,
          kind: 'commit',
          commit: {
            rev: '3kaaaaaaaaa22',
            operation: 'create',
            collection: 'app.bsky.feed.repost',
            rkey: '3kbbbbbbbbb22',
            record: {
              $type: 'app.bsky.feed.repost',
              subject: { uri: subject, cid: 'bafy' },
              createdAt: '2026-05-28T20:26:40Z',
            },
            cid: 'bafy',
          },
        }),
      ),
    )
  const heard = (subject: string, did?: string) => {
    const frame = repost(subject, did)
    return frame.is === 'events' ? frame.events.map((event) => translate(event, us)) : frame
  }

  test('of a post of ours is passed on', () => {
    expect(heard(`at://${us}/app.bsky.feed.post/3kours`)).toMatchObject([
      {
        is: 'passed-on',
        source: 'did:plc:cccccccccccccccccccccccc',
        id: 'at://did:plc:cccccccccccccccccccccccc/app.bsky.feed.repost/3kbbbbbbbbb22',
        target: `at://${us}/app.bsky.feed.post/3kours`,
        author: { us: false },
      },
    ])
  })

  test('of what others wrote, and ours of theirs, is nothing', () => {
    const theirs = 'at://did:plc:dddddddddddddddddddddddd/app.bsky.feed.post/3ktheirs'
    expect(heard(theirs)).toEqual([{ is: 'nothing' }])
    expect(heard(theirs, us)).toEqual([{ is: 'nothing' }])
  })

  test('that is taken back is told by its own id, whosever post it was of', () => {
    const did = 'did:plc:cccccccccccccccccccccccc'
    const commit = {
      rev: '3kaaaaaaaaa22',
      operation: 'delete',
      collection: 'app.bsky.feed.repost',
      rkey: '3kbbbbbbbbb22',
    }
    const frame = readJetstream(
      Buffer.from(JSON.stringify({ did, time_us: 1_780_000_000_000_000, kind: 'commit', commit })),
    )
    expect(frame.is === 'events' && frame.events.map((event) => translate(event, us))).toMatchObject([
      { is: 'deleted', source: did, id: `at://${did}/app.bsky.feed.repost/3kbbbbbbbbb22` },
    ])
  })

  test('that makes no sense is unreadable, and stops nothing', () => {
    expect(heard(us)).toEqual([{ is: 'nothing' }])
    expect(heard({ strange: us } as never)).toEqual([{ is: 'unreadable' }])
  })
})
