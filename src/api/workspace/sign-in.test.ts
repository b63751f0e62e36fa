import { afterAll, expect, test } from 'vitest'
import { at, noon } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { founder, heldClock, openHouse } from '../../../test/house.ts'
import { makeSetupLink } from '../../flows/setup.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
afterAll(opened.close)

test('a setup link makes one owner, once; who comes with the mail and password is let in', async () => {
  const other = await freshDatabase()
  const empty = await openHouse(other.db, clock)
  const token = await makeSetupLink(other.db, noon)
  const asked = { token, name: 'Kit', mail: 'Kit@acme.example', password: 'correct horse', workspace: 'Acme' }
  const post = (path: string, body: unknown, headers = {}) =>
    empty.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://desk.test', ...headers },
      body: JSON.stringify(body),
    })
  const answers = await Promise.all([post('/api/v1/setup', asked), post('/api/v1/setup', asked)])
  expect(answers.map((it) => it.status).sort()).toEqual([201, 404])

  const wrong = await post('/api/auth/sign-in/email', { email: 'kit@acme.example', password: 'wrong horses' })
  expect(wrong.status).toBe(401)
  const right = await post('/api/auth/sign-in/email', { email: 'kit@acme.example', password: 'correct horse' })
  const cookie = right.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
  const me = await empty.app.request('/api/v1/me', { headers: { cookie } })
  expect(await me.json()).toMatchObject({ teammate: { name: 'Kit', role: 'owner' }, workspace: { name: 'Acme' } })
  // Ten tries an account, wherever they say they come from; the right password does not help after that.
  const guesses = Array.from({ length: 11 }, (_, at) =>
    post(
      '/api/auth/sign-in/email',
      { email: 'KIT@acme.example', password: at === 10 ? 'correct horse' : `guess ${at} more` },
      { 'x-forwarded-for': `203.0.113.${at}` },
    ),
  )
  const statuses = (await Promise.all(guesses)).map((it) => it.status).sort()
  expect([statuses[0], statuses.at(-1)]).toEqual([expect.toBeOneOf([200, 401]), 429])
  // The cookie travels with what other sites send; it must not write for them.
  const elsewhere = await post(
    '/api/v1/listeners',
    { name: 'x', query: 'cake' },
    { cookie, origin: 'http://evil.test' },
  )
  expect(elsewhere.status).toBe(403)
  await empty.close()
})

test('an owner made at the terminal chooses a password by a link, and stays the owner', async () => {
  const kit = await founder(opened)
  const { mail } = (await kit.call('GET', '/me')).body as never as { mail: string }
  const { link } = (await kit.call('POST', '/invitations', { mail, role: 'guest' })).body as never as { link: string }
  const joined = await opened.app.request('/api/v1/join', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: link.split('token=')[1], name: 'Kit', password: 'correct horse' }),
  })
  const cookie = joined.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')
  const me = await opened.app.request('/api/v1/me', { headers: { cookie } })
  expect([joined.status, await me.json()]).toMatchObject([201, { teammate: { role: 'owner' } }])
})
