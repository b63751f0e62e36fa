import { beforeAll, expect, test } from 'vitest'
import { ada, at, bo, said } from '../../test/cast.ts'
import { freshDatabase } from '../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../test/house.ts'
import type { Friends } from '../api/people/shapes.friends.ts'
import { spotEverywhere } from '../jobs/spotting.ts'
import { newId } from '../lib/ids.ts'

const { db } = await freshDatabase()
const clock = heldClock(at(60))
const opened = await openHouse(db, clock)
let kit: Caller
const people: Record<string, string> = {}

beforeAll(async () => {
  kit = await founder(opened)
  const { say } = await squareRoom(opened, kit.workspace)
  await say(
    said('q', ada, 'Is the almond cake back? What time do you open?'),
    said('a', bo, 'It is, on Fridays before nine.', { at: at(5), inReplyTo: 'q', reasons: [] }),
    said('own', ada, 'Found it myself, on the door.', { at: at(9), inReplyTo: 'q', reasons: [] }),
  )
  for (const name of ['ada', 'bo'])
    people[name] = (await kit.call('GET', `/people?q=${name}`)).body.items?.[0]?.id ?? ''
})

test('who answers what another asked is proposed; who answers themselves is not', async () => {
  expect((await friends()).proposed).toMatchObject([
    { person: { name: 'Bo' }, kind: 'answered', asked: { name: 'Ada' }, text: 'It is, on Fridays before nine.' },
  ])
})

test('what a teammate says is no deed is not proposed again, until that is taken back', async () => {
  const [answer] = (await friends()).proposed
  const no = await deed('bo', { kind: 'answered', message: answer?.id, confirmed: false })
  expect(await friends()).toMatchObject({ proposed: [], thanks: [], deeds: [] })
  expect((await deed('bo', { kind: 'answered', message: answer?.id })).status).toBe(409)
  await kit.call('DELETE', `/deeds/${no.body.id}`)
  expect((await friends()).proposed).toHaveLength(1)
})

test('a deed makes thanks due, and thanks are recorded with who and when', async () => {
  const [answer] = (await friends()).proposed
  const { body } = await deed('bo', { kind: 'answered', message: answer?.id })
  expect((await friends()).thanks).toMatchObject([{ person: { name: 'Bo' }, deeds: [{ kind: 'answered' }] }])
  await kit.call('PUT', `/deeds/${body.id}/thanks`)
  expect(await friends()).toMatchObject({
    thanks: [],
    deeds: [{ thankedBy: { name: 'Kit' }, thankedAt: at(60).toISOString() }],
  })
  await kit.call('DELETE', `/deeds/${body.id}/thanks`)
  expect((await friends()).thanks).toHaveLength(1)
})

test('a deed is written down by hand with words, and never for another’s message', async () => {
  expect((await deed('ada', { kind: 'sent' })).body.detail).toBe('What did they do?')
  const { items } = (await kit.call('GET', '/messages?q=almond')).body
  expect((await deed('bo', { kind: 'answered', message: items?.[0]?.message.id })).status).toBe(422)
  clock.move(60_000)
  expect((await deed('ada', { kind: 'sent', text: 'Sent her sister to us.' })).status).toBe(201)
  expect((await friends()).deeds[0]).toMatchObject({ person: { name: 'Ada' }, text: 'Sent her sister to us.' })
})

test('who was won back is proposed as who came back', async () => {
  for (const onDay of ['2026-05-28', '2026-05-30'])
    await kit.call('POST', `/people/${people.ada}/moments`, { kind: 'hiccup', text: 'crushed', onDay })
  await spotEverywhere({ db, clock, newId })
  const wooing = (await kit.call('GET', '/wooings')).body.items?.[0]?.id
  await kit.call('PUT', `/wooings/${wooing}/step`, { step: 'won-back' })
  expect((await friends()).proposed).toMatchObject([{ id: wooing, kind: 'came-back', person: { name: 'Ada' } }])
  expect((await deed('ada', { kind: 'came-back', wooing })).status).toBe(201)
  expect((await friends()).proposed).toEqual([])
})

test('a bot is no friend', async () => {
  await kit.call('PUT', `/people/${people.bo}/kind`, { kind: 'bot' })
  expect((await friends()).deeds.map(({ person }) => person.name)).toEqual(['Ada', 'Ada'])
})

const friends = async () => (await kit.call('GET', '/friends')).body as unknown as Friends
const deed = (who: string, body: unknown) => kit.call('POST', `/people/${people[who]}/deeds`, body)
