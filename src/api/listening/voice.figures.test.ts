/** Every figure of the voice page is what plain SQL counts of what was said, over random weeks. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { ada, said } from '../../../test/cast.ts'
import { freshDatabase } from '../../../test/database.ts'
import { founder, heldClock, openHouse, squareRoom } from '../../../test/house.ts'
import { add as addListener } from '../../domain/listener/listener.store.ts'
import { hear } from '../../flows/hear.ts'
import { newId } from '../../lib/ids.ts'
import type { Voice } from './shapes.voice.ts'

const { db, ownerUrl } = await freshDatabase()
const clock = heldClock(new Date('2026-06-10T15:00:00Z'))
const opened = await openHouse(db, clock)
afterAll(opened.close)
const countAnew = readFileSync(new URL('../../../test/figures/voice.sql', import.meta.url), 'utf8')

const texts = [
  'the bakery sold me glass',
  'I love the bakery, wonderful cakes!',
  'the bakery is terrible and I am furious',
  'a long queue at the bakery today',
  'Is the bakery open on Sundays?',
  'my grandmother died, and the bakery sent flowers',
  'millers are fine, so is the bakery',
]
const one = fc.record({
  text: fc.nat(texts.length - 1),
  room: fc.nat(1),
  daysAgo: fc.nat(100),
  minutes: fc.nat(24 * 60 - 1),
  tagged: fc.nat(9),
})

test('names, weeks, topics, rooms and words', async () => {
  const counter = new pg.Client({ connectionString: ownerUrl })
  await counter.connect()
  const kit = await founder(opened)
  const rooms = [await squareRoom(opened, kit.workspace), await squareRoom(opened, kit.workspace)]
  const [ours, theirs] = [newId(), newId()]
  await db.in(kit.workspace, async (tx) => {
    const of = { rooms: null, createdAt: clock.now(), by: kit.teammate }
    await addListener(tx, { ...of, id: ours, name: 'Bakery', query: 'bakery' })
    await addListener(tx, { ...of, id: theirs, name: 'Millers', query: 'millers' })
  })
  for (const [n, it] of (
    fc.sample(fc.array(one, { minLength: 160, maxLength: 160, size: 'max' }), 1)[0] ?? []
  ).entries()) {
    const at = new Date(clock.now().getTime() - it.daysAgo * 86_400_000 - it.minutes * 60_000)
    const message = said(`m${n}`, ada, texts[it.text] ?? '', { at, reasons: it.tagged === 0 ? ['mention'] : [] })
    await hear(
      db,
      {
        workspace: kit.workspace,
        room: { id: rooms[it.room]?.roomId ?? '', channel: 'square' },
        heard: [{ is: 'said', message }],
        at: clock.now(),
        listening: ({ text }) => [...(/bakery/.test(text) ? [ours] : []), ...(/millers/.test(text) ? [theirs] : [])],
      },
      newId,
    )
  }
  for (const listener of [ours, theirs]) {
    const found = (await kit.call('GET', `/voice?listener=${listener}`)).body as unknown as Voice
    const words = [...found.words.more, ...found.words.less]
    const asked = [kit.workspace, listener, clock.now(), words.map(({ word }) => word)]
    const [counted] = (await counter.query(countAnew, asked)).rows
    const name = found.names.find(({ id }) => id === listener)
    expect(name).toMatchObject(counted.name)
    const weeks = found.weeks.flatMap(({ week, ...tones }) =>
      Object.entries(tones).flatMap(([tone, n]) => (n === 0 ? [] : [[`${week} ${tone}`, n]])),
    )
    expect(Object.fromEntries(weeks)).toEqual(counted.weeks)
    const two = (it: { now: number; before: number }) => [it.now, it.before]
    expect(Object.fromEntries(found.topics.map((it) => [it.topic, two(it)]))).toEqual(counted.topics ?? {})
    expect(Object.fromEntries(found.rooms.map((it) => [it.id, two(it)]))).toEqual(counted.rooms)
    expect(Object.fromEntries(words.map((it) => [it.word, two(it)]))).toEqual(counted.words ?? {})
    expect(found.words.of).toEqual({ now: name?.now, before: name?.before })
  }
  await counter.end()
}, 60_000)
