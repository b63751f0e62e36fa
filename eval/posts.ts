/** Real posts to search: what people told six airlines, tweets of many kinds and eight languages, and strings that break things. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Author, Said } from '../src/domain/message/heard.ts'
import naughty from '../src/listening/fixtures/naughty-strings.json' with { type: 'json' }

export type Told = { room: number; said: Said }

const kinds = ['emotion', 'irony', 'offensive', 'sentiment']
const languages = {
  arabic: 'ar',
  english: 'en',
  french: 'fr',
  german: 'de',
  hindi: 'hi',
  italian: 'it',
  portuguese: 'pt',
  spanish: 'es',
}

/** `data`: the folder of data sets. Throws where they are not there. */
export function realPosts(data: string): Told[] {
  const posts: Told[] = []
  const first = Date.parse('2026-01-01T00:00:00Z')
  const add = (room: number, text: string, author: Author, langs: string[]) => {
    const number = posts.length
    const before = posts[number - 7]
    const said: Said = {
      id: `post-${number}`,
      source: author.id,
      at: new Date(first + number * 17 * 60_000),
      author,
      // Now and then as a feed has it, with a title; and with a picture that is told in words.
      title: number % 11 === 0 ? (text.split(/[.!?]/)[0] ?? null) : null,
      text,
      url: null,
      langs,
      inReplyTo: number % 7 === 0 && before?.room === room ? before.said.id : null,
      quotes: null,
      links: [...text.matchAll(/https?:\/\/[^\s"]+/g)].map(([link]) => link),
      mentions: number % 5 === 0 ? [...text.matchAll(/@(\w+)/g)].map(([, handle]) => handle ?? '') : [],
      tags: number % 3 === 0 ? [...text.matchAll(/#(\w+)/g)].map(([, tag]) => tag ?? '') : [],
      images: number % 13 === 0 ? [{ url: null, alt: posts[number - 1]?.said.text.slice(0, 60) ?? 'a cake' }] : [],
      reasons: ['room'],
    }
    posts.push({ room, said })
  }

  const airline = parse(readFileSync(join(data, 'social/airline/Tweets.public70.csv')), {
    columns: true,
    relax_quotes: true,
  }) as { text: string; name: string }[]
  for (const { text, name } of airline) add(0, text, person(name), ['en'])
  for (const kind of kinds)
    for (const text of lines(join(data, 'social/tweeteval', kind, 'val_text.txt')).slice(0, 1_000))
      add(1, text, person(`reader${text.length % 40}.example`), [])
  for (const [language, code] of Object.entries(languages))
    for (const text of lines(join(data, 'social/umsab', language, 'val_text.txt')))
      add(1, text, person(`${language}${text.length % 9}`), [code])
  for (const text of naughty) add(1, text, person('naughty'), [])
  return posts
}

const person = (handle: string): Author => ({
  id: `id-of-${handle}`,
  handle,
  name: `The ${handle} of old`,
  avatar: null,
  url: null,
  us: false,
})

const lines = (path: string): string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
    : []
