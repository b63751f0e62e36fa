/** From Bluesky's words to ours. Pure, and cheap: every post of the network may pass here. */
import type { Author, Beside, ChannelReason, Overheard, Said } from '../../domain/message/heard.ts'
import { isDid, isRecordKey, parseUri, postCollection, postUri, postUrl, profileUrl, repostUri } from './at-uri.ts'
import type { NetworkEvent, Reposted } from './event.ts'
import { type PostRecord, postRecord } from './post-record.ts'
import { repostRecord } from './wire.ts'

/** `nothing`: it doesn't concern a desk. `unreadable`: it is skipped and counted, and stops nothing. */
export type Translated = Overheard | { is: 'nothing' } | { is: 'unreadable' }

/** What an event of the network means to the account `us` (a DID). */
export function translate(event: NetworkEvent, us: string): Translated {
  switch (event.is) {
    case 'post': {
      const message = said(event, us)
      return message ? { is: event.edited ? 'edited' : 'said', message } : { is: 'unreadable' }
    }
    case 'glimpse': {
      // Where our name stands anywhere in it, it may be to us.
      if (!event.post.names(us)) return { is: 'passing', message: event.post }
      const message = event.post.wholeTo(us)
      return message ? { is: 'said', message } : { is: 'unreadable' }
    }
    case 'repost': {
      // Of all the network's reposts, those of our own posts.
      if (!event.names(us)) return { is: 'nothing' }
      const read = event.read()
      return read ? passedOn(read, us, event.at) : { is: 'unreadable' }
    }
    case 'post-deleted':
    case 'repost-deleted': {
      if (!isDid(event.did) || !isRecordKey(event.rkey)) return { is: 'unreadable' }
      const uri = event.is === 'post-deleted' ? postUri : repostUri
      return { is: 'deleted', source: event.did, id: uri(event.did, event.rkey), at: event.at }
    }
    case 'account': {
      const now = standing(event.active, event.status)
      return now ? { is: 'author', source: event.did, authorId: event.did, now, at: event.at } : { is: 'nothing' }
    }
    case 'identity':
      return { is: 'nothing' }
  }
}

function passedOn({ did, rkey, record }: Reposted, us: string, at: Date): Translated {
  const target = repostRecord.safeParse(record).data?.subject.uri
  if (target === undefined || !isDid(did) || !isRecordKey(rkey)) return { is: 'unreadable' }
  const of = parseUri(target)
  if (of?.did !== us || of.collection !== postCollection) return { is: 'nothing' }
  return { is: 'passed-on', source: did, id: repostUri(did, rkey), target, author: authorOf(did, us), at }
}

/** A post as a message; null where the record is none that we can read. `at` is when the network saw it. */
export function said(found: { did: string; rkey: string; record: unknown; at: Date }, us: string): Said | null {
  const { did, rkey, at } = found
  const record = postRecord(found.record)
  if (record === null || !isDid(did) || !isRecordKey(rkey)) return null
  const { external } = record.embed
  const links = external === null ? record.links : [...record.links, external]
  const quotes = record.embed.quotes === null ? null : postOnly(record.embed.quotes)
  return {
    id: postUri(did, rkey),
    source: did,
    at: saidAt(record.createdAt, at),
    author: authorOf(did, us),
    text: record.text,
    title: null,
    url: postUrl(did, rkey),
    langs: record.langs.filter((lang) => language.test(lang)),
    inReplyTo: record.reply?.parent ?? null,
    quotes,
    links: once(links.filter((uri) => /^https?:\/\//i.test(uri))),
    ...besideWords(record, did),
    reasons: did === us ? [] : reasonsOf(record, quotes, us),
  }
}

export function besideWords({ mentions, hashtags, tags, embed: { images, video } }: PostRecord, did: string): Beside {
  return {
    mentions: once(mentions),
    tags: once([...hashtags, ...tags]),
    images: video
      ? [{ url: video.cid && videoUrl(did, video.cid), alt: video.alt }]
      : images.map(({ alt, cid }) => ({ url: cid && pictureUrl(did, cid), alt })),
  }
}

/** An author of whom only the DID is known: the stream says no more. */
export const authorOf = (did: string, us: string): Author => ({
  id: did,
  handle: null,
  name: null,
  avatar: null,
  url: profileUrl(did),
  us: did === us,
})

const day = 86_400_000

/**
 * `createdAt` is what the app of the author claims. A wrong or lying clock would put a message at the head of those who
 * wait, or below all; so it counts only within the day before the network saw the post.
 */
function saidAt(claimed: string | null, seen: Date): Date {
  const at = new Date(claimed ?? Number.NaN)
  const early = seen.getTime() - at.getTime()
  return early >= 0 && early <= day ? at : seen
}

function reasonsOf({ mentions, reply }: PostRecord, quotes: string | null, us: string): ChannelReason[] {
  const reasons: ChannelReason[] = []
  const ours = (uri: string | null | undefined) => uri?.startsWith(`at://${us}/`) ?? false
  if (mentions.includes(us)) reasons.push('mention')
  if (ours(reply?.parent) || ours(reply?.root)) reasons.push('reply')
  if (ours(quotes)) reasons.push('quote')
  return reasons
}

/** A feed, a list or a starter pack can stand where a quoted post stands. */
const postOnly = (uri: string) => (parseUri(uri)?.collection === postCollection ? uri : null)

// The addresses that bsky.app itself shows pictures from; a network of one's own has none there.
const pictureUrl = (did: string, cid: string) => `https://cdn.bsky.app/img/feed_fullsize/plain/${did}/${cid}@jpeg`
const videoUrl = (did: string, cid: string) =>
  `https://video.bsky.app/watch/${encodeURIComponent(did)}/${cid}/thumbnail.jpg`

/** BCP 47 in shape only: it is a hint, and what isn't one is dropped. */
const language = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}$/

/**
 * What an account's standing means; null where it means nothing about the person (`desynchronized` and `throttled`
 * speak of hosts). Words: https://atproto.com/specs/account
 */
function standing(active: boolean, status: string | null): 'here' | 'hidden' | 'gone' | null {
  if (active) return 'here'
  if (status === 'deleted') return 'gone'
  return status === 'deactivated' || status === 'suspended' || status === 'takendown' ? 'hidden' : null
}

export function once(all: string[]): string[] {
  if (all.length < 2) return all
  return all.length > few ? [...new Set(all)] : all.filter((one, i) => all.indexOf(one) === i)
}
/** Among so many, looking at all is quicker than a set. */
const few = 16
