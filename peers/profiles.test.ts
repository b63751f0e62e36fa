/** Who somebody says they are, as a real PDS and directory tell it: with each message, and asked for afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bluesky } from '../src/channels/bluesky/channel.ts'
import type { Connection } from '../src/channels/channel.ts'
import { type BlueskyNetwork, type PeerAccount, startBluesky } from './bluesky.ts'
import { kitOf, listening, saying } from './ear.ts'

let network: BlueskyNetwork
let acme: PeerAccount
let fay: PeerAccount
let room: Connection

const calm = kitOf(new AbortController().signal)

beforeAll(async () => {
  network = await startBluesky()
  acme = await network.account('acme-inc')
  fay = await network.account('fay-lind')
  const typed = { handle: acme.handle, password: acme.appPassword, service: network.pdsUrl, stream: 'pds' }
  const connected = await bluesky.connect({ ...typed, directory: network.plcUrl }, calm)
  if (connected.is !== 'connected') throw new Error(connected.why)
  const { address, settings, secret } = connected
  room = { address, settings, secret, cursor: null }
})
afterAll(() => network?.close())

test('names can be asked for afterwards', async () => {
  const stranger = 'did:plc:2a7ygipkrbh544aqhcav53oy'
  const authors = (await bluesky.profiles?.([fay.did, stranger], room, calm)) ?? []
  expect(authors.map(({ id, handle, name }) => [id, handle, name])).toEqual([
    [fay.did, 'fay-lind.test', 'Fay-lind'],
    [stranger, null, null],
  ])
})

test('who writes to us is heard with what their profile says, and what it says once their name changes is learnt', async () => {
  const describe = (description: string, website: string) =>
    fay.agent.com.atproto.repo.putRecord({
      repo: fay.did,
      collection: 'app.bsky.actor.profile',
      rkey: 'self',
      record: { $type: 'app.bsky.actor.profile', displayName: 'Fay Lind', description, website },
    })
  const says = (text: string) =>
    fay.agent.post({ text: `@${acme.handle} ${text}`, facets: [namingAcme()], createdAt: new Date().toISOString() })
  await describe('Rye bread, in Leeds. More: https://fay.example/bread.', 'https://fay.example')
  const ear = listening(room)
  await ear.ready
  await says('first')
  const { author } = await ear.until(saying(`@${acme.handle} first`))
  expect([author.name, author.about]).toEqual([
    'Fay Lind',
    {
      bio: 'Rye bread, in Leeds. More: https://fay.example/bread.',
      links: [
        { url: 'https://fay.example/', proven: false },
        { url: 'https://fay.example/bread', proven: false },
      ],
    },
  ])

  await describe('Spelt bread, in York.', 'https://fay.example/new')
  await fay.agent.com.atproto.identity.updateHandle({ handle: 'fay-lindqvist.test' })
  await says('second')
  const { author: later } = await ear.until(saying(`@${acme.handle} second`))
  await ear.stop()
  const about = { bio: 'Spelt bread, in York.', links: [{ url: 'https://fay.example/new', proven: false }] }
  expect(later.about).toEqual(about)
  expect(await bluesky.profiles?.([fay.did], room, calm)).toMatchObject([{ name: 'Fay Lind', about }])
})

const namingAcme = () => ({
  index: { byteStart: 0, byteEnd: acme.handle.length + 1 },
  features: [{ $type: 'app.bsky.richtext.facet#mention', did: acme.did }],
})
