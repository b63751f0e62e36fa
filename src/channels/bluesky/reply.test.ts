import { expect, test } from 'vitest'
import { type Answers, ada, fails, noon, ok, pretendPds, room, us } from './pretend-pds.ts'
import { reply } from './reply.ts'

const parentUri = `at://${ada}/app.bsky.feed.post/3kadas`
const cid = 'bafyreiarsf4bwzvv56k5hfkphewmtdhhqunlv7ul6xughvsipk3jfmoezu'
const rootRef = {
  uri: `at://${us}/app.bsky.feed.post/3kroot`,
  cid: 'bafyreieagt52rb3ncrc3heb66t5tdmbqtanypy3smrrdswoy4mnmaes66a',
}
const key = reply.newKey(noon, 0.5)
const id = `at://${us}/app.bsky.feed.post/${key}`
const outgoing = { key, text: 'Thank you, @ada.test!', langs: ['en'], at: noon, parent: { id: parentUri } }

const taken = () => ok({ uri: id, cid })
const adasPost = { uri: parentUri, cid, value: { text: 'hi', reply: { root: rootRef, parent: rootRef } } }
const well: Answers = {
  getRecord: () => ok(adasPost),
  resolveHandle: () => ok({ did: ada }),
  putRecord: taken,
}
const home = {
  id: ada,
  service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: 'https://theirs.test' }],
}

test('a reply is put under its key, only while nothing stands there, below the root that the parent names', async () => {
  const { kit, asked } = pretendPds(well)
  const sent = await reply.send(outgoing, room, kit)
  expect(sent).toEqual({ is: 'sent', id, url: `https://bsky.app/profile/${us}/post/${key}` })
  expect(asked.find(({ method }) => method === 'putRecord')?.body).toEqual({
    repo: us,
    collection: 'app.bsky.feed.post',
    rkey: key,
    swapRecord: null,
    record: {
      $type: 'app.bsky.feed.post',
      text: 'Thank you, @ada.test!',
      createdAt: noon.toISOString(),
      langs: ['en'],
      reply: { parent: { uri: parentUri, cid }, root: rootRef },
      facets: [
        {
          $type: 'app.bsky.richtext.facet',
          index: { byteStart: 11, byteEnd: 20 },
          features: [{ $type: 'app.bsky.richtext.facet#mention', did: ada }],
        },
      ],
    },
  })
})

test('a handle that nobody knows stays text', async () => {
  const { kit, asked } = pretendPds({
    ...well,
    resolveHandle: () => fails(400, 'HandleNotFound', 'Unable to resolve handle'),
  })
  await reply.send(outgoing, room, kit)
  expect(asked.find(({ method }) => method === 'putRecord')?.body?.record).not.toHaveProperty('facets')
})

test('a parent that begins its thread is its root', async () => {
  const { kit, asked } = pretendPds({ ...well, getRecord: () => ok({ ...adasPost, value: { text: 'hi' } }) })
  await reply.send(outgoing, room, kit)
  const ref = { uri: parentUri, cid }
  expect(asked.at(-1)?.body?.record).toMatchObject({ reply: { parent: ref, root: ref } })
})

const cases: [what: string, answers: Answers, sent: object][] = [
  [
    'the key is taken already',
    { putRecord: () => fails(400, 'InvalidSwap', 'Record was at bafy') },
    { is: 'sent', id },
  ],
  [
    'the server refuses',
    { putRecord: () => fails(400, 'InvalidRequest', 'Invalid app.bsky.feed.post record: grapheme too big') },
    { is: 'refused', why: 'Invalid app.bsky.feed.post record: grapheme too big' },
  ],
  [
    'we are too quick, and it says for how many seconds',
    { putRecord: () => fails(429, 'RateLimitExceeded', 'Rate Limit Exceeded', { 'retry-after': '90' }) },
    { is: 'try-later', after: new Date('2026-11-22T12:01:30Z'), mayHaveArrived: false },
  ],
  [
    'we are too quick, and it says until when',
    { putRecord: () => fails(429, 'RateLimitExceeded', 'Rate Limit Exceeded', { 'ratelimit-reset': '1795350000' }) },
    { is: 'try-later', after: new Date(1_795_350_000_000), mayHaveArrived: false },
  ],
  [
    'the line breaks while it is on its way',
    { putRecord: () => new Error('socket hang up') },
    { is: 'try-later', after: null, mayHaveArrived: true },
  ],
  [
    'the server falls over it',
    { putRecord: () => fails(500, 'InternalServerError', 'Internal Server Error') },
    { is: 'try-later', mayHaveArrived: true },
  ],
  ['the answer makes no sense', { putRecord: () => ok({ hello: 1 }) }, { is: 'try-later', mayHaveArrived: true }],
  [
    'the post was deleted',
    {
      getRecord: () => fails(400, 'RecordNotFound', 'Could not locate record'),
      [ada]: () => ok(home),
    },
    { is: 'refused', why: expect.stringContaining('deleted') },
  ],
  [
    'the author left the network',
    {
      getRecord: () => fails(502, 'UpstreamFailure', 'unreachable'),
      [ada]: () => new Response('gone', { status: 410 }),
    },
    { is: 'refused', why: expect.stringContaining('left') },
  ],
  [
    'nobody can tell whether the post is still there',
    { getRecord: () => fails(502, 'UpstreamFailure', 'unreachable'), [ada]: () => new Error('getaddrinfo ENOTFOUND') },
    { is: 'try-later', mayHaveArrived: false },
  ],
  [
    "only the author's own server has the post",
    {
      getRecord: ({ url }) =>
        url.host === 'theirs.test' ? ok(adasPost) : fails(400, 'RecordNotFound', 'Could not locate record'),
      [ada]: () => ok(home),
    },
    { is: 'sent', id },
  ],
]
test.each(cases)('when %s', async (_, answers, sent) => {
  const { kit } = pretendPds({ ...well, ...answers })
  expect(await reply.send(outgoing, room, kit)).toMatchObject(sent)
})

