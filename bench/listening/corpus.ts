/** What is said while the listening bench listens: real posts where there are some, and events as a Jetstream sends them. */
import { createWriteStream, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse as csv } from 'csv-parse/sync'
import type { Post } from '../../src/listening/post.ts'
import { seeded, writePosts } from '../posts.ts'

export type Corpus = { posts: readonly Post[]; events: readonly Buffer[]; about: string }

/**
 * `data`: a folder with the texts of TweetEval (files called *_text.txt in a folder tweeteval, one post a line) anywhere in it. Without one,
 * posts made up by the frequencies of words: the same everywhere, but all of plain letters.
 */
export async function corpusOf(data: string | undefined, most: number): Promise<Corpus> {
  const dice = seeded(1)
  const texts = data === undefined ? await madeUp(most) : shuffled(read(data, 'tweeteval'), dice).slice(0, most)
  const posts = texts.map((text, i) => postOf(text, i, dice))
  return {
    posts,
    events: posts.map((post, i) => Buffer.from(eventOf(post, i, dice))),
    about: data === undefined ? `${texts.length} posts made up by Zipf's law` : `${texts.length} tweets of TweetEval`,
  }
}

/** Tweets in eight languages (UMSAB, in umsab/ below `data`); without `data` none. */
export function inManyLanguages(data: string | undefined, most: number): Post[] {
  if (data === undefined) return []
  const dice = seeded(2)
  return shuffled(read(data, 'umsab'), dice)
    .slice(0, most)
    .map((text, i) => postOf(text, i, dice))
}

function read(data: string, set: string): string[] {
  const files = globSync(`**/${set}/**/*_text.txt`, { cwd: data }).sort()
  const lines = files.flatMap((file) => readFileSync(join(data, file), 'utf8').split('\n'))
  if (lines.length < 1_000)
    throw new Error(`There are no posts below ${data}: files called *_text.txt, one post a line.`)
  return [...new Set(lines.map((line) => line.trim()).filter(Boolean))]
}

async function madeUp(count: number): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  const path = join(folder, 'posts.csv')
  await writePosts(createWriteStream(path), count)
  const rows = csv(readFileSync(path), { columns: true }) as { text: string }[]
  rmSync(folder, { recursive: true })
  return rows.map(({ text }) => text)
}

/** These sets have all handles as @user: here they are people again, some far more often named than others. */
function postOf(text: string, i: number, dice: () => number): Post {
  const named = text.replaceAll('@user', () => `@${handle(Math.floor(20_000 ** dice()))}`)
  const tags = [...named.matchAll(/#([\p{L}\p{N}_]+)/gu)].map(([, tag]) => tag as string)
  return {
    text: named,
    langs: [dice() < 0.7 ? 'en' : (['pt', 'de', 'ja', 'es', 'fr'][Math.floor(dice() * 5)] as string)],
    author: { id: `did:plc:${identifier(i, dice)}`, handle: null, name: null },
    tags,
    mentions: [],
    links: [],
    images: [],
    inReplyTo: dice() < 0.5 ? `at://did:plc:${identifier(i, dice)}/app.bsky.feed.post/${key(i)}` : null,
  }
}

/** A commit as Jetstream frames it, some 740 bytes: half are replies, and each hashtag is a facet too. */
function eventOf(post: Post, i: number, dice: () => number): string {
  const root = { cid: `bafyrei${identifier(i, dice)}${identifier(i, dice)}`, uri: post.inReplyTo }
  const facets = (post.tags ?? []).map((tag) => ({
    features: [{ $type: 'app.bsky.richtext.facet#tag', tag }],
    index: { byteEnd: 60, byteStart: 50 },
  }))
  return JSON.stringify({
    did: post.author?.id,
    time_us: 1_732_000_000_000_000 + i * 1_000,
    kind: 'commit',
    commit: {
      rev: key(i),
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: key(i),
      record: {
        $type: 'app.bsky.feed.post',
        createdAt: '2026-11-24T12:00:00.000Z',
        ...(facets.length > 0 ? { facets } : {}),
        langs: post.langs,
        ...(post.inReplyTo ? { reply: { parent: root, root } } : {}),
        text: post.text,
      },
      cid: `bafyrei${identifier(i, dice)}${identifier(i, dice)}`,
    },
  })
}

const handle = (number: number) => `user${number.toString(36)}`
const key = (i: number) =>
  letters((3_000_000_000_000_000 + i).toString(32))
    .padStart(13, '2')
    .slice(-13)
const identifier = (i: number, dice: () => number) =>
  letters(`${i.toString(36)}${dice().toString(36).slice(2)}`)
    .padEnd(24, 'x')
    .slice(0, 24)
/** Base 32 as the network writes it has no 0, 1, 8 and 9. */
const letters = (id: string) => id.replace(/[0189]/g, (digit) => 'wxyz'.charAt(Number(digit) % 4))

export function shuffled<T>(all: readonly T[], dice: () => number): T[] {
  const mixed = [...all]
  for (let i = mixed.length - 1; i > 0; i--) {
    const other = Math.floor(dice() * (i + 1))
    ;[mixed[i], mixed[other]] = [mixed[other] as T, mixed[i] as T]
  }
  return mixed
}
