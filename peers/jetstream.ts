/**
 * A Jetstream for tests: follows a PDS's stream with Bluesky's own reader and serves it as Jetstream does, with
 * `wantedCollections`, `wantedDids` and `cursor`. It stands in for a program that no package registry carries; the
 * frames it writes are held against recorded ones in `jetstream.test.ts`.
 */
import type { IncomingMessage } from 'node:http'
import { IdResolver } from '@atproto/identity'
import { lexToJson } from '@atproto/lexicon'
import { type Event, Firehose } from '@atproto/sync'
import { type WebSocket, WebSocketServer } from 'ws'

export type Jetstream = {
  /** What to type as the room's stream. */
  readonly url: string
  /** How many events it has passed on or keeps. */
  readonly size: () => number
  /** Cuts every listener off, as a deploy of the host does. */
  cutOff(): void
  /** Forgets what is older, as a host's retention does. */
  forgetBefore(at: Date): void
  close(): Promise<void>
}

type Kept = { time_us: number; did: string; collection: string | null; line: string }

export async function startJetstream(pdsUrl: string, plcUrl: string): Promise<Jetstream> {
  let kept: Kept[] = []
  const listeners = new Map<WebSocket, (event: Kept) => boolean>()
  let last = 0
  const stamp = () => {
    // Every event has a time of its own.
    last = Math.max(last + 1, Date.now() * 1000)
    return last
  }

  const firehose = new Firehose({
    service: pdsUrl.replace(/^http/, 'ws'),
    // Its own fetch reaches no private address.
    idResolver: new IdResolver({ plcUrl, fetch: globalThis.fetch }),
    unauthenticatedCommits: true,
    unauthenticatedHandles: true,
    getCursor: () => 0,
    handleEvent: (event) => {
      const frame = frameOf(event, stamp())
      if (!frame) return
      kept.push(frame)
      for (const [socket, wants] of listeners) if (wants(frame)) socket.send(frame.line)
    },
    onError: (trouble) => {
      if (!closing) throw trouble
    },
  })
  let closing = false
  const following = firehose.start()

  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', path: '/subscribe' })
  server.on('connection', (socket, request) => {
    const { wants, cursor } = askedOf(request)
    if (cursor !== null) for (const event of kept) if (event.time_us >= cursor && wants(event)) socket.send(event.line)
    listeners.set(socket, wants)
    socket.on('close', () => listeners.delete(socket))
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port')

  return {
    url: `ws://127.0.0.1:${address.port}/subscribe`,
    size: () => kept.length,
    cutOff: () => {
      for (const socket of server.clients) socket.terminate()
    },
    forgetBefore: (at) => {
      kept = kept.filter((event) => event.time_us >= at.getTime() * 1000)
    },
    close: async () => {
      closing = true
      await firehose.destroy()
      await following
      for (const socket of server.clients) socket.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function askedOf(request: IncomingMessage): { wants: (event: Kept) => boolean; cursor: number | null } {
  const { searchParams } = new URL(request.url ?? '/', 'ws://here')
  const collections = searchParams.getAll('wantedCollections')
  const dids = searchParams.getAll('wantedDids')
  const cursor = searchParams.get('cursor')
  return {
    cursor: cursor === null ? null : Number(cursor),
    wants: ({ did, collection }) =>
      (dids.length === 0 || dids.includes(did)) &&
      // Identity and account events are sent whatever the collections.
      (collection === null || collections.length === 0 || collections.some((wanted) => covers(wanted, collection))),
  }
}

const covers = (wanted: string, collection: string) =>
  wanted.endsWith('.*') ? collection.startsWith(wanted.slice(0, -1)) : wanted === collection

/** The event as Jetstream writes it: keys in its order, records as JSON of the data model. */
function frameOf(event: Event, time_us: number): Kept | null {
  const { did } = event
  const kept = (collection: string | null, rest: object): Kept => ({
    time_us,
    did,
    collection,
    line: JSON.stringify({ did, time_us, ...rest }),
  })
  switch (event.event) {
    case 'create':
    case 'update': {
      const { rev, event: operation, collection, rkey, cid } = event
      const record = sorted(lexToJson(event.record))
      return kept(collection, {
        kind: 'commit',
        commit: { rev, operation, collection, rkey, record, cid: cid.toString() },
      })
    }
    case 'delete': {
      const { rev, collection, rkey } = event
      return kept(collection, { kind: 'commit', commit: { rev, operation: 'delete', collection, rkey } })
    }
    case 'identity': {
      const { seq, time, handle } = event
      return kept(null, { kind: 'identity', identity: { did, ...(handle ? { handle } : {}), seq, time } })
    }
    case 'account': {
      const { seq, time, active, status } = event
      return kept(null, { kind: 'account', account: { active, did, seq, ...(status ? { status } : {}), time } })
    }
    case 'sync':
      return null
  }
}

/** Go writes maps by key. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}
