/** A small Bluesky for one account: a PDS that knows its app password, and a Jetstream that says what it is told to. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { postCollection, postUri } from '../src/channels/bluesky/at-uri.ts'
import { tidOf } from '../src/channels/bluesky/tid.ts'

export const account = { did: didOf(0), handle: 'acme.test', password: 'word' }

export type Network = {
  readonly pds: string
  readonly stream: string
  readonly listeners: number
  /** A post, which names this account; by default ours, null nobody. Gives its address and the moment at which it went out, in ms of the epoch. */
  say(post: { author: number; text: string; inReplyTo: Said | null; to?: string | null }): Said
  close(): Promise<void>
}

export type Said = { uri: string; root: string; at: number }

/** `answerMs`: how long the PDS takes for each answer. */
export async function startNetwork(answerMs: number): Promise<Network> {
  const server = createServer((request, response) => {
    setTimeout(() => answer(request, response), answerMs)
  })
  const jetstream = new WebSocketServer({ server, path: '/subscribe' })
  const listening = new Set<WebSocket>()
  jetstream.on('connection', (socket) => {
    listening.add(socket)
    socket.on('close', () => listening.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  let last = 0
  return {
    pds: `http://127.0.0.1:${port}`,
    stream: `ws://127.0.0.1:${port}/subscribe`,
    get listeners() {
      return listening.size
    },
    say({ author, text, inReplyTo, to = account.did }) {
      const at = performance.timeOrigin + performance.now()
      last = Math.max(last + 1, Math.round(at * 1000)) // every event has a time of its own
      const did = didOf(author)
      const rkey = tidOf(new Date(at), Math.random())
      const frame = JSON.stringify(commitOf({ did, rkey, time_us: last, text, inReplyTo, to }))
      for (const socket of listening) socket.send(frame)
      const uri = postUri(did, rkey)
      return { uri, root: inReplyTo?.root ?? uri, at }
    },
    async close() {
      for (const socket of listening) socket.terminate()
      jetstream.close()
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** `did:plc:` and 24 letters of base 32. */
export function didOf(number: number): string {
  const letters = number.toString(16).replace(/[0189]/g, (digit) => 'ghij'['0189'.indexOf(digit)] ?? '')
  return `did:plc:${letters.padStart(24, 'z')}`
}

const mentionOf = (did: string) => ({
  features: [{ $type: 'app.bsky.richtext.facet#mention', did }],
  index: { byteEnd: account.handle.length + 1, byteStart: 0 },
})
const cid = `bafyrei${'a'.repeat(52)}`

/** Keys in Jetstream's order, as in the recorded frames. */
type Post = { did: string; rkey: string; time_us: number; text: string; inReplyTo: Said | null; to: string | null }

function commitOf({ did, rkey, time_us, text, inReplyTo, to }: Post) {
  const ref = (uri: string) => ({ cid, uri })
  const record = {
    $type: postCollection,
    createdAt: new Date(time_us / 1000).toISOString(),
    ...(to === null ? {} : { facets: [mentionOf(to)] }),
    langs: ['en'],
    ...(inReplyTo ? { reply: { parent: ref(inReplyTo.uri), root: ref(inReplyTo.root) } } : {}),
    text: to === null ? text : `@${account.handle} ${text}`,
  }
  return {
    did,
    time_us,
    kind: 'commit',
    commit: { rev: rkey, operation: 'create', collection: postCollection, rkey, record, cid },
  }
}

const session = { did: account.did, handle: account.handle, accessJwt: 'access', refreshJwt: 'refresh', active: true }

const answers: Record<string, (url: URL) => object> = {
  'com.atproto.server.describeServer': () => ({ did: 'did:web:pds.test', availableUserDomains: ['.test'] }),
  'com.atproto.server.createSession': () => session,
  'com.atproto.server.refreshSession': () => session,
  'com.atproto.server.getSession': () => ({ did: account.did, handle: account.handle, active: true }),
  'app.bsky.notification.listNotifications': () => ({ notifications: [] }),
  'app.bsky.actor.getProfiles': (url) => ({
    profiles: url.searchParams
      .getAll('actors')
      .map((did) => ({ did, handle: `${did.slice(-6)}.test`, displayName: `Somebody ${did.slice(-6)}` })),
  }),
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://here')
  const give = answers[url.pathname.replace('/xrpc/', '')]
  request.resume()
  response.writeHead(give ? 200 : 501, { 'content-type': 'application/json' })
  response.end(JSON.stringify(give?.(url) ?? { error: 'MethodNotImplemented', message: 'Not here' }))
}
