import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { systemClock } from '../../lib/clock.ts'
import { inCommon } from '../../lib/in-common.ts'
import type { Batch, Kit } from '../channel.ts'
import type { Frame } from './event.ts'
import { hear } from './hear.ts'
import { jetstreamUrl, readJetstream } from './jetstream.ts'
import { Lines, type Stream } from './lines.ts'
import { ada, ok, pretendPds, room } from './pretend-pds.ts'

const servers: WebSocketServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    for (const socket of server.clients) socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  }
})

const begun = Date.now() * 1000

/** A Jetstream that remembers all it said: who asks by a cursor is told from there on. Its events are numbered, a millisecond apart. */
async function network() {
  const said: string[] = []
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  servers.push(server)
  const asked: (number | null)[] = []
  server.on('connection', (socket, { url }) => {
    const cursor = new URL(url ?? '', 'ws://here').searchParams.get('cursor')
    asked.push(cursor === null ? null : numberOf(Number(cursor)))
    if (cursor !== null) for (const frame of said.slice(Math.max(0, numberOf(Number(cursor))))) socket.send(frame)
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/subscribe`
  const stream: Stream = {
    name: address,
    counting: 'time',
    url: (position) => jetstreamUrl(address, position),
    read: readJetstream,
    neverSilent: false,
  }
  return {
    stream,
    asked,
    lines: () => server.clients.size,
    breakOff: () => server.clients.forEach((socket) => void socket.close(1011, 'restart')),
    say(count: number, words = '') {
      for (let nth = 0; nth < count; nth++) {
        const frame = post(begun + said.length * 1000, words || `${said.length}`)
        said.push(frame)
        for (const socket of server.clients) socket.send(frame)
      }
    },
  }
}

const positionOf = (number: number) => begun + number * 1000
const numberOf = (position: number) => Math.round((position - begun) / 1000)
const post = (time_us: number, text: string, record: object = {}) =>
  JSON.stringify({
    did: ada,
    time_us,
    kind: 'commit',
    commit: {
      operation: 'create',
      collection: 'app.bsky.feed.post',
      rkey: `3k${time_us}`,
      record: { text, ...record },
    },
  })

function kitOf(): { kit: Kit; stop: () => void } {
  const ended = new AbortController()
  const kit: Kit = {
    ...pretendPds({}).kit,
    socket: (url) => new WebSocket(url),
    clock: systemClock,
    signal: ended.signal,
  }
  return { kit, stop: () => ended.abort() }
}

/** A room that takes what it is told, pauses after each time, and keeps the numbers. */
function listener(lines: Lines, stream: Stream, from: number | null, pause = async () => {}) {
  const { kit, stop } = kitOf()
  const listening = lines.hear(stream, from === null ? null : positionOf(from), kit)
  const numbers: number[] = []
  const isOpen = listening.opened()
  const done = (async () => {
    try {
      await isOpen
      for (let frames: readonly Frame[] = []; !kit.signal.aborted; frames = await listening.take()) {
        for (const frame of frames) if (frame.is === 'events') numbers.push(numberOf(frame.position))
        if (numbers.length > 0) await pause()
      }
      return null
    } catch (trouble) {
      return (trouble as Error).message
    } finally {
      listening.leave()
    }
  })()
  return { numbers, done, stop, isOpen }
}

const upTo = (to: number, from = 0) => Array.from({ length: to - from }, (_, at) => from + at)

test('two rooms hear one network over one line, each all of it; it is closed behind the last', async () => {
  const net = await network()
  const lines = new Lines()
  const [one, other] = [listener(lines, net.stream, null), listener(lines, net.stream, null)]
  await Promise.all([one.isOpen, other.isOpen])
  net.say(300)
  await expect.poll(() => [one.numbers.length, other.numbers.length]).toEqual([300, 300])
  expect([one.numbers, other.numbers]).toEqual([upTo(300), upTo(300)])
  expect(net.asked).toEqual([null])

  one.stop()
  await one.done
  net.say(100)
  await expect.poll(() => other.numbers.length).toBe(400)
  expect([one.numbers.length, net.lines()]).toEqual([300, 1])
  other.stop()
  expect(await other.done).toBe(null)
  await expect.poll(net.lines).toBe(0)
})

test('rooms that stopped at different moments go on each where it stopped, on one line where one holds them all', async () => {
  const net = await network()
  net.say(50)
  const lines = new Lines()
  const [first, later] = [listener(lines, net.stream, 10), listener(lines, net.stream, 40)]
  await expect.poll(() => [first.numbers.at(-1), later.numbers.at(-1)]).toEqual([49, 49])
  // A position is inclusive where the network is asked for it; where a line was open, what was known is not told again.
  expect([first.numbers, later.numbers]).toEqual([upTo(50, 10), upTo(50, 41)])
  expect(net.asked).toEqual([10])
})

test('who stopped earlier than the line reaches has one of its own until it has caught up, and misses nothing', async () => {
  const net = await network()
  net.say(3_000)
  const lines = new Lines()
  const first = listener(lines, net.stream, 2_900)
  await expect.poll(() => first.numbers.at(-1)).toBe(2_999)
  const earlier = listener(lines, net.stream, 5)
  await expect.poll(() => earlier.numbers.at(-1)).toBe(2_999)
  expect(net.asked).toEqual([2_900, 5])
  net.say(10)
  await expect.poll(() => earlier.numbers.at(-1)).toBe(3_009)
  await expect.poll(net.lines).toBe(1)
  net.say(10)
  await expect.poll(() => [first.numbers.at(-1), earlier.numbers.at(-1)]).toEqual([3_019, 3_019])
  expect(earlier.numbers).toEqual(upTo(3_020, 5))
  expect(first.numbers).toEqual(upTo(3_020, 2_900))
})

test('a slow room holds up no other, and hears everything once, on a line of its own where it must', async () => {
  const net = await network()
  const lines = new Lines()
  const free = Promise.withResolvers<void>()
  const [quick, slow] = [listener(lines, net.stream, null), listener(lines, net.stream, null, () => free.promise)]
  await Promise.all([quick.isOpen, slow.isOpen])
  net.say(30_000)
  await expect.poll(() => quick.numbers.length, { timeout: 20_000 }).toBe(30_000)
  expect(slow.numbers.length).toBeLessThan(1_000)
  free.resolve()
  await expect.poll(() => slow.numbers.length, { timeout: 20_000 }).toBe(30_000)
  expect([quick.numbers, slow.numbers]).toEqual([upTo(30_000), upTo(30_000)])
  expect(net.asked.length).toBeGreaterThan(1)
})

test('a line goes no faster than its quickest listener takes', async () => {
  const net = await network()
  const lines = new Lines()
  const only = listener(lines, net.stream, null, () => sleep(20))
  await only.isOpen
  net.say(20_000)
  await expect.poll(() => only.numbers.length, { timeout: 20_000 }).toBe(20_000)
  expect(only.numbers).toEqual(upTo(20_000))
  expect(net.asked).toEqual([null])
})

test('a line that breaks ends for all who listen, and the next to come opens it again', async () => {
  const net = await network()
  const lines = new Lines()
  const [one, other] = [listener(lines, net.stream, null), listener(lines, net.stream, null)]
  await Promise.all([one.isOpen, other.isOpen])
  net.say(3)
  await expect.poll(() => other.numbers.length).toBe(3)
  net.breakOff()
  expect(await one.done).toContain('closed the stream (1011, restart)')
  expect(await other.done).toContain('closed the stream (1011, restart)')
  net.say(3)
  const again = listener(lines, net.stream, 2)
  await expect.poll(() => again.numbers).toEqual(upTo(6, 2))
  expect(net.asked).toEqual([null, 2])
})

test('who listens from now on does not join a line that is still at yesterday, but one that is not', async () => {
  const net = await network()
  const lines = new Lines()
  const held = listener(lines, net.stream, -200_000)
  await held.isOpen
  const fresh = listener(lines, net.stream, null)
  await fresh.isOpen
  const another = listener(lines, net.stream, null)
  await another.isOpen
  expect(net.asked).toEqual([-200_000, null])
  // What is said now lets the first line catch up, and all gather on it.
  net.say(3)
  await expect.poll(() => [held, fresh, another].map(({ numbers }) => numbers)).toEqual([upTo(3), upTo(3), upTo(3)])
  net.say(3)
  await expect.poll(() => [held, fresh, another].map(({ numbers }) => numbers.length)).toEqual([6, 6, 6])
  await expect.poll(net.lines).toBe(1)
})

test('one post on one line is said to the account that it names, and goes by every other', async () => {
  const net = await network()
  const common = inCommon()
  const reader = async (did: string) => {
    const { kit, stop } = kitOf()
    const pds = pretendPds({
      getSession: () => ok({ did, handle: 'x.test', active: true }),
      listNotifications: () => ok({ notifications: [] }),
    })
    const settings = { ...room.settings, stream: net.stream.name }
    const secret = { password: 'word', session: { ...(room.secret as { session: object }).session, did } }
    const batches: Batch[] = []
    const done = (async () => {
      for await (const batch of hear(
        { ...room, address: did, settings, secret },
        { ...kit, fetch: pds.kit.fetch, inCommon: common },
      ))
        batches.push(batch)
    })()
    return { batches, stop, done, all: () => batches.flatMap(({ heard }) => heard) }
  }
  const [kit, mia] = await Promise.all([reader('did:plc:kit'), reader('did:plc:mia')])
  await expect.poll(() => [kit.batches.length, mia.batches.length]).toEqual([1, 1])
  const facets = [{ features: [{ $type: 'app.bsky.richtext.facet#mention', did: 'did:plc:mia' }] }]
  const socket = [...(servers[0]?.clients ?? [])]
  expect(socket.length).toBe(1)
  socket[0]?.send(post(Date.now() * 1000, 'good morning', { facets }))
  await expect.poll(() => [kit.all().length, mia.all().length]).toEqual([1, 1])
  const reasons = [kit, mia].map(({ all }) => all().map((it) => (it.is === 'said' ? it.message.reasons : it.is)))
  expect(reasons).toEqual([[[]], [['mention']]])
  kit.stop()
  mia.stop()
  await Promise.all([kit.done, mia.done])
})
