/** Jetstream: the whole network as JSON over a WebSocket. Its cursor is a time in microseconds, and inclusive. */
import { postCollection, repostCollection } from './at-uri.ts'
import { account, type Frame, type NetworkEvent, type Reposted } from './event.ts'
import { glance } from './glance/glance.ts'
import { PassingPost } from './passing-post.ts'
import { jetstreamFrame, parsed } from './wire.ts'

export const publicJetstream = 'wss://jetstream2.us-east.bsky.network/subscribe'

/** Where to listen; `position` null is from now on. Account and identity events come along unasked. */
export function jetstreamUrl(stream: string, position: number | null): URL {
  const url = new URL(stream)
  url.searchParams.append('wantedCollections', postCollection)
  url.searchParams.append('wantedCollections', repostCollection)
  if (position !== null) url.searchParams.set('cursor', String(position))
  return url
}

/** Reads one frame. Never throws: what makes no sense is `unreadable`. */
export function readJetstream(frame: Buffer): Frame {
  const glimpse = glance(frame)
  if (glimpse) {
    const at = new Date(glimpse.position / 1000)
    const events: NetworkEvent[] = [{ is: 'glimpse', post: new PassingPost(glimpse, at), at }]
    return { is: 'events', position: glimpse.position, at, events, unreadable: 0 }
  }
  return repostIn(frame) ?? readWhole(frame)
}

const reposts = Buffer.from(`"operation":"create","collection":"${repostCollection}"`)
const head = /^\{"did":"[^"\\]+","time_us":(\d{1,16}),/

/** A repost, not read yet: as many go by as posts do. Null: it is none, or is spelled in another way. */
function repostIn(frame: Buffer): Frame | null {
  if (!frame.includes(reposts)) return null
  const position = Number(head.exec(frame.toString('latin1', 0, 128))?.[1])
  if (!(position > 0)) return null
  const at = new Date(position / 1000)
  const event: NetworkEvent = {
    is: 'repost',
    names: (account) => frame.includes(account),
    read: () => repostOf(frame),
    at,
  }
  return { is: 'events', position, at, events: [event], unreadable: 0 }
}

function repostOf(frame: Buffer): Reposted | null {
  const read = jetstreamFrame.safeParse(parsed(frame.toString('utf8')))
  if (!read.success || read.data.commit?.collection !== repostCollection) return null
  return { did: read.data.did, rkey: read.data.commit.rkey, record: read.data.commit.record }
}

function readWhole(frame: Buffer): Frame {
  const read = jetstreamFrame.safeParse(parsed(frame.toString('utf8')))
  if (!read.success) return { is: 'unreadable' }
  const { did, time_us, kind, commit, account: status } = read.data
  const at = new Date(time_us / 1000)
  const events: NetworkEvent[] = []
  if (kind === 'commit' && commit?.collection === postCollection) {
    if (commit.operation === 'delete') events.push({ is: 'post-deleted', did, rkey: commit.rkey, at })
    else {
      const edited = commit.operation === 'update'
      events.push({ is: 'post', edited, did, rkey: commit.rkey, record: commit.record, at })
    }
  }
  if (kind === 'commit' && commit?.collection === repostCollection && commit.operation === 'delete')
    events.push({ is: 'repost-deleted', did, rkey: commit.rkey, at })
  if (kind === 'account' && status) events.push(account(did, status, at))
  if (kind === 'identity') events.push({ is: 'identity', did, at })
  return { is: 'events', position: time_us, at, events, unreadable: 0 }
}