test.each([
  ['301 letters', 'x'.repeat(301)],
  ['few letters that weigh too much', '👨‍👩‍👧‍👦'.repeat(200)],
])('%s are refused before anybody is asked', async (_, text) => {
  const { kit, asked } = pretendPds(well)
  expect(await reply.send({ ...outgoing, text }, room, kit)).toMatchObject({ is: 'refused' })
  expect(asked).toEqual([])
})

test('300 families of emoji would be letters enough, 100 of them go', async () => {
  const { kit } = pretendPds(well)
  expect(await reply.send({ ...outgoing, text: '👨‍👩‍👧‍👦'.repeat(100) }, room, kit)).toMatchObject({ is: 'sent' })
})

test('an answer to something that is no post is refused', async () => {
  const { kit } = pretendPds(well)
  const sent = await reply.send({ ...outgoing, parent: { id: 'https://example.com/1' } }, room, kit)
  expect(sent).toEqual({ is: 'refused', why: 'This is not a Bluesky post.' })
})

test('a session that ran out is renewed once, and kept', async () => {
  let tries = 0
  const { kit, kept } = pretendPds({
    ...well,
    putRecord: () => (++tries === 1 ? fails(400, 'ExpiredToken', 'Token has expired') : taken()),
    refreshSession: () =>
      ok({ did: us, handle: 'acme.test', accessJwt: 'access-2', refreshJwt: 'refresh-2', emailConfirmed: true }),
    getSession: () => ok({ did: us, handle: 'acme.test' }),
  })
  expect(await reply.send(outgoing, room, kit)).toMatchObject({ is: 'sent' })
  expect(kept).toMatchObject([{ password: 'word', session: { accessJwt: 'access-2', refreshJwt: 'refresh-2' } }])
})

test('where it cannot be renewed, we sign in again with the app password', async () => {
  let tries = 0
  const { kit, asked } = pretendPds({
    ...well,
    putRecord: () => (++tries === 1 ? fails(400, 'ExpiredToken', 'Token has expired') : taken()),
    refreshSession: () => fails(400, 'ExpiredToken', 'Token has been revoked'),
    createSession: () => ok({ did: us, handle: 'acme.test', accessJwt: 'access-3', refreshJwt: 'refresh-3' }),
  })
  expect(await reply.send(outgoing, room, kit)).toMatchObject({ is: 'sent' })
  expect(asked.find(({ method }) => method === 'createSession')?.body).toMatchObject({
    identifier: us,
    password: 'word',
  })
})

test('where the app password was revoked, the room asks for a new sign-in', async () => {
  const { kit } = pretendPds({
    ...well,
    getRecord: () => fails(400, 'ExpiredToken', 'Token has expired'),
    refreshSession: () => fails(400, 'ExpiredToken', 'Token has been revoked'),
    createSession: () => fails(401, 'AuthenticationRequired', 'Invalid identifier or password'),
  })
  await expect(reply.send(outgoing, room, kit)).rejects.toMatchObject({ name: 'ChannelTrouble', needs: 'sign-in' })
})

test('an account that was closed asks for its owner', async () => {
  const { kit } = pretendPds({ ...well, putRecord: () => fails(401, 'AccountDeactivated', 'Account is deactivated') })
  await expect(reply.send(outgoing, room, kit)).rejects.toMatchObject({ name: 'ChannelTrouble', needs: 'owner' })
})

test('what answers nobody is a post of its own under its key, and no other post is looked up for it', async () => {
  const { kit, asked } = pretendPds(well)
  const sent = await reply.send({ ...outgoing, parent: null, langs: [] }, room, kit)
  expect(sent).toMatchObject({ is: 'sent', id })
  expect(asked.map(({ method }) => method)).not.toContain('getRecord')
  const put = asked.find(({ method }) => method === 'putRecord')?.body
  expect(put).toMatchObject({ rkey: key, swapRecord: null, record: { text: 'Thank you, @ada.test!' } })
  expect(put?.record).not.toHaveProperty('reply')
  expect(await reply.send({ ...outgoing, parent: null, langs: [] }, room, kit)).toMatchObject({ is: 'sent', id })
})
