import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { ada, bo, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import type { Objective } from '../objectives/shapes.objectives.ts'
import type { Person } from '../people/shapes.people.ts'
import type { Conversation, ConversationLine } from '../shapes.ts'
import type { AskingLink } from './shapes.verdicts.ts'

const { db, ownerUrl } = await freshDatabase()
const clock = heldClock(new Date('2026-06-01T12:00:00Z'))
const opened = await openHouse(db, clock)
afterAll(opened.close)

const DAY_MS = 86_400_000

/** A desk that asks, and a room where Ada has a question. */
async function shop({ on = true } = {}) {
  const kit = await founder(opened, 'Quill Cakes')
  const room = await squareRoom(opened, kit.workspace)
  if (on) await kit.call('PUT', '/how', { on })
  await room.say(said('a', ada, 'Where is my cake?', { at: clock.now() }))
  const talks = async () =>
    (await kit.call('GET', '/conversations?view=all&order=newest')).body.items as unknown as ConversationLine[]
  const talk = async (id: string) => (await kit.call('GET', `/conversations/${id}`)).body as unknown as Conversation
  const first = (await talks())[0]?.id as string
  const link = async (id = first) => {
    const { status, body } = await kit.call('POST', `/conversations/${id}/how`)
    return status === 201 ? (body as unknown as AskingLink).link : (body as unknown as { detail: string }).detail
  }
  const reply = (text: string, id = first) => kit.call('POST', `/conversations/${id}/replies`, { text })
  return { kit, room, talks, talk, first, link, reply }
}

const page = (link: string, headers: Record<string, string> = {}) =>
  opened.app.request(link.replace('http://desk.test', ''), { headers })
const say = (link: string, content: 'yes' | 'no', words = '') =>
  opened.app.request(link.replace('http://desk.test', ''), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ content, words }).toString(),
  })

test('a desk that was told nothing asks nobody', async () => {
  const { kit, first, link } = await shop({ on: false })
  expect((await kit.call('GET', '/how')).body).toEqual({ on: false })
  expect((await kit.call('GET', `/conversations/${first}/how`)).body).toMatchObject({ on: false })
  expect(await link()).toContain('This desk asks nobody')
})

test('who is not content waits for a word, and the desk says why; who says otherwise is believed', async () => {
  const { kit, first, talk, talks, link, reply } = await shop()
  const asks = await link()
  expect(asks).toMatch(/^http:\/\/desk\.test\/how\/[a-z2-9]{9}$/)
  expect(await link()).toBe(asks)
  expect((await page(asks)).status).toBe(404)
  expect((await reply(`It is in the oven. How did we do? ${asks}`)).status).toBe(201)
  await kit.call('POST', `/conversations/${first}/closure`)
  expect(await (await page(asks)).text()).toContain('Kit of Quill Cakes answered you')
  expect((await talk(first)).verdicts).toEqual([])

  clock.move(60_000)
  expect(await (await say(asks, 'no', 'It was burnt.\nTwice!')).text()).toContain('We have heard you')
  const now = clock.now().toISOString()
  expect(await talk(first)).toMatchObject({
    state: 'open',
    waitingSince: now,
    verdicts: [{ content: false, words: 'It was burnt.\nTwice!', at: now }],
  })
  const [line] = (await talks()) as [ConversationLine]
  expect(line.reasons[0]).toEqual({ kind: 'not-content', name: null })
  const who = (await kit.call('GET', `/people/${line.person?.id}`)).body as unknown as Person
  expect(who.verdict).toMatchObject({ content: false, words: 'It was burnt.\nTwice!', conversationId: first })

  await reply('We are sorry. Another one comes today.')
  expect(await talk(first)).toMatchObject({ state: 'waiting', waitingSince: null })
  await say(asks, 'yes')
  expect(await talk(first)).toMatchObject({ state: 'waiting', verdicts: [{ content: true, words: '' }] })
  expect((await talks())[0]?.reasons).not.toContainEqual({ kind: 'not-content', name: null })
})

