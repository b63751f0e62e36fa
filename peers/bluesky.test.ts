/** The Bluesky channel against a real PDS and directory: everything that a stranger can do to us, and we to them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bluesky } from '../src/channels/bluesky/channel.ts'
import type { Connection, Json } from '../src/channels/channel.ts'
import type { Heard } from '../src/domain/message/heard.ts'
import { type BlueskyNetwork, type PeerAccount, startBluesky } from './bluesky.ts'
import { kitOf, listening, saying } from './ear.ts'
import { type Jetstream, startJetstream } from './jetstream.ts'

let network: BlueskyNetwork
let jetstream: Jetstream
let acme: PeerAccount
let ada: PeerAccount

const post = 'app.bsky.feed.post'

beforeAll(async () => {
  network = await startBluesky()
  jetstream = await startJetstream(network.pdsUrl, network.plcUrl)
  acme = await network.account('acme-inc')
  ada = await network.account('ada')
})
afterAll(async () => {
  await jetstream?.close()
  await network?.close()
})

const calm = kitOf(new AbortController().signal)

const typed = (more: Record<string, string> = {}) => ({
  handle: acme.handle,
  password: acme.appPassword,
  service: network.pdsUrl,
  stream: jetstream.url,
  directory: network.plcUrl,
  ...more,
})

async function roomOf(more: Record<string, string> = {}, cursor: Json | null = null): Promise<Connection> {
  const connected = await bluesky.connect(typed(more), calm)
  if (connected.is !== 'connected') throw new Error(connected.why)
  return { address: connected.address, settings: connected.settings, secret: connected.secret, cursor }
}

const facetOf = (account: PeerAccount) => ({
  index: { byteStart: 0, byteEnd: account.handle.length + 1 },
  features: [{ $type: 'app.bsky.richtext.facet#mention', did: account.did }],
})
const mention = (text: string) =>
  ada.agent.post({ text: `@${acme.handle} ${text}`, facets: [facetOf(acme)], createdAt: new Date().toISOString() })

describe.each([['a Jetstream'], ["the PDS's own stream"]])('by %s', (way) => {
  const stream = () => (way === 'a Jetstream' ? jetstream.url : 'pds')
  let ear: ReturnType<typeof listening>
  let room: Connection

  beforeAll(async () => {
    room = await roomOf({ stream: stream() })
    ear = listening(room)
    await ear.ready
  })
  afterAll(() => ear?.stop())

  test('a stranger who names us is heard, by name', async () => {
    await mention(`is the cake back? ${way}`)
    const { author, reasons, url } = await ear.until(saying(`@acme-inc.test is the cake back? ${way}`))
    expect({
      handle: author.handle,
      name: author.name,
      us: author.us,
      reasons,
      url: url?.startsWith('https://bsky.app/profile/did:plc:'),
    }).toEqual({
      handle: 'ada.test',
      name: 'Ada',
      us: false,
      reasons: ['mention'],
      url: true,
    })
  })

  test('a stranger who speaks of something else is heard without a reason', async () => {
    await ada.agent.post({ text: `nice day ${way}` })
    expect((await ear.until(saying(`nice day ${way}`))).reasons).toEqual([])
  })

  test('what the stranger edits is heard as edited, and what they delete as deleted', async () => {
    const { uri } = await mention(`first words ${way}`)
    await ear.until(saying(`@acme-inc.test first words ${way}`))
    const rkey = uri.split('/').at(-1) ?? ''
    const record = { $type: post, text: `other words ${way}`, createdAt: new Date().toISOString() }
    await ada.agent.com.atproto.repo.putRecord({ repo: ada.did, collection: post, rkey, record })
    const edited = await ear.until((heard) => heard.find((one) => one.is === 'edited' && one.message.id === uri))
    await ada.agent.deletePost(uri)
    const deleted = await ear.until((heard) => heard.find((one) => one.is === 'deleted' && one.id === uri))
    expect([edited.is === 'edited' && edited.message.text, deleted]).toMatchObject([
      `other words ${way}`,
      { is: 'deleted', source: ada.did, id: uri },
    ])
  })

  test('our answer stands under the right post and root, and is heard as ours', async () => {
    const root = await ada.agent.post({ text: `thread begins ${way}` })
    const parent = await ada.agent.post({ text: `thread goes on ${way}`, reply: { root, parent: root } })
    const at = new Date()
    const key = bluesky.reply?.newKey(at, 0.5) ?? ''
    const text = `Hello @${ada.handle} and @nobody.test, see https://acme.example/cakes #cake ${way} 🍰`
    const sent = await bluesky.reply?.send({ key, text, langs: ['en'], at, parent: { id: parent.uri } }, room, calm)
    const id = `at://${acme.did}/${post}/${key}`
    expect(sent).toEqual({ is: 'sent', id, url: `https://bsky.app/profile/${acme.did}/post/${key}` })
    expect(bluesky.reply?.idOf(key, room)).toBe(id)

    const { data } = await acme.agent.com.atproto.repo.getRecord({ repo: acme.did, collection: post, rkey: key })
    const record = data.value as { reply: unknown; facets: { features: object[] }[]; createdAt: string }
    expect({
      reply: record.reply,
      createdAt: record.createdAt,
      features: record.facets.flatMap((one) => one.features),
    }).toEqual({
      reply: { root: { uri: root.uri, cid: root.cid }, parent: { uri: parent.uri, cid: parent.cid } },
      createdAt: at.toISOString(),
      features: [
        { $type: 'app.bsky.richtext.facet#mention', did: ada.did },
        { $type: 'app.bsky.richtext.facet#link', uri: 'https://acme.example/cakes' },
        { $type: 'app.bsky.richtext.facet#tag', tag: 'cake' },
      ],
    })
    const ours = await ear.until(saying(text))
    expect([ours.author.us, ours.inReplyTo, ours.id]).toEqual([true, parent.uri, id])
  })

  test('nothing is lost while we are away', async () => {
    const before = listening({ ...room, cursor: null })
    await before.ready
    await mention(`before ${way}`)
    await before.until(saying(`@acme-inc.test before ${way}`))
    await before.stop()
    for (let nth = 0; nth < 30; nth++) await mention(`away ${nth} ${way}`)
    const after = listening({ ...room, cursor: before.cursor() })
    await after.until(saying(`@acme-inc.test away 29 ${way}`))
    await after.stop()
    const missing = Array.from({ length: 30 }, (_, nth) => nth).filter(
      (nth) => !saying(`@acme-inc.test away ${nth} ${way}`)(after.heard),
    )
    expect([missing, after.gaps]).toEqual([[], []])
  })
})

test('the same reply sent twice, and once more in other words, is one record', async () => {
  const room = await roomOf()
  const { uri } = await mention('twice?')
  const at = new Date()
  const key = bluesky.reply?.newKey(at, 0.1) ?? ''
  const once = { key, text: 'Once only.', langs: [], at, parent: { id: uri } }
  const answers = [
    await bluesky.reply?.send(once, room, calm),
    await bluesky.reply?.send(once, room, calm),
    await bluesky.reply?.send({ ...once, text: 'Other words.' }, room, calm),
  ]
  const { data } = await acme.agent.com.atproto.repo.listRecords({ repo: acme.did, collection: post, limit: 100 })
  const under = data.records.filter(
    ({ value }) => JSON.stringify(value).includes(`"parent":{"cid":`) && JSON.stringify(value).includes(uri),
  )
  expect([answers.map((one) => one?.is), under.map(({ value }) => value.text)]).toEqual([
    ['sent', 'sent', 'sent'],
    ['Once only.'],
  ])
})

test('an answer to a post that is gone is refused, and says so', async () => {
  const room = await roomOf()
  const { uri } = await mention('soon gone')
  await ada.agent.deletePost(uri)
  const at = new Date()
  const key = bluesky.reply?.newKey(at, 0.2) ?? ''
  const sent = await bluesky.reply?.send({ key, text: 'Hello?', langs: [], at, parent: { id: uri } }, room, calm)
  expect(sent).toMatchObject({ is: 'refused', why: expect.stringContaining('deleted') })
})

test('a session that ran out is renewed and kept', async () => {
  const room = await roomOf()
  const secret = room.secret as { password: string; session: { accessJwt: string; refreshJwt: string } }
  const stale = { ...secret, session: { ...secret.session, accessJwt: 'x.y.z', refreshJwt: 'x.y.z' } }
  const { uri } = await mention('renew')
  const kept: Json[] = []
  const kit = kitOf(new AbortController().signal, async (now) => {
    kept.push(now)
  })
  const at = new Date()
  const key = bluesky.reply?.newKey(at, 0.3) ?? ''
  const sent = await bluesky.reply?.send(
    { key, text: 'Renewed.', langs: [], at, parent: { id: uri } },
    { ...room, secret: stale },
    kit,
  )
  expect([sent?.is, kept.length]).toEqual(['sent', 1])
})

test('a revoked app password asks for a new sign-in', async () => {
  const { data } = await acme.agent.com.atproto.server.createAppPassword({ name: 'soon-revoked' })
  const room = await roomOf({ password: data.password })
  await acme.agent.com.atproto.server.revokeAppPassword({ name: 'soon-revoked' })
  const secret = { password: data.password, session: null }
  const ear = listening({ ...room, secret })
  await ear.done
  expect(ear.trouble()).toMatchObject({ name: 'ChannelTrouble', needs: 'sign-in' })
})

test('an account that goes away, comes back and is heard of', async () => {
  const ear = listening(await roomOf())
  await ear.ready
  const bo = await network.account('bo-smith')
  await bo.agent.com.atproto.server.deactivateAccount({})
  await bo.agent.com.atproto.server.activateAccount()
  const standing = (heard: Heard[]) =>
    heard.flatMap((one) => (one.is === 'author' && one.authorId === bo.did ? [one.now] : []))
  await ear.until((heard) => (standing(heard).length >= 3 ? true : undefined))
  await ear.stop()
  expect(standing(ear.heard)).toEqual(['here', 'hidden', 'here'])
})

test('a Jetstream that cuts us off is a trouble that time mends', async () => {
  const ear = listening(await roomOf())
  await ear.ready
  jetstream.cutOff()
  await ear.done
  expect(ear.trouble()).toMatchObject({ name: 'ChannelTrouble', needs: 'time' })
})

test('a cursor that the PDS never gave starts anew, and says what is missing', async () => {
  const future = {
    stream: `pds:${network.pdsUrl}`,
    position: 9_999_999,
    at: new Date(Date.now() - 5_000).toISOString(),
  }
  const first = listening(await roomOf({ stream: 'pds' }, future))
  await first.done
  const second = listening(await roomOf({ stream: 'pds' }, first.cursor()))
  await second.ready
  await mention('anew')
  await second.until(saying('@acme-inc.test anew'))
  await second.stop()
  expect([first.trouble(), second.gaps.length]).toMatchObject([{ needs: 'time' }, 1])
})

const wrong: [what: string, more: Record<string, string>, field: string | null, why: RegExp][] = [
  [
    'a wrong password',
    { password: 'abcd-abcd-abcd-abcd' },
    'password',
    /does not know this handle and app password together/,
  ],
  ['an unknown handle', { handle: 'nobody.test' }, 'handle', /does not know the handle nobody\.test/],
  ['a server that nobody runs', { service: 'http://127.0.0.1:9' }, 'service', /Could not reach 127\.0\.0\.1:9/],
  ['no address of a server', { service: 'not an address' }, 'service', /not a web address/],
  ['a stream that nobody runs', { stream: 'ws://127.0.0.1:9' }, 'stream', /nobody could be heard at 127\.0\.0\.1:9/],
  ['no address of a stream', { stream: 'ftp://x.test' }, 'stream', /neither the address of a Jetstream/],
]
test.each(wrong)('%s is said at once', async (_, more, field, why) => {
  expect(await bluesky.connect(typed(more), calm)).toEqual({ is: 'refused', field, why: expect.stringMatching(why) })
})

test('a server that is no PDS is told from one that is', async () => {
  const answer = await bluesky.connect(typed({ service: network.plcUrl }), calm)
  expect(answer).toMatchObject({
    is: 'refused',
    field: 'service',
    why: expect.stringContaining('not a Bluesky server'),
  })
})

test('a closed account is told from a wrong password', async () => {
  const cy = await network.account('cyd')
  await cy.agent.com.atproto.server.deactivateAccount({})
  const answer = await bluesky.connect(typed({ handle: cy.handle, password: cy.appPassword }), calm)
  expect(answer).toMatchObject({ is: 'refused', field: 'handle', why: expect.stringContaining('deactivated') })
})

test.each([['@Acme-Inc.test'], ['https://bsky.app/profile/acme-inc.test'], ['acme-inc@example.test']])(
  '%s signs in',
  async (handle) => {
    expect(await bluesky.connect(typed({ handle }), calm)).toMatchObject({
      is: 'connected',
      address: acme.did,
      name: '@acme-inc.test',
    })
  },
)
