import { expect, test } from 'vitest'
import type { Clock } from '../../lib/clock.ts'
import { inCommon } from '../../lib/in-common.ts'
import type { Batch, Connection, Json, Kit } from '../channel.ts'
import { town, townBlog } from './channel.ts'
import { line, pace, thanks } from './talk.ts'
import { idOf, type PlaceName, places, residents, settingsFor } from './town.ts'

const noon = new Date('2026-06-01T12:00:00Z')
const names = Object.keys(places) as PlaceName[]
const minute = 60_000

test('it speaks every 20 to 90 seconds, in words of the town', async () => {
  const batches = await listen(room('square'), 30)
  const hours = batches.map(({ at }) => at?.getTime() ?? 0)
  const silences = hours.slice(1).map((at, i) => at - (hours[i] ?? 0))
  expect(Math.min(...silences)).toBeGreaterThanOrEqual(20_000)
  expect(Math.max(...silences)).toBeLessThanOrEqual(95_000) // looked at every 5 s
  expect(new Set(batches.flatMap(ids)).size).toBe(30)
})

test('it says the same again from the same cursor on', async () => {
  const [first, again] = [await listen(room('square'), 12), await listen(room('square'), 12)]
  expect(first).toEqual(again)
  const rest = await listen(room('square', first[5]?.cursor), 6)
  expect(rest.flatMap(ids)).toEqual(first.slice(6).flatMap(ids))
})

test('a round later it says it otherwise', () => {
  const texts = [...Array(200).keys()].map((n) => line('square', places.square, n, noon).text)
  expect(new Set(texts).size).toBeGreaterThan(60)
  expect(texts.filter((text) => /[{};]/.test(text))).toEqual([])
})

test('every line is by somebody of the town or by us, and goes on with one that was said', () => {
  for (const name of names) {
    const said = [...Array(120).keys()].map((n) => line(name, places[name], n, noon))
    const known = new Set(said.map(({ id }) => id))
    expect(
      said.filter(({ author }) => !author.us && ![...residents.values()].some(({ handle }) => handle === author.id)),
    ).toEqual([])
    expect(said.filter(({ inReplyTo }) => inReplyTo !== null && !known.has(inReplyTo))).toEqual([])
  }
})

test('it says no more than 200 things a day, and goes on the next', async () => {
  expect(names.reduce((sum, name) => sum + pace[name].aDay, 0)).toBe(200)
  const batches = await listen(room('guest-book'), 60)
  const days = Map.groupBy(batches, ({ at }) => at?.toISOString().slice(0, 10))
  expect([...days.values()].map((day) => day.length)).toEqual([50, 10])
})

test('who was answered says thanks a little later, once', async () => {
  const here = room('square', null, 'desk of the answered')
  const asked = idOf(places.square, 'x', 'rosa')
  const { kit } = heldKit()
  const outgoing = { key: 'k1', text: 'Até logo', langs: [], at: noon, parent: { id: asked } }
  const sent = await town.reply?.send(outgoing, here, kit)
  expect(await town.reply?.send(outgoing, here, kit)).toEqual(sent)
  expect(sent).toEqual({ is: 'sent', id: town.reply?.idOf('k1', here), url: null })
  const heard = (await listen(here, 12)).flatMap(messages)
  const thanks = heard.filter(({ inReplyTo }) => sent?.is === 'sent' && inReplyTo === sent.id)
  expect(thanks).toMatchObject([{ author: { handle: 'rosa.marques' }, reasons: ['reply'] }])
  const [{ at } = { at: noon }] = thanks
  expect(at.getTime() - noon.getTime()).toBeGreaterThanOrEqual(25_000)
  expect(at.getTime() - noon.getTime()).toBeLessThan(minute)
  expect(
    (await listen(room('square', null, 'another desk'), 12))
      .flatMap(messages)
      .filter(({ inReplyTo }) => sent?.is === 'sent' && inReplyTo === sent.id),
  ).toEqual([])
})

test('everybody knows how to say thanks, in their own language', () => {
  for (const who of residents.keys()) {
    const answered = { id: idOf(places.square, 'x', who), ours: 'ours/k/us' }
    expect(thanks(places.square, answered, noon)?.langs, who).toEqual(residents.get(who)?.langs)
  }
})

test('an answer that asks to be refused is', async () => {
  const outgoing = { key: 'k', text: 'Please refuse me', langs: [], at: noon, parent: { id: 'x' } }
  expect(await town.reply?.send(outgoing, room('square'), heldKit().kit)).toMatchObject({ is: 'refused' })
})

test('nobody can add a room of the town by hand', async () => {
  for (const channel of [town, townBlog]) {
    expect(await channel.connect(channel.asks.parse({}), heldKit().kit)).toMatchObject({ is: 'refused' })
  }
})

test('it stops when it is told to', async () => {
  const { kit, abort } = heldKit()
  abort()
  expect(await Array.fromAsync(town.hear(room('square'), kit))).toEqual([])
})

const room = (name: PlaceName, cursor: Json = null, desk = 'desk'): Connection => ({
  address: places[name].address,
  settings: settingsFor(desk),
  secret: null,
  cursor,
})

async function listen(here: Connection, many: number): Promise<Batch[]> {
  const batches: Batch[] = []
  const channel = here.address === places.comments.address ? townBlog : town
  for await (const batch of channel.hear(here, heldKit().kit)) {
    batches.push(batch)
    if (batches.length === many) break
  }
  return batches
}

/** A clock whose hours pass as fast as they are slept. */
function heldKit(): { kit: Kit; abort(): void } {
  let now = noon.getTime()
  const clock: Clock = {
    now: () => new Date(now),
    sleep: async (ms) => {
      now += ms
    },
  }
  const stop = new AbortController()
  const offline = () => {
    throw new Error('The town needs no network.')
  }
  return {
    kit: {
      clock,
      signal: stop.signal,
      inCommon: inCommon(),
      fetch: offline,
      socket: offline,
      keepSecret: async () => {},
      keepQuota: async () => {},
    },
    abort: () => stop.abort(),
  }
}

const messages = ({ heard }: Batch) => heard.flatMap((it) => (it.is === 'said' ? [it.message] : []))
const ids = (batch: Batch) => messages(batch).map(({ id }) => id)
