import { beforeAll, expect, test } from 'vitest'
import { acme, ada, at, bo, noon, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { type Caller, founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { sql } from '../../db/db.ts'
import { add as addListener } from '../../domain/listener/listener.store.ts'
import type { Heard, Said } from '../../domain/message/heard.ts'
import { toneOf } from '../../domain/message/understood.ts'
import { forgetPerson } from '../../flows/forget-person.ts'
import { hear } from '../../flows/hear.ts'
import { newId } from '../../lib/ids.ts'
import type { Voice } from './shapes.voice.ts'

const { db } = await freshDatabase()
const opened = await openHouse(db, heldClock(noon))
let kit: Caller
let roomId: string
const [ours, theirs] = [newId(), newId()]
const day = 60 * 24

beforeAll(async () => {
  kit = await founder(opened)
  ;({ roomId } = await squareRoom(opened, kit.workspace))
  await db.in(kit.workspace, async (tx) => {
    const by = kit.teammate
    await addListener(tx, { id: ours, name: 'Bakery', query: 'bakery', rooms: null, createdAt: noon, by })
    await addListener(tx, { id: theirs, name: 'Millers', query: 'millers', rooms: null, createdAt: noon, by })
  })
  await filed(
    ...Array.from({ length: 30 }, (_, n) =>
      said(`old${n}`, ada, 'the bakery has a long queue', { at: at(-day * 40 - n), reasons: [] }),
    ),
    ...Array.from({ length: 30 }, (_, n) =>
      said(`new${n}`, ada, 'the bakery sold me glass', { at: at(-day * 3 - n), reasons: [] }),
    ),
    said('love', bo, 'I love the bakery, wonderful cakes!', { reasons: [] }),
    said('hate', bo, 'the bakery is terrible and I am furious', { reasons: [] }),
    said('other', bo, 'millers are fine, so is the bakery', { reasons: [] }),
    said('tagged', bo, 'dear bakery, are you open?', { reasons: ['mention'] }),
    said('us', acme, 'the bakery is us', { reasons: ['room'] }),
  )
})

test('what is said of a name untagged is counted; what is said to us, and what we say, is not', async () => {
  const voice = await get()
  expect(voice.names).toMatchObject([
    { name: 'Bakery', anothers: false, now: 33, before: 30 },
    { name: 'Millers', now: 1, before: 0 },
  ])
  expect(voice.of).toBe(ours)
  expect(voice.weeks).toHaveLength(13)
  expect(voice.weeks.at(-1)).toMatchObject({ week: '2026-06-01', glad: expect.any(Number), angry: 1 })
  expect(voice.rooms).toMatchObject([{ name: 'The square', now: 33, before: 30 }])
  await same()
})

test('the words that changed', async () => {
  const { more, less, of } = (await get()).words
  expect(of).toEqual({ now: 33, before: 30 })
  expect(more[0]).toEqual({ word: 'glass', now: 30, before: 0 })
  expect(less.map(({ word }) => word)).toContain('queue')
})

test('another’s name stands behind ours', async () => {
  await kit.call('PUT', `/listeners/${ours}/whose`, { anothers: true })
  expect((await get()).names.map(({ name }) => name)).toEqual(['Millers', 'Bakery'])
  await kit.call('PUT', `/listeners/${ours}/whose`, { anothers: false })
  expect((await kit.call('PUT', `/listeners/${newId()}/whose`, { anothers: true })).status).toBe(404)
})

test('a correction, an edit, what is taken back and whoever is forgotten change the counts at once', async () => {
  const { id } = await db
    .look(kit.workspace, (tx) => tx.row<{ id: string }>(sql`select id from message where external_id = 'hate'`))
    .then((row) => row ?? { id: '' })
  await kit.call('PUT', `/messages/${id}/understanding`, { mood: 1 })
  expect((await get()).weeks.at(-1)).toMatchObject({ angry: 0 })
  await same()
  await heard({ is: 'edited', message: said('love', bo, 'I hate the bakery now, it is terrible', { reasons: [] }) })
  await same()
  await heard({ is: 'deleted', source: 'ada', id: 'new0', at: noon })
  expect((await get()).names[0]).toMatchObject({ now: 32 })
  await same()
  const person = await db.look(kit.workspace, (tx) =>
    tx.row<{ id: string }>(sql`select person_id as id from message where external_id = 'new1'`),
  )
  await db.in(kit.workspace, (tx) =>
    forgetPerson(tx, { person: person?.id ?? '', by: kit.teammate, at: noon }, async () => {}),
  )
  await same()
})

test('the database tells the tone as the program does', async () => {
  const cases = [-1, -0.61, -0.6, -0.3, -0.15, 0, 0.15, 0.16, 1].flatMap((mood) =>
    [[], ['loss'], ['abuse'], ['complaint', 'loss']].map((labels) => ({ mood, labels })),
  )
  const told = await db.outside((tx) =>
    Promise.all(
      cases.map(({ mood, labels }) =>
        tx.row<{ tone: string }>(sql`select earshot.tone_of(${mood}::real, ${labels}::text[]) as tone`),
      ),
    ),
  )
  expect(told.map((it) => it?.tone)).toEqual(
    cases.map((it) => toneOf({ ...it, labels: it.labels as never }) ?? 'plain'),
  )
})

/** What the counts hold is what a plain count over all messages gives. */
async function same(): Promise<void> {
  const [held, counted] = await db.look(kit.workspace, (tx) =>
    Promise.all([
      tx.rows(
        sql`select listener_id, day::text, room_id, topic, tone, said from voice_day where said <> 0 order by 1, 2, 3, 4, 5`,
      ),
      tx.rows(sql`
        select substr(r, 10)::uuid as listener_id, (at at time zone 'utc')::date::text as day, room_id, topic,
          case when mood is null then 'plain' when mood > 0.15::real then 'glad'
            when mood >= (-0.15)::real and 'loss' = any(labels) then 'sad' when mood >= (-0.15)::real then 'plain'
            when 'loss' = any(labels) then 'sad' when mood < (-0.6)::real or 'abuse' = any(labels) then 'angry' else 'annoyed' end as tone,
          count(*)::int as said
        from message, unnest(reasons) r, unnest(array[''] || labels) topic
        where r like 'listener:%' and not us and deleted_at is null and not reasons && '{mention,reply,quote,room}'
        group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`),
    ]),
  )
  expect(held).toEqual(counted)
}

const get = async () => (await kit.call('GET', '/voice')).body as unknown as Voice
const filed = (...messages: Said[]) => heard(...messages.map((message): Heard => ({ is: 'said', message })))
const heard = (...all: Heard[]) =>
  hear(
    db,
    {
      workspace: kit.workspace,
      room: { id: roomId, channel: 'square' },
      heard: all,
      at: noon,
      listening: ({ text }) => [...(/bakery/.test(text) ? [ours] : []), ...(/millers/.test(text) ? [theirs] : [])],
    },
    newId,
  )
