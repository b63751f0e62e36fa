import { expect, test } from 'vitest'
import { newSigningSecret, type SignedMessage, signatureOf, verify } from './signed.ts'

const noon = new Date('2026-06-01T12:00:00Z')
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const other = newSigningSecret()
const words = '{"type":"order","what":"Mandelkuchen ä"}'
const body = Buffer.from(words)
const timestamp = String(noon.getTime() / 1000)
const genuine: SignedMessage = {
  id: 'msg_1',
  timestamp,
  signature: signatureOf(secret, { id: 'msg_1', at: noon, body: words }),
  body,
}
const changed = Buffer.from(body)
changed[5] = 0x61

test("it signs as the standard's own library does (standardwebhooks 1.1.1)", () => {
  expect(genuine.signature).toBe('v1,hS1Wg1UZ+lmHsns+q2B9a73QjH4RH4/n/ss30H9uetQ=')
  const theirs = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    body: Buffer.from('{"test": 2432232314}'),
  }
  const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
  expect(verify({ ...theirs, signature }, [secret], new Date(1614265330_000)).is).toBe('genuine')
})

const cases: [what: string, message: Partial<SignedMessage>, secrets: string[], is: string][] = [
  ['as it was signed', {}, [secret], 'genuine'],
  ['one of two secrets', {}, [other, secret], 'genuine'],
  ['one of two signatures', { signature: `v1,${'A'.repeat(43)}= ${genuine.signature}` }, [secret], 'genuine'],
  ['no secret is set', {}, [], 'forged'],
  ['an empty secret', {}, ['whsec_'], 'forged'],
  ['a wrong secret', {}, [other], 'forged'],
  ['one byte changed', { body: changed }, [secret], 'forged'],
  ['written anew, with a space', { body: Buffer.from(words.replace(':', ': ')) }, [secret], 'forged'],
  ['nothing in it', { body: Buffer.alloc(0) }, [secret], 'forged'],
  ['another id', { id: 'msg_2' }, [secret], 'forged'],
  ['another time', { timestamp: String(noon.getTime() / 1000 + 1) }, [secret], 'forged'],
  ['a signature cut short', { signature: genuine.signature?.slice(0, -2) ?? null }, [secret], 'forged'],
  ['another version', { signature: genuine.signature?.replace('v1', 'v1a') ?? null }, [secret], 'forged'],
  ['the eleventh of a list', { signature: `${'v1,x '.repeat(10)}${genuine.signature}` }, [secret], 'forged'],
  ['no id', { id: null }, [secret], 'unsigned'],
  ['no time', { timestamp: null }, [secret], 'unsigned'],
  ['no signature', { signature: null }, [secret], 'unsigned'],
  ['an empty signature', { signature: '' }, [secret], 'unsigned'],
  ['two ids, as a doubled header comes', { id: 'msg_1, msg_1' }, [secret], 'unsigned'],
  ['a stop in the id', { id: 'msg.1' }, [secret], 'unsigned'],
  ['a time with more behind it', { timestamp: `${timestamp}abc` }, [secret], 'unsigned'],
]
test.each(cases)('%s', (_what, message, secrets, is) => {
  expect(verify({ ...genuine, ...message }, secrets, noon).is).toBe(is)
})

test('five minutes before and behind, and no longer', () => {
  const after = (seconds: number) => verify(genuine, [secret], new Date(noon.getTime() + seconds * 1000)).is
  expect([-301, -300, 300, 301].map(after)).toEqual(['out-of-time', 'genuine', 'genuine', 'out-of-time'])
})

test('a body that is no text is compared byte for byte', () => {
  // Both become the same text once read as UTF-8.
  const [one, two] = [Buffer.from([0xff]), Buffer.from([0xfe])]
  expect(one.toString()).toBe(two.toString())
  const signature = signatureOf(secret, { id: 'msg_1', at: noon, body: one.toString() })
  expect(verify({ ...genuine, body: two, signature }, [secret], noon).is).toBe('forged')
})
