/** Blogs, forums, release notes, comments: everything that gives an RSS, Atom or JSON feed. */
import { z } from 'zod'
import type { Batch, Channel, Connected, Connection, Kit } from '../channel.ts'
import { ChannelTrouble } from '../channel.ts'
import { type Got, get } from './client.ts'
import {
  type Comments,
  commentsToFollow,
  cursorOf,
  type Followed,
  fresh,
  gapOf,
  newestOf,
  newsOf,
  type State,
  stateOf,
} from './followed.ts'
import { nextLook, nextTry } from './pace.ts'
import { type Outcome, read } from './reader.ts'
import type { Item, Origin } from './translate.ts'

const asks = z.object({ url: z.string().trim().min(1, 'The address of the feed is missing.') })
const settings = z.object({ url: z.string() })
const never = { etag: null, lastModified: null }

export const feed: Channel = {
  name: 'feed',
  title: 'Feed',
  can: ['read own', 'read earned', 'history', 'edits'],
  about: {
    cost: 'Nothing.',
    approval: 'None needed.',
    limits: 'Looked at every 15 minutes, or as often as the feed asks; up to 5 MB and 500 items.',
    unseen: 'What left the feed between two looks, what was deleted, and comments of older items.',
    expiry: 'Never.',
  },
  fields: [
    { name: 'url', label: 'Address', hint: 'Of the feed, or of a page that names one: example.org/blog', kind: 'url' },
  ],
  asks,
  connect,
  hear,
}

async function connect(asked: Record<string, string>, kit: Kit): Promise<Connected> {
  const url = addressOf(asks.parse(asked).url)
  if (url === null) return refused('This is not an address on the web.')
  try {
    const first = await look(url, kit)
    if (first.outcome.is === 'feed') return connected(first.settled, first.outcome.title)
    if (first.outcome.is === 'unread') return refused(first.outcome.why)
    const [named] = first.outcome.names
    if (named === undefined) return refused('This is a web page, not a feed, and it names none.')
    const second = await look(named, kit)
    if (second.outcome.is === 'feed') return connected(second.settled, second.outcome.title)
    return refused(`This is a web page, and the feed that it names (${named}) can't be read.`)
  } catch (error) {
    if (error instanceof ChannelTrouble) return refused(error.message)
    throw error
  }
}

async function look(url: string, kit: Kit): Promise<{ settled: string; outcome: Outcome }> {
  const got = await get(url, never, kit)
  if (got.is === 'unchanged') throw new ChannelTrouble('The server says that nothing changed, and gives nothing.')
  const origin: Origin = { source: sourceOf(url), url: got.url, role: { is: 'feed' }, heardAt: kit.clock.now() }
  return { settled: got.settled, outcome: await read({ ...got, origin }) }
}

const connected = (url: string, title: string | null): Connected => ({
  is: 'connected',
  address: sourceOf(url),
  name: title ?? sourceOf(url),
  account: null,
  settings: { url },
  secret: null,
})

const refused = (why: string): Connected => ({ is: 'refused', field: 'url', why })

