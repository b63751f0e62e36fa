import { expect, test } from 'vitest'
import { bluesky } from './channel.ts'
import { type Answers, fails, noon, ok, pretendPds, service, session, us } from './pretend-pds.ts'

const server = { did: 'did:web:pds.test', availableUserDomains: ['.test'], inviteCodeRequired: false }
const well: Answers = {
  describeServer: () => ok(server),
  createSession: () => ok(session),
  resolveHandle: () => ok({ did: us }),
}
const typed = { handle: 'acme.test', password: 'abcd-abcd-abcd-abcd', service: '', stream: '' }
const home = (pds: string) => ({
  id: us,
  alsoKnownAs: ['at://acme.test'],
  service: [{ id: '#atproto_pds', type: 'AtprotoPersonalDataServer', serviceEndpoint: pds }],
})

test('a signed-in account is a room named for its handle and known by its DID', async () => {
  const { kit } = pretendPds(well)
  expect(await bluesky.connect({ ...typed, service }, kit)).toEqual({
    is: 'connected',
    address: us,
    name: '@acme.test',
    account: { id: us, handle: 'acme.test' },
    settings: {
      handle: 'acme.test',
      service,
      stream: 'wss://jetstream2.us-east.bsky.network/subscribe',
      directory: 'https://plc.directory',
    },
    secret: { password: typed.password, session: { ...session, pds: null } },
  })
})

const homes: [pds: string, signsInAt: string][] = [
  ['https://pds.acme.example', 'https://pds.acme.example'],
  ['https://oyster.us-east.host.bsky.network', 'https://bsky.social'],
]
test.each(homes)('an account at %s signs in at %s, found by its handle', async (pds, signsInAt) => {
  const { kit, asked } = pretendPds({ ...well, [us]: () => ok(home(pds)) })
  await bluesky.connect(typed, kit)
  expect(asked.find(({ method }) => method === 'createSession')?.url.origin).toBe(signsInAt)
})

const cases: [what: string, more: Record<string, string>, answers: Answers, field: string | null, why: RegExp][] = [
  [
    'nobody has that handle',
    {},
    { resolveHandle: () => fails(400, 'InvalidRequest', 'Unable to resolve handle') },
    'handle',
    /does not know the handle acme\.test/,
  ],
  [
    'the handle leads nowhere',
    {},
    { [us]: () => new Response('', { status: 404 }) },
    'handle',
    /not where its account lives/,
  ],
  [
    'nobody can be asked',
    {},
    { resolveHandle: () => new Error('ENOTFOUND') },
    'service',
    /Could not find out where acme\.test lives/,
  ],
  [
    'the server is down',
    { service },
    { describeServer: () => new Error('connect ECONNREFUSED') },
    'service',
    /Could not reach pds\.test: connect ECONNREFUSED/,
  ],
  [
    'the server is a web page',
    { service },
    { describeServer: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }) },
    'service',
    /not a Bluesky server/,
  ],
  [
    'the server is a web page without that page',
    { service },
    { describeServer: () => new Response('no', { status: 404 }) },
    'service',
    /not a Bluesky server/,
  ],
  [
    'the server is unwell',
    { service },
    { describeServer: () => new Response('', { status: 503 }) },
    'service',
    /unwell/,
  ],
  [
    'the password is wrong',
    { service },
    { createSession: () => fails(401, 'AuthenticationRequired', 'Invalid identifier or password') },
    'password',
    /handle and app password together/,
  ],
  [
    'the main password asks for a code',
    { service },
    { createSession: () => fails(401, 'AuthFactorTokenRequired', 'A sign in code was sent') },
    'password',
    /Make an app password/,
  ],
  [
    'the account was taken down',
    { service },
    { createSession: () => fails(401, 'AccountTakedown', 'Account has been taken down') },
    'handle',
    /taken down/,
  ],
  [
    'the account is closed',
    { service },
    { createSession: () => ok({ ...session, active: false, status: 'deactivated' }) },
    'handle',
    /deactivated/,
  ],
  [
    'there were too many tries',
    { service },
    {
      createSession: () =>
        fails(429, 'RateLimitExceeded', 'Rate Limit Exceeded', {
          'ratelimit-reset': String(noon.getTime() / 1000 + 300),
        }),
    },
    null,
    /wait until 2026-11-22 12:05 UTC/,
  ],
]
test.each(cases)('%s: it is said', async (_, more, answers, field, why) => {
  const { kit } = pretendPds({ ...well, ...answers })
  expect(await bluesky.connect({ ...typed, ...more }, kit)).toEqual({
    is: 'refused',
    field,
    why: expect.stringMatching(why),
  })
})

test('a form without a handle says which field', () => {
  expect(bluesky.asks.safeParse({ handle: ' ', password: 'x' }).error?.issues[0]?.path).toEqual(['handle'])
})
