/** The Bluesky channel where an AppView stands behind the PDS: what was said before we came, or while the stream forgot. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bluesky } from '../src/channels/bluesky/channel.ts'
import type { Connection, Json } from '../src/channels/channel.ts'
import { type BlueskyNetwork, type PeerAccount, startBluesky } from './bluesky.ts'
import { kitOf, listening, saying } from './ear.ts'
import { type Jetstream, startJetstream } from './jetstream.ts'

let network: BlueskyNetwork
let jetstream: Jetstream
let acme: PeerAccount
let ada: PeerAccount

const calm = kitOf(new AbortController().signal)
const hour = 3_600_000

beforeAll(async () => {
  network = await startBluesky({ appView: true })
  jetstream = await startJetstream(network.pdsUrl, network.plcUrl)
  acme = await network.account('acme-inc')
  ada = await network.account('ada')
})
afterAll(async () => {
  await jetstream?.close()
  await network?.close()
})

async function roomOf(cursor: Json | null, stream = jetstream.url): Promise<Connection> {
  const connected = await bluesky.connect(
    { handle: acme.handle, password: acme.appPassword, service: network.pdsUrl, stream, directory: network.plcUrl },
    calm,
  )
  if (connected.is !== 'connected') throw new Error(connected.why)
  return { address: connected.address, settings: connected.settings, secret: connected.secret, cursor }
}

const createdAt = () => new Date().toISOString()
const mention = (text: string) =>
  ada.agent.post({
    text,
    facets: [
      { index: { byteStart: 0, byteEnd: 1 }, features: [{ $type: 'app.bsky.richtext.facet#mention', did: acme.did }] },
    ],
    createdAt: createdAt(),
  })

/** Until the AppView knows our post: of an answer to what it does not know yet it tells nobody. */
async function indexed(uri: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { data } = await acme.agent.getPosts({ uris: [uri] })
    if (data.posts.length > 0) return
    await sleep(50)
  }
  throw new Error(`The AppView never knew ${uri}`)
}

/** Until the AppView has indexed what was said. */
async function notified(text: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { data } = await acme.agent.app.bsky.notification.listNotifications({ limit: 100 })
    if (data.notifications.some(({ record }) => record.text === text)) return
    await sleep(50)
  }
  throw new Error(`The AppView never told of ${text}`)
}

test('the first start brings what was said to us before, oldest first, by name and with its reason', async () => {
  const ours = await acme.agent.post({ text: 'We bake.', createdAt: createdAt() })
  await indexed(ours.uri)
  await mention('long ago')
  await ada.agent.post({ text: 'an answer', reply: { root: ours, parent: ours }, createdAt: createdAt() })
  await ada.agent.post({
    text: 'a quote',
    embed: { $type: 'app.bsky.embed.record', record: ours },
    createdAt: createdAt(),
  })
  await ada.agent.like(ours.uri, ours.cid)
  for (const text of ['long ago', 'an answer', 'a quote']) await notified(text)

  const ear = listening(await roomOf(null))
  await mention('and now')
  await ear.until(saying('and now'))
  await ear.stop()
  const messages = ear.heard.flatMap((one) => (one.is === 'said' ? [one.message] : []))
  const once = [...new Map(messages.map((one) => [one.id, one])).values()]
  expect(once.map(({ text, reasons, author }) => [text, reasons, author.handle, author.name])).toEqual([
    ['long ago', ['mention'], 'ada.test', 'Ada'],
    ['an answer', ['reply'], 'ada.test', 'Ada'],
    ['a quote', ['quote'], 'ada.test', 'Ada'],
    ['and now', ['mention'], 'ada.test', 'Ada'],
  ])
  expect(ear.gaps).toEqual([])
})

test('what a Jetstream forgot while we were away comes from the notifications, and the gap is said with its bounds', async () => {
  await mention('while you slept')
  await notified('while you slept')
  jetstream.forgetBefore(new Date())
  const left = new Date(Date.now() - 30 * hour)
  const ear = listening(
    await roomOf({ stream: jetstream.url, position: left.getTime() * 1000, at: left.toISOString() }),
  )
  await mention('awake again')
  await ear.until(saying('awake again'))
  await ear.stop()
  const { author } = saying('while you slept')(ear.heard) ?? {}
  expect([author?.handle, ear.gaps]).toMatchObject([
    'ada.test',
    [{ from: left, to: expect.any(Date), why: expect.stringContaining('came from the notifications') }],
  ])
})

test('a change from a Jetstream to the PDS loses no mention, and says what it may lose', async () => {
  const left = new Date()
  await mention('on the way')
  await notified('on the way')
  const ear = listening(
    await roomOf({ stream: 'wss://elsewhere.test/subscribe', position: 1, at: left.toISOString() }, 'pds'),
  )
  await ear.until(saying('on the way'))
  await mention('arrived')
  await ear.until(saying('arrived'))
  await ear.stop()
  expect(ear.gaps).toMatchObject([{ from: left, why: expect.stringContaining("The stream can't be asked") }])
})

test('a change from the PDS to a Jetstream goes on by the hour', async () => {
  const left = new Date()
  await mention('by the hour')
  const ear = listening(await roomOf({ stream: `pds:${network.pdsUrl}`, position: 3, at: left.toISOString() }))
  await ear.until(saying('by the hour'))
  await ear.stop()
  expect(ear.gaps).toEqual([])
})

test('names can be asked of the AppView', async () => {
  const [author] = (await bluesky.profiles?.([ada.did], await roomOf(null), calm)) ?? []
  expect(author).toMatchObject({ id: ada.did, handle: 'ada.test', name: 'Ada', us: false })
})