/** What people type (`example.org/blog`, `feed://example.org/rss`) as an address; null when it is none. */
function addressOf(typed: string): string | null {
  const bare = typed.replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:\/\//i, 'https://')
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`)
  return url && /^https?:$/.test(url.protocol) ? url.href.replace(/#.*$/, '') : null
}

/** Host and path: what vouches for a feed's items, whatever they say themselves. */
function sourceOf(url: string): string {
  const { host, pathname, search } = new URL(url)
  return `${host}${pathname}${search}`
}

async function* hear(room: Connection, kit: Kit): AsyncGenerator<Batch> {
  let state = stateOf(room.cursor) ?? { feed: fresh(settings.parse(room.settings).url, kit.clock.now()), comments: [] }
  while (!kit.signal.aborted) {
    const [soonest] = state.comments.toSorted((a, b) => a.next.getTime() - b.next.getTime())
    const comments = soonest && soonest.next < state.feed.next ? soonest : null
    const wait = (comments ?? state.feed).next.getTime() - kit.clock.now().getTime()
    if (wait > 0) await kit.clock.sleep(wait, kit.signal)
    if (kit.signal.aborted) return
    const looked: Looked | 'stopped' = await (comments
      ? hearComments(comments, state, room, kit)
      : hearFeed(state, room, kit)
    ).catch((error) => {
      if (kit.signal.aborted) return 'stopped'
      throw error
    })
    if (looked === 'stopped') return
    state = looked.state
    yield { ...looked.batch, cursor: cursorOf(state) }
  }
}

type Looked = { state: State; batch: Omit<Batch, 'cursor'> }

async function hearFeed(state: State, room: Connection, kit: Kit): Promise<Looked> {
  // The room's address, and not where redirects lead today: a source that changed would make every message a new one.
  const seen = await hearOne(state.feed, { source: room.address, role: { is: 'feed' } }, kit)
  const comments = seen.items ? commentsToFollow(seen.items, state.comments, kit.clock.now()) : state.comments
  return { state: { feed: seen.next, comments }, batch: seen.batch }
}

/** One item's comments. That these fail is no trouble of the room: they are tried again later, and later. */
async function hearComments(comments: Comments, state: State, room: Connection, kit: Kit): Promise<Looked> {
  const origin = {
    source: sourceOf(comments.url),
    role: { is: 'comments', room: room.address, item: comments.item },
  } as const
  const keep = (next: Followed): State => ({
    ...state,
    comments: state.comments.map((it) => (it.url === comments.url ? { ...it, ...next, url: it.url } : it)),
  })
  try {
    const seen = await hearOne(comments, origin, kit)
    return { state: keep(seen.next), batch: seen.batch }
  } catch (error) {
    if (!(error instanceof ChannelTrouble)) throw error
    const now = kit.clock.now()
    const failures = comments.failures + 1
    const later = nextTry(failures, now)
    const next = error.retryAfter && error.retryAfter > later ? error.retryAfter : later
    return { state: keep({ ...comments, failures, next }), batch: { heard: [], at: null } }
  }
}

type Seen = { next: Followed; items: readonly Item[] | null; batch: Omit<Batch, 'cursor'> }

async function hearOne(before: Followed, origin: Pick<Origin, 'source' | 'role'>, kit: Kit): Promise<Seen> {
  const got = await get(before.url, before, kit)
  const now = kit.clock.now()
  const settled = { ...before, url: got.settled, failures: 0 }
  if (got.is === 'unchanged') {
    const next = nextLook({ minutes: before.minutes, maxAge: got.maxAge, newest: before.newest, now })
    return { next: { ...settled, next }, items: null, batch: { heard: [], at: null } }
  }
  const document = await documentOf(got, origin, kit)
  const { heard, known } = newsOf(document.items, before.known, origin.role.is === 'feed' ? 500 : 100)
  const newest = newestOf(document.items.map(({ said }) => said)) ?? before.newest
  const gap = gapOf(document.items, before)
  const next = nextLook({ minutes: document.minutes, maxAge: got.maxAge, newest, now })
  return {
    next: { ...settled, ...got.stamp, next, newest, minutes: document.minutes, known },
    items: document.items,
    batch: {
      heard,
      at: newestOf(heard.flatMap((it) => ('message' in it ? [it.message] : []))),
      ...(gap && { gap }),
    },
  }
}

async function documentOf(got: Extract<Got, { is: 'document' }>, origin: Pick<Origin, 'source' | 'role'>, kit: Kit) {
  const outcome = await read({ ...got, origin: { ...origin, url: got.url, heardAt: kit.clock.now() } })
  switch (outcome.is) {
    case 'feed':
      return outcome
    case 'page':
      throw new ChannelTrouble('There is a web page where the feed was.')
    case 'unread':
      throw new ChannelTrouble(outcome.why)
  }
}
