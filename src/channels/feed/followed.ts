/** What we keep of each feed between two looks; together it is the room's cursor. */
import { z } from 'zod'
import type { Heard, Said } from '../../domain/message/heard.ts'
import type { Json } from '../channel.ts'
import { hashOf } from './hash.ts'
import type { Item } from './translate.ts'

const followed = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** When to look next. */
  next: z.coerce.date(),
  /** Of the newest item so far. */
  newest: z.coerce.date().nullable(),
  /** What the feed asked for in its last document. */
  minutes: z.number().nullable(),
  failures: z.number(),
  /** Items heard, newest last: the hash of the id, the hash of the words. */
  known: z.array(z.tuple([z.string(), z.string()])),
})
const cursor = z.object({
  feed: followed,
  /** The comments of its newest items. */
  comments: z.array(followed.extend({ item: z.string(), count: z.number().nullable() })),
})

export type Followed = z.infer<typeof followed>
export type Comments = z.infer<typeof cursor>['comments'][number]
export type State = z.infer<typeof cursor>

/** The state that a cursor holds; null where there is none, or none that can be read (then we begin anew). */
export const stateOf = (stored: Json | null): State | null => cursor.safeParse(stored).data ?? null

export const cursorOf = (state: State): Json => JSON.parse(JSON.stringify(state))

export const fresh = (url: string, now: Date): Followed => ({
  url,
  etag: null,
  lastModified: null,
  next: now,
  newest: null,
  minutes: null,
  failures: 0,
  known: [],
})

const mostComments = 10

type News = { heard: Heard[]; known: Followed['known'] }

/**
 * What is new or reads otherwise than when we heard it, oldest first, and what we know from now on: the items of this
 * look, and of earlier ones as many as make `most`.
 */
export function newsOf(items: readonly Item[], known: Followed['known'], most: number): News {
  const heard: Heard[] = []
  const now = new Map(known)
  for (const { said } of items.toSorted((a, b) => a.said.at.getTime() - b.said.at.getTime())) {
    const id = hashOf(said.id)
    const words = hashOf(said.title, said.text)
    const before = now.get(id)
    if (before === undefined) heard.push({ is: 'said', message: said })
    else if (before !== words) heard.push({ is: 'edited', message: said })
    // Put last again: an item that the feed still shows must never fall out of what we know.
    now.delete(id)
    now.set(id, words)
  }
  return { heard, known: [...now].slice(-Math.max(most, items.length)) }
}

/**
 * What may have passed unseen: the feed shows nothing that we know, so it turned over between two looks. Null where at
 * least one item links this look to the last.
 */
export function gapOf(items: readonly Item[], { known, newest }: Followed) {
  const ids = new Set(known.map(([id]) => id))
  const [oldest] = items.map(({ said }) => said.at).toSorted((a, b) => a.getTime() - b.getTime())
  if (newest === null || oldest === undefined || oldest <= newest) return null
  if (items.some(({ said }) => ids.has(hashOf(said.id)))) return null
  return { from: newest, to: oldest, why: `The feed shows its last ${items.length} items, and all are new to us.` }
}

/**
 * The comments to follow: those of the ten newest items that name a feed of them and do not say that they have none.
 * A count that changed is worth a look at once.
 */
export function commentsToFollow(items: readonly Item[], before: readonly Comments[], now: Date): Comments[] {
  const following = new Map(before.map((comments) => [comments.url, comments]))
  return items
    .toSorted((a, b) => b.said.at.getTime() - a.said.at.getTime())
    .filter(({ comments }) => comments !== null && comments.count !== 0)
    .slice(0, mostComments)
    .map(({ said, comments }) => {
      const { url, count } = comments ?? { url: '', count: null }
      const known = following.get(url)
      if (!known) return { ...fresh(url, now), item: said.id, count }
      return { ...known, item: said.id, count, next: known.count === count ? known.next : now }
    })
}

export const newestOf = (messages: readonly Said[]): Date | null =>
  messages.reduce<Date | null>((newest, { at }) => (newest === null || at > newest ? at : newest), null)