test('what is typed is shown as it was typed; the page has no script, sets nothing and speaks the language of who reads it', async () => {
  const { link, reply } = await shop()
  const asks = await link()
  await reply(asks)
  const answer = await say(asks, 'no', '<script>alert(1)</script>')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
  const shown = await answer.text()
  expect(shown).toContain('&lt;script&gt;')
  expect(shown).not.toContain('<script')
  expect(await (await page(asks, { 'accept-language': 'fr, de-AT;q=0.8, en;q=0.5' })).text()).toContain(
    'Wie waren wir?',
  )
  expect(await (await page(asks, { 'accept-language': 'fr' })).text()).toContain('How did we do?')
  expect((await page('http://desk.test/how/aaaaaaaaa')).status).toBe(404)
  expect(
    (
      await opened.app.request(asks.replace('http://desk.test', ''), {
        method: 'POST',
        body: 'content=maybe',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    ).status,
  ).toBe(200)
})

test('it can be changed ten times, and for thirty days', async () => {
  const { first, talk, link, reply } = await shop()
  const asks = await link()
  await reply(asks)
  for (let n = 0; n < 12; n++) await say(asks, n % 2 ? 'no' : 'yes', String(n))
  expect((await talk(first)).verdicts).toMatchObject([{ words: '9' }])
  const other = await shop()
  const theirs = await other.link()
  await other.reply(theirs)
  clock.move(30 * DAY_MS)
  expect(await (await page(theirs)).text()).toContain('The time to say it is over')
  await say(theirs, 'yes')
  expect((await other.talk(other.first)).verdicts).toEqual([])
})

test('nobody is asked twice in thirty days, by whichever of their names', async () => {
  const { kit, room, first, talks, link, reply } = await shop()
  await reply(await link())
  expect(await link()).toContain('Nobody is asked twice in 30 days')
  await room.say(
    said('b', { ...ada, id: 'ada2', name: 'Ada too', handle: 'ada2.example' }, 'And my bread?', { at: clock.now() }),
  )
  const second = (await talks()).find(({ id }) => id !== first)
  const asks = await link(second?.id)
  expect(asks).toContain('/how/')
  const person = async (handle: string) => (await kit.call('GET', `/people?q=@${handle}`)).body.items?.[0]?.id
  await kit.call('POST', `/people/${await person('ada.example')}/joins`, { other: await person('ada2.example') })
  // It was made before they were known to be one.
  expect(await reply(asks, second?.id)).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining('was asked on') },
  })
  clock.move(30 * DAY_MS)
  expect((await reply(asks, second?.id)).status).toBe(201)
})

test('two who ask one human at the same moment ask them once', async () => {
  const { room, first, talks, link, reply } = await shop()
  await room.say(said('b', ada, 'And my bread?', { at: clock.now() }))
  const second = (await talks()).find(({ id }) => id !== first)?.id
  const links = [await link(first), await link(second)]
  const answers = await Promise.all([reply(links[0] ?? '', first), reply(links[1] ?? '', second)])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
})

test('a reply that was taken back or refused has asked nobody', async () => {
  const { kit, first, link, reply } = await shop()
  const asks = await link()
  const { body } = await reply(asks)
  await kit.call('DELETE', `/replies/${body.id}`)
  expect((await page(asks)).status).toBe(404)
  expect(await link()).toBe(asks)
  const again = await reply(asks)
  await db.in(kit.workspace, (tx) => tx.run(sql`update outbox set state = 'refused' where reply_id = ${again.body.id}`))
  expect((await page(asks)).status).toBe(404)
  const other = await link(first)
  expect(other).toContain('/how/')
  expect((await reply(other)).status).toBe(201)
  // Sent again, it would ask them a second time.
  expect(await kit.call('POST', `/replies/${again.body.id}/again`)).toMatchObject({
    ...{ status: 409, body: { detail: expect.stringContaining('was asked on') } },
  })
  clock.move(30 * DAY_MS)
  expect((await kit.call('POST', `/replies/${again.body.id}/again`)).status).toBe(200)
})

