import { beforeAll, expect, test } from 'vitest'
import { ada, at, bo, noon, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { Ladder, OnTheLadder } from '../api/shapes.ladder.ts'

const { db } = await freshDatabase()
const clock = heldClock(noon)
const opened = await openHouse(db, clock)
const DAY_MS = 86_400_000
let kit: Caller
const ids: Record<string, string> = {}

beforeAll(async () => {
  kit = await founder(opened)
  const { say } = await squareRoom(opened, kit.workspace)
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

const ladder = async (who: string) => (await kit.call('GET', `/people/${ids[who]}/ladder`)).body as unknown as Ladder
const set = (rung: string, reason: string, until: string) =>
  kit.call('POST', `/people/${ids.bo}/ladder`, { rung, reason, until })
const standing = async () =>
  ((await kit.call('GET', '/ladder')).body as unknown as OnTheLadder).items.map(
    ({ person, rung }) => `${person.name} ${rung}`,
  )
