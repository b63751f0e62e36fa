import { expect, test } from 'vitest'
import { clientOf, quotaOf } from './client.ts'
import { fails, pretendPds, room } from './pretend-pds.ts'

const until = new Date('2026-11-22T13:00:00Z')
const left = (remaining: number, headers: Record<string, string> = {}) => ({
  'ratelimit-limit': '5000',
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(until.getTime() / 1000),
  'ratelimit-policy': '5000;w=3600',
  ...headers,
})
const told = (headers: Record<string, string>) => Response.json({ did: 'did:plc:acme' }, { headers })

test.each([
  [left(4982), { left: 4982, of: 5000, until }],
  [left(0), { left: 0, of: 5000, until }],
  [{}, null],
  [{ 'ratelimit-limit': '5000', 'ratelimit-remaining': '7' }, null],
  [left(1, { 'ratelimit-reset': 'soon' }), null],
  [left(1, { 'ratelimit-limit': '0' }), null],
])('%j says how much is left', (headers, quota) => {
  expect(quotaOf(new Headers(headers))).toEqual(quota)
})

test('it is kept once a minute, and with every answer where little is left; also of a refusal', async () => {
  const answers = [
    () => told(left(4982)),
    () => told(left(4981)),
    () => told(left(499)),
    () => fails(429, 'RateLimitExceeded', 'Rate Limit Exceeded', left(0)),
    () => told({}),
  ]
  const { kit, quotas } = pretendPds({ resolveHandle: () => (answers.shift() ?? (() => told({})))() })
  const client = clientOf(room, kit)
  const ask = () => client.ask((agent) => agent.resolveHandle({ handle: 'acme.test' })).catch(() => null)
  for (let n = 0; n < 5; n++) await ask()
  expect(quotas).toEqual([4982, 499, 0].map((left) => ({ left, of: 5000, until })))
})
