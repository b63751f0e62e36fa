import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { encode } from '@atcute/cbor'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { systemClock } from '../../lib/clock.ts'
import type { Batch, Json, Kit } from '../channel.ts'
import { hear } from './hear.ts'
import { type Answers, ada, fails, ok, pretendPds, room, us } from './pretend-pds.ts'

const recorded = readFileSync(new URL('fixtures/network.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

const open: WebSocketServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) {
    for (const socket of server.clients) socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A Jetstream that does as it is told with everybody who comes. */
async function pretendJetstream(serve: (socket: WebSocket, asked: URL) => void) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  open.push(server)
  const asked: URL[] = []
  server.on('connection', (socket, { url }) => {
    const address = new URL(url ?? '', 'ws://here')
    asked.push(address)
    serve(socket, address)
  })
  await new Promise((resolve) => server.once('listening', resolve))
  return { stream: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/subscribe`, asked }
}

const signedIn: Answers = {
  getSession: () => ok({ did: us, handle: 'acme.test', active: true }),
  listNotifications: () => fails(502, 'UpstreamFailure', 'no AppView'),
  getProfiles: () => ok({ profiles: [{ did: ada, handle: 'ada.test', displayName: 'Ada' }] }),
}

/** `served`: where every socket really leads. */
type Listening = { stream: string; served?: string; cursor?: Json; answers?: Answers; clock?: Kit['clock'] }

/** Hears until `enough`, or until it ends by itself. */
async function heardOn(
  { stream, served, cursor = null, answers, clock }: Listening,
  enough: (batches: Batch[]) => boolean,
) {
  const stop = new AbortController()
  const { kit } = pretendPds({ ...signedIn, ...answers })
  const batches: Batch[] = []
  const settings = { ...room.settings, stream }
  const whole: Kit = {
    ...kit,
    socket: (url) => new WebSocket(served ?? url),
    clock: clock ?? systemClock,
    signal: stop.signal,
  }
  for await (const batch of hear({ ...room, settings, cursor }, whole)) {
    batches.push(batch)
    if (enough(batches)) stop.abort()
  }
  return batches
}
const count = (batches: Batch[]) => batches.flatMap((batch) => batch.heard).length

const post = (text: string, time_us: number, record: object = {}) =>
  JSON.stringify({
    did: ada,
    time_us,
    kind: 'commit',
    commit: {
      rev: 'r',
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: `3k${time_us}`,
      record: { text, ...record },
      cid: 'c',
    },
  })
const now = () => Date.now() * 1000

test('a recorded hour is heard whole, in order, and its last position is kept', async () => {
  const { stream, asked } = await pretendJetstream((socket) => recorded.forEach((line) => void socket.send(line)))
  const batches = await heardOn(
    { stream, cursor: { stream: 'x', position: 1, at: '2026-07-04T14:38:00.000Z' } },
    (all) => count(all) >= 19,
  )
  const last = JSON.parse(recorded.at(-1) ?? '')
  expect(count(batches)).toBe(19)
  expect(batches.at(-1)?.cursor).toMatchObject({ stream, position: last.time_us })
  expect(asked[0]?.searchParams.get('wantedCollections')).toBe('app.bsky.feed.post')
})

test('frames that make no sense are skipped and counted, and what is between them is heard', async () => {
  const { stream } = await pretendJetstream((socket) => {
    for (const line of ['', '{', post('one', now()), '{"did":5}', post('x', now(), { text: 5 }), post('two', now())])
      socket.send(line)
  })
  const batches = await heardOn({ stream }, (all) => count(all) >= 2)
  expect([count(batches), batches.reduce((sum, batch) => sum + (batch.unreadable ?? 0), 0)]).toEqual([2, 4])
})

test('ten thousand events come in batches of at most 200, none lost', async () => {
  const start = now()
  const { stream } = await pretendJetstream((socket) => {
    for (let nth = 0; nth < 10_000; nth++) socket.send(post(`${nth}`, start + nth))
  })
  const batches = await heardOn({ stream }, (all) => count(all) >= 10_000)
  const texts = batches.flatMap((batch) => batch.heard.map((one) => (one.is === 'said' ? one.message.text : '')))
  expect(texts).toEqual(Array.from({ length: 10_000 }, (_, nth) => `${nth}`))
  expect(Math.max(...batches.map((batch) => batch.heard.length))).toBe(200)
})

test('a lone event does not wait for others', async () => {
  const { stream } = await pretendJetstream((socket) => socket.send(post('alone', now())))
  const begun = performance.now()
  await heardOn({ stream }, (all) => count(all) >= 1)
  expect(performance.now() - begun).toBeLessThan(2_000)
})

test('who speaks to us has a name, who speaks to others has only an id', async () => {
  const facets = [{ features: [{ $type: 'app.bsky.richtext.facet#mention', did: us }] }]
  const { stream } = await pretendJetstream((socket) => {
    socket.send(post('to others', now()))
    socket.send(post('to us', now() + 1, { facets }))
  })
  const batches = await heardOn({ stream }, (all) => count(all) >= 2)
  const said = batches.flatMap((batch) => batch.heard.map((one) => (one.is === 'said' ? one.message : null)))
  expect(said.map((one) => [one?.text, one?.author.handle, one?.author.name])).toEqual([
    ['to others', null, null],
    ['to us', 'ada.test', 'Ada'],
  ])
})

test('a name that takes too long holds nothing up', async () => {
  const facets = [{ features: [{ $type: 'app.bsky.richtext.facet#mention', did: us }] }]
  const { stream } = await pretendJetstream((socket) => socket.send(post('to us', now(), { facets })))
  const never = () => new Promise<Response>(() => {})
  const batches = await heardOn({ stream, answers: { getProfiles: never } }, (all) => count(all) >= 1)
  expect(batches.flatMap((batch) => batch.heard)).toMatchObject([
    { is: 'said', message: { author: { id: ada, handle: null } } },
  ])
})

test('the same Jetstream is asked for the kept position', async () => {
  const { stream, asked } = await pretendJetstream((socket) => socket.send(post('again', 1_795_000_000_000_000)))
  const at = new Date().toISOString()
  await heardOn({ stream, cursor: { stream, position: 1_795_000_000_000_000, at } }, (all) => count(all) >= 1)
  expect(asked[0]?.searchParams.get('cursor')).toBe('1795000000000000')
})

test('a stream that ends is a trouble that names its host, after all it gave was heard', async () => {
  const { stream } = await pretendJetstream((socket) => {
    socket.send(post('last words', now()))
    socket.close(1011, 'going down')
  })
  const batches: Batch[] = []
  const hearing = heardOn({ stream }, (all) => {
    batches.splice(0, batches.length, ...all)
    return false
  })
  await expect(hearing).rejects.toMatchObject({
    name: 'ChannelTrouble',
    needs: 'time',
    message: expect.stringMatching(/127\.0\.0\.1:\d+ closed the stream \(1011, going down\)/),
  })
  expect(count(batches)).toBe(1)
})

test('a line that is dead is noticed within a minute', async () => {
  // It takes the connection and then neither speaks nor answers a ping.
  const { stream } = await pretendJetstream((socket) => socket.pause())
  let ms = Date.now()
  const clock: Kit['clock'] = {
    now: () => new Date(ms),
    sleep: async (asked, signal) => {
      await sleep(200, null, { signal }).catch(() => {})
      ms += asked
    },
  }
  await expect(heardOn({ stream, clock }, () => false)).rejects.toMatchObject({
    name: 'ChannelTrouble',
    message: expect.stringContaining('for a minute'),
  })
})

test.each([
  [
    'sign-in',
    {
      getSession: () => fails(400, 'ExpiredToken', 'expired'),
      refreshSession: () => fails(400, 'ExpiredToken', 'revoked'),
      createSession: () => fails(401, 'AuthenticationRequired', 'no'),
    },
  ],
  ['owner', { getSession: () => ok({ did: us, handle: 'acme.test', active: false, status: 'deactivated' }) }],
  ['time', { getSession: () => new Error('getaddrinfo ENOTFOUND') }],
] satisfies [string, Answers][])('a room that can not begin says what it needs: %s', async (needs, answers) => {
  const { stream } = await pretendJetstream(() => {})
  await expect(heardOn({ stream, answers }, () => false)).rejects.toMatchObject({ name: 'ChannelTrouble', needs })
})

test('a PDS that is down does not stop us from hearing a Jetstream on', async () => {
  const { stream } = await pretendJetstream((socket) => socket.send(post('still here', now())))
  const cursor = { stream, position: 1, at: new Date().toISOString() }
  const batches = await heardOn(
    { stream, cursor, answers: { getSession: () => new Error('ECONNREFUSED') } },
    (all) => count(all) >= 1,
  )
  expect(count(batches)).toBe(1)
})

const repoFrame = (t: string, body: object) => Buffer.concat([encode({ op: 1, t }), encode(body)])
const at = '2026-11-20T12:00:00.000Z'

test('a PDS that no longer holds what we missed says so, and the gap is shown with its bounds', async () => {
  const { stream: served } = await pretendJetstream(async (socket) => {
    socket.send(repoFrame('#info', { name: 'OutdatedCursor' }))
    await sleep(100)
    socket.send(repoFrame('#account', { seq: 900, time: '2026-11-22T11:00:00.000Z', did: ada, active: true }))
  })
  const cursor = { stream: `pds:${room.settings.service}`, position: 7, at }
  const batches = await heardOn({ stream: 'pds', served, cursor }, (all) => count(all) >= 1)
  expect(batches.flatMap((batch) => batch.gap ?? [])).toMatchObject([
    { from: new Date(at), to: new Date('2026-11-22T11:00:00.000Z'), why: expect.stringContaining('no longer held') },
  ])
  expect(batches.map((batch) => batch.cursor)).toMatchObject([{ position: 7 }, { position: 900 }])
})

test('a stream that ends with an error of its own is named by its words', async () => {
  const slow = Buffer.concat([
    encode({ op: -1 }),
    encode({ error: 'ConsumerTooSlow', message: 'Stream consumer too slow' }),
  ])
  const { stream: served } = await pretendJetstream((socket) => socket.send(slow))
  const cursor = { stream: `pds:${room.settings.service}`, position: 7, at }
  await expect(heardOn({ stream: 'pds', served, cursor }, () => false)).rejects.toMatchObject({
    needs: 'time',
    message: expect.stringContaining('Stream consumer too slow'),
  })
})
