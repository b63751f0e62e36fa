/** That our stand-in for Jetstream writes what a real one writes. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type BlueskyNetwork, startBluesky } from './bluesky.ts'
import { type Jetstream, startJetstream } from './jetstream.ts'

let network: BlueskyNetwork
let jetstream: Jetstream
beforeAll(async () => {
  network = await startBluesky()
  jetstream = await startJetstream(network.pdsUrl, network.plcUrl)
})
afterAll(async () => {
  await jetstream?.close()
  await network?.close()
})

const recorded = ['kinds.jsonl', 'network.jsonl'].flatMap((name) =>
  readFileSync(new URL(`../src/channels/bluesky/fixtures/${name}`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n'),
)

/** The frame with its names in their order and the kinds of its values; what people said is theirs. */
const shapeOf = (line: string) =>
  JSON.stringify(JSON.parse(line), (key, value) => {
    if (key === 'record')
      return Object.keys(value).join() === Object.keys(value).toSorted().join() ? 'sorted' : 'unsorted'
    if (['kind', 'operation', 'active'].includes(key)) return value
    return typeof value === 'object' ? value : typeof value
  })

async function framesFrom(query: string, least: number): Promise<string[]> {
  const socket = new WebSocket(`${jetstream.url}?${query}`)
  const frames: string[] = []
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (data, isBinary) => {
      frames.push(isBinary ? 'binary' : String(data))
      if (frames.length >= least) resolve()
    })
  })
  socket.terminate()
  return frames
}

test('each kind of frame has the shape of a recorded one', async () => {
  const ada = await network.account('ada')
  const { uri } = await ada.agent.post({ text: 'hello', langs: ['en'] })
  await ada.agent.deletePost(uri)
  await ada.agent.upsertProfile((old) => ({ ...old, displayName: 'Ada L.' }))
  const shapes = new Set((await framesFrom('cursor=0', 6)).map(shapeOf))
  const real = new Set(recorded.map(shapeOf))
  // A newly made account has a handle to tell, which none of the recorded identity events happens to carry.
  const strange = [...shapes].filter((shape) => !real.has(shape)).filter((shape) => !shape.includes('"handle"'))
  expect(strange).toEqual([])
  expect(shapes.size).toBeGreaterThanOrEqual(5)
})

test('collections and DIDs narrow it, and a cursor is inclusive', async () => {
  const bo = await network.account('bo-smith')
  await bo.agent.post({ text: 'one' })
  await bo.agent.post({ text: 'two' })
  const wanted = `wantedCollections=app.bsky.feed.*&wantedDids=${bo.did}`
  const all = (await framesFrom(`${wanted}&cursor=0`, 4)).map((line) => JSON.parse(line))
  expect(all.map(({ kind, commit }) => commit?.record.text ?? kind)).toEqual(['identity', 'account', 'one', 'two'])
  const again = (await framesFrom(`${wanted}&cursor=${all[3].time_us}`, 1)).map((line) => JSON.parse(line))
  expect(again).toEqual([all[3]])
})
