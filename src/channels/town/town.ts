/** The pretend town: who lives there, where they talk, and what a message of theirs looks like. Nobody in it is real. */
import { readFileSync } from 'node:fs'
import type { Said } from '../../domain/message/heard.ts'
import type { Json } from '../../lib/json.ts'

/** `langs`: what they write (BCP 47), the most likely first. */
export type Resident = {
  readonly key: string
  readonly name: string
  readonly handle: string
  readonly langs: readonly string[]
}

export type PlaceName = 'square' | 'comments' | 'guest-book'

export type Place = {
  /** `town-blog` can be heard, and is answered in its own comments. */
  readonly channel: 'town' | 'town-blog'
  readonly address: string
  readonly name: string
  readonly account: { readonly id: string; readonly handle: string } | null
}

export const places: Readonly<Record<PlaceName, Place>> = {
  square: {
    channel: 'town',
    address: 'square.town.example',
    name: '@acmebakery on the Square',
    account: { id: 'acmebakery', handle: 'acmebakery' },
  },
  comments: { channel: 'town-blog', address: 'bread-weekly.example', name: 'Bread Weekly comments', account: null },
  'guest-book': {
    channel: 'town',
    address: 'guest-book.town.example',
    name: "The shop's guest book",
    account: { id: 'acmebakery', handle: 'acmebakery' },
  },
}

/** By their keys in people.txt. */
export const residents: ReadonlyMap<string, Resident> = new Map(
  rows('people.txt').map(([key = '', name = '', handle = '', langs = '']) => [
    key,
    { key, name, handle, langs: langs.split(/, */) },
  ]),
)

/** How long an answer may be, in all of the town. */
export const length = { unit: 'graphemes', limit: 300 } as const

/** Tells one desk's town from another's in the same program. */
export const settingsFor = (desk: string): Json => ({ desk })

/** An id names its author last, so that a later answer knows whom it is for. */
export const idOf = (place: Place, said: string, who: string): string => `${place.address}/${said}/${who}`

/** The id of our own words. The key keeps them from being said twice. */
export const ourIdOf = (address: string, key: string): string => `${address}/ours/${key}/us`

export const authorOf = (id: string): string | null => id.split('/').at(-1) ?? null

/** What a resident says, or our own account where `who` is `us`. `[photo: ...]` at the end of `text` is a picture, in words. */
export function saidBy(
  place: Place,
  who: string,
  what: { id: string; at: Date; text: string; title: string | null; inReplyTo: string | null },
): Said {
  const [, text = '', alt] = /^([\s\S]*?)(?: *\[photo: (.+)\])?$/.exec(what.text) ?? []
  const mentions = [...text.matchAll(/@([a-z.]*[a-z])/g)].map(([, handle = '']) => handle)
  const resident = who === 'us' ? ourselves : residents.get(who)
  if (!resident) throw new Error(`Nobody called ${who} lives in the town.`)
  const us = who === 'us'
  return {
    id: what.id,
    source: resident.handle,
    at: what.at,
    author: { id: resident.handle, handle: resident.handle, name: resident.name, avatar: null, url: null, us },
    text,
    title: what.title,
    // Only what is answered elsewhere needs a way there. `.example` leads nowhere, for ever (RFC 2606).
    url: place.channel === 'town-blog' ? `https://${what.id}` : null,
    langs: resident.langs,
    inReplyTo: what.inReplyTo,
    quotes: null,
    links: [],
    mentions,
    tags: [],
    images: alt === undefined ? [] : [{ url: null, alt }],
    reasons: reasonsOf(place, { us, mentions, inReplyTo: what.inReplyTo }),
  }
}

const ourselves: Resident = { key: 'us', name: 'Acme Bakery', handle: 'acmebakery', langs: [] }

function reasonsOf(
  place: Place,
  { us, mentions, inReplyTo }: { us: boolean; mentions: readonly string[]; inReplyTo: string | null },
): Said['reasons'] {
  if (us) return []
  if (place !== places.square) return ['room']
  if (inReplyTo !== null && authorOf(inReplyTo) === 'us') return ['reply']
  return mentions.includes(ourselves.handle) ? ['mention'] : []
}

/** The lines of a text file beside this one, each in the parts between its bars. */
export function rows(file: string): string[][] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((part) => part.trim()))
}