test('a link asks only those for whom it was made, once', async () => {
  const { room, first, talks, link, reply } = await shop()
  await room.say(said('b', bo, 'Is the bread done?', { at: clock.now() }))
  const bos = (await talks()).find(({ id }) => id !== first)?.id
  const [adas, his] = [await link(), await link(bos)]
  const refused = { status: 422, body: { detail: expect.stringContaining('asks somebody else, or was sent before') } }
  expect(await reply(adas, bos)).toMatchObject(refused)
  expect(await reply(`${adas} ${his}`)).toMatchObject(refused)
  expect((await reply(adas)).status).toBe(201)
  expect(await reply(adas)).toMatchObject(refused)
  expect((await reply('http://desk.test/how/aaaaaaaa')).status).toBe(201)
})

test('in a thread of many it is whoever is answered that is asked', async () => {
  const { kit, room, first, link } = await shop()
  await room.say(said('b', bo, 'Mine is late too', { inReplyTo: 'a', at: clock.now() }))
  const asks = await link()
  const [adas] = ((await kit.call('GET', `/conversations/${first}`)).body as unknown as Conversation).thread
  await kit.call('POST', `/conversations/${first}/replies`, { text: asks, inReplyTo: adas?.id })
  await say(asks, 'yes')
  const verdictOf = async (handle: string) => {
    const id = (await kit.call('GET', `/people?q=@${handle}`)).body.items?.[0]?.id
    return ((await kit.call('GET', `/people/${id}`)).body as unknown as Person).verdict
  }
  expect([await verdictOf('ada.example'), await verdictOf('bo.example')]).toMatchObject([{ content: true }, null])
})

test.each(['spam', 'abuse'])('who sent %s is not asked', async (label) => {
  const { kit, first, link } = await shop()
  const [message] = ((await kit.call('GET', `/conversations/${first}`)).body as unknown as Conversation).thread
  await kit.call('PUT', `/messages/${message?.id}/understanding`, { [label]: true })
  expect(await link()).toContain('spam or abuse')
})

const countAnew = readFileSync(new URL('../../../test/figures/satisfaction.sql', import.meta.url), 'utf8')

test('the share of the content, week by week, is what plain SQL counts of whatever was said', async () => {
  const counter = new pg.Client({ connectionString: ownerUrl })
  await counter.connect()
  const { kit, room, talks, link, reply } = await shop()
  const made = await kit.call('POST', '/objectives', {
    ...{
      result: 'They like us',
      kind: 'service',
      measure: 'satisfaction',
      baseline: 50,
      target: 90,
      due: '2027-06-01',
    },
  })
  const steps = fc.array(fc.tuple(fc.constantFrom('yes', 'no', null), fc.nat(200)), { minLength: 25, maxLength: 25 })
  for (const [n, [content, hours]] of fc.sample(steps, 1)[0]?.entries() ?? []) {
    const who = { ...ada, id: `c${n}`, name: `Cy ${n}`, handle: `c${n}.example` }
    await room.say(said(`c${n}`, who, 'Is it done?', { at: clock.now() }))
    const talk = (await talks())[0]?.id
    const asks = await link(talk)
    await reply(asks, talk)
    clock.move(hours * 3_600_000)
    if (content) await say(asks, content)
  }
  const found = (await kit.call('GET', `/objectives/${made.body.id}`)).body as unknown as Objective
  expect(found.points.length).toBeGreaterThan(5)
  for (const { at, value } of found.points) {
    const { rows } = await counter.query(countAnew, [kit.workspace, at])
    expect([at, value]).toEqual([at, rows[0].share === null ? null : expect.closeTo(rows[0].share, 6)])
  }
  expect(found.value).not.toBeNull()
  expect(found.moved.length).toBeGreaterThan(0)
  expect(found.moved.every(({ is }) => is === 'verdict')).toBe(true)
  await counter.end()
}, 60_000)
