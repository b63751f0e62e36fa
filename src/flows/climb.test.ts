import { beforeAll, expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { Ladder, OnTheLadder } from '../api/people/shapes.ladder.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const opened = await openHouse(db, clock)
const DAY_MS = 86_400_000
let kit: Caller
let say: Awaited<ReturnType<typeof squareRoom>>['say']
const ids: Record<string, string> = {}

beforeAll(async () => {
  kit = await founder(opened)
  say = (await squareRoom(opened, kit.workspace)).say
  const days = (n: number) => at(-60 * 24 * n)
  await say(
    said('1', ada, 'Good morning! Is the cake back?', { at: days(4) }),
    said('2', bo, 'You stupid idiot, nobody asked you', { at: days(3), inReplyTo: '1', reasons: [] }),
    said('3', bo, 'you are a pathetic moron, shut up', { at: days(2), inReplyTo: '1', reasons: [] }),
    said('4', bo, 'go away you stupid idiot', { at: days(1), inReplyTo: '1', reasons: [] }),
  )
  for (const name of ['ada', 'bo']) ids[name] = (await kit.call('GET', `/people?q=${name}`)).body.items?.[0]?.id ?? ''
})

// How a message was meant is for a teammate to say where the model does not see it.
beforeAll(async () => {
  for (const word of ['nobody', 'pathetic', 'away']) {
    const { items } = (await kit.call('GET', `/messages?q=${word}`)).body
    await kit.call('PUT', `/messages/${items?.[0]?.message.id}/understanding`, { abuse: true })
  }
})

test('who insults other people again and again is told apart, and the kindest rung is proposed', async () => {
  const bo = await ladder('bo')
  expect(bo.conduct).toMatchObject({ wrongs: 0, atPeople: 3, atUs: 0, crossDays: 3 })
  expect(bo).toMatchObject({ standing: null, proposed: 'watch', apart: { target: 'trouble', all: 'trouble' } })
  expect((await ladder('ada')).apart.all).not.toBe('trouble')
})

test('something that went wrong between us speaks for anger with a reason', async () => {
  await kit.call('POST', `/people/${ids.bo}/moments`, { kind: 'hiccup', text: 'crushed', onDay: '2026-05-30' })
  expect((await ladder('bo')).apart).toMatchObject({ real: 'angry', all: 'unclear' })
})

test('a rung has a reason and an end, and ends by itself', async () => {
  expect((await set('watch', '', '2026-06-10')).body).toMatchObject({ field: 'reason' })
  expect((await set('watch', 'Insults guests.', '2026-05-01')).body).toMatchObject({ field: 'until' })
  await set('watch', 'Insults guests.', '2026-06-10')
  expect(await ladder('bo')).toMatchObject({ standing: { rung: 'watch', by: { name: 'Kit' } }, proposed: 'word' })
  expect(await standing()).toEqual(['Bo watch'])
  clock.move(10 * DAY_MS)
  expect(await ladder('bo')).toMatchObject({ standing: null, proposed: 'word', stood: [{ rung: 'watch' }] })
  expect(await standing()).toEqual([])
})

test('a rung is lifted before its end, and set again; what was done on the channel waits to be undone after it', async () => {
  const { id } = (await set('hide', 'Insults guests.', '2026-07-01')).body
  await kit.call('PUT', `/rungs/${id}/lifting`)
  expect(await standing()).toEqual([])
  await kit.call('DELETE', `/rungs/${id}/lifting`)
  expect(await standing()).toEqual(['Bo hide'])
  clock.move(60 * DAY_MS)
  expect((await ladder('bo')).standing).toBe(null)
  expect(await standing()).toEqual(['Bo hide'])
  await kit.call('PUT', `/rungs/${id}/lifting`)
  expect(await standing()).toEqual([])
})

test('hide takes them off the waiting list and out of its count, until its end', async () => {
  const waiting = async () =>
    (await kit.call('GET', '/conversations')).body.items?.map(({ person }) => person.id === ids.bo)
  const count = async () => ((await kit.call('GET', '/counts')).body as unknown as { needsUs: number }).needsUs
  await say(said('6', bo, 'And another thing', { at: clock.now() }))
  expect(await waiting()).toContain(true)
  const before = await count()
  const until = new Date(clock.now().getTime() + 3 * DAY_MS).toISOString().slice(0, 10)
  await set('hide', 'Insults guests.', until)
  expect(await waiting()).not.toContain(true)
  expect(await count()).toBe(before - 1)
  expect((await kit.call('GET', '/conversations?view=all')).body.items?.map(({ person }) => person.id)).toContain(
    ids.bo,
  )
  clock.move(4 * DAY_MS)
  expect(await waiting()).toContain(true)
  expect(await count()).toBe(before)
})

test('pause and block hold a reply back and say why, until they end or are lifted', async () => {
  const { items } = (await kit.call('GET', '/conversations')).body
  const talk = items?.find(({ person }) => person.id === ids.bo)?.id
  const until = new Date(clock.now().getTime() + 3 * DAY_MS).toISOString().slice(0, 10)
  const reply = () => kit.call('POST', `/conversations/${talk}/replies`, { text: 'Good morning' })
  const { id } = (await set('pause', 'Insults guests.', until)).body
  expect(await reply()).toMatchObject({
    status: 422,
    body: { detail: `Bo is paused until ${until}: Insults guests. To answer before, lift that rung.` },
  })
  await kit.call('PUT', `/rungs/${id}/lifting`)
  expect((await reply()).status).toBe(201)
  await set('block', 'Insults guests.', until)
  expect((await reply()).body.detail).toMatch(/^Bo is blocked/)
  clock.move(4 * DAY_MS)
  expect((await reply()).status).toBe(201)
})

const ladder = async (who: string) => (await kit.call('GET', `/people/${ids[who]}/ladder`)).body as unknown as Ladder
const set = (rung: string, reason: string, until: string) =>
  kit.call('POST', `/people/${ids.bo}/ladder`, { rung, reason, until })
const standing = async () =>
  ((await kit.call('GET', '/ladder')).body as unknown as OnTheLadder).items.map(
    ({ person, rung }) => `${person.name} ${rung}`,
  )
