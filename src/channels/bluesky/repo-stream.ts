/** A PDS's own stream, com.atproto.sync.subscribeRepos: DAG-CBOR frames that carry a CAR of blocks. */
import { fromUint8Array } from '@atcute/car'
import { CidLinkWrapper, decode, decodeFirst, fromBytes } from '@atcute/cbor'
import { postCollection, repostCollection } from './at-uri.ts'
import { account, type Frame, type NetworkEvent } from './event.ts'
import { repoAccount, repoCommit, repoError, repoHeader, repoIdentity, repoInfo, repoMoment } from './wire.ts'

/** Where to listen; `position` (the last `seq` heard) null is from now on. Exclusive: hears what came after. */
export function repoStreamUrl(pds: string, position: number | null): URL {
  const url = new URL('/xrpc/com.atproto.sync.subscribeRepos', pds)
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:'
  if (position !== null) url.searchParams.set('cursor', String(position))
  return url
}

/** Reads one frame. Never throws: what makes no sense is `unreadable`. */
export function readRepoFrame(bytes: Uint8Array): Frame {
  try {
    const [head, rest] = decodeFirst(bytes)
    const { op, t } = repoHeader.parse(head)
    const body: unknown = decode(rest)
    if (op === -1) {
      const { error, message } = repoError.parse(body)
      return { is: 'refused', error, why: message ?? error }
    }
    if (t === '#info' && repoInfo.parse(body).name === 'OutdatedCursor') return { is: 'outdated' }
    if (t === '#info') return { is: 'nothing' }
    const { seq, time } = repoMoment.parse(body)
    const at = new Date(time)
    if (Number.isNaN(at.getTime())) return { is: 'unreadable' }
    return { is: 'events', position: seq, at, ...eventsOf(t, body, at) }
  } catch {
    return { is: 'unreadable' }
  }
}

type Events = { events: NetworkEvent[]; unreadable: number }

/** A body that makes no sense still moves the position, so that it is not asked for again for ever. */
function eventsOf(type: string | undefined, body: unknown, at: Date): Events {
  try {
    switch (type) {
      case '#commit':
        return postsOf(body, at)
      case '#account': {
        const said = repoAccount.parse(body)
        return { events: [account(said.did, said, at)], unreadable: 0 }
      }
      case '#identity':
        return { events: [{ is: 'identity', did: repoIdentity.parse(body).did, at }], unreadable: 0 }
      default:
        return { events: [], unreadable: 0 }
    }
  } catch {
    return { events: [], unreadable: 1 }
  }
}

function postsOf(body: unknown, at: Date): Events {
  const { repo: did, ops, blocks } = repoCommit.parse(body)
  const found: Events = { events: [], unreadable: 0 }
  const posts = ops.filter(({ path }) => path.startsWith(`${postCollection}/`))
  const reposts = ops.filter(({ path, action }) => action !== 'update' && path.startsWith(`${repostCollection}/`))
  if (posts.length + reposts.length === 0) return found
  const records = [...posts, ...reposts].some(({ action }) => action !== 'delete')
    ? recordsIn(fromBytes(blocks))
    : new Map<string, Uint8Array>()
  for (const { action, path, cid } of posts) {
    const rkey = path.slice(postCollection.length + 1)
    if (action === 'delete') {
      found.events.push({ is: 'post-deleted', did, rkey, at })
      continue
    }
    const record = cid instanceof CidLinkWrapper ? records.get(keyOf(cid.bytes)) : undefined
    if (record) found.events.push({ is: 'post', edited: action === 'update', did, rkey, record: decode(record), at })
    else found.unreadable++
  }
  for (const { action, path, cid } of reposts) {
    const rkey = path.slice(repostCollection.length + 1)
    if (action === 'delete') {
      found.events.push({ is: 'repost-deleted', did, rkey, at })
      continue
    }
    const bytes = cid instanceof CidLinkWrapper ? records.get(keyOf(cid.bytes)) : undefined
    if (!bytes) found.unreadable++
    else
      found.events.push({
        is: 'repost',
        names: (account) => Buffer.from(bytes).includes(account),
        read: () => ({ did, rkey, record: decode(bytes) }),
        at,
      })
  }
  return found
}

function recordsIn(car: Uint8Array): Map<string, Uint8Array> {
  const records = new Map<string, Uint8Array>()
  for (const { cid, bytes } of fromUint8Array(car)) records.set(keyOf(cid.bytes), bytes)
  return records
}

const keyOf = (cid: Uint8Array) => Buffer.from(cid.buffer, cid.byteOffset, cid.byteLength).toString('latin1')
