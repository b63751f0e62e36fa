/** What every channel keeps, whatever its network: one contract, with the exceptions declared. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Channel } from '../src/channels/channel.ts'
import { channels } from '../src/channels/index.ts'
import { inCommon } from '../src/lib/in-common.ts'
import { noon } from './cast.ts'

const src = join(import.meta.dirname, '../src/channels')
const docs = join(import.meta.dirname, '../docs/rooms')

// The furniture of a room that talks to a network. Each exception has its reason.
const furniture = ['channel.ts', 'client.ts', 'wire.ts', 'translate.ts', 'fixtures']
const noFurniture: Record<string, string> = {
  archive: 'reads a file that was given to it: no network, so no client and no wire',
  town: 'is made up: it has no network at all',
  'town-blog': 'the same, in the same folder',
}
const folderOf = (channel: Channel) => (channel.name === 'town-blog' ? 'town' : channel.name)

test('the list names every folder, and every folder is in the list', () => {
  const folders = readdirSync(src, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  expect([...new Set([...channels.values()].map(folderOf))].sort()).toEqual(folders.sort())
})

describe.each([...channels.values()].map((channel) => [channel.name, channel] as const))('%s', (name, channel) => {
  test('has the same furniture as the others', () => {
    if (noFurniture[name]) expect(existsSync(join(src, folderOf(channel), 'channel.ts'))).toBe(true)
    else expect(furniture.filter((piece) => !existsSync(join(src, name, piece)))).toEqual([])
  })

  test('has its page, and says what it costs, needs, limits and will not see', () => {
    if (channel.fields.length > 0) expect(existsSync(join(docs, `${name}.md`))).toBe(true)
    for (const [about, words] of Object.entries(channel.about)) expect(words.length, about).toBeGreaterThan(3)
  })

  test('says what it can do, and can reply just where it says so', () => {
    expect(channel.can.length).toBeGreaterThan(0)
    expect(channel.reply !== undefined).toBe(channel.can.includes('reply'))
    if (channel.can.includes('post')) expect(channel.can).toContain('reply')
    expect(channel.name).toMatch(/^[a-z][a-z-]*$/)
  })

  test('asks for its fields in words, and refuses an empty form with words at a field', () => {
    const needed = channel.fields.filter((field) => !field.optional)
    for (const field of channel.fields)
      expect(
        [field.label, field.hint].every((words) => words.length > 2),
        field.name,
      ).toBe(true)
    if (needed.length === 0) return
    const read = channel.asks.safeParse(Object.fromEntries(channel.fields.map((field) => [field.name, ''])))
    expect(read.success).toBe(false)
    const [issue] = read.error?.issues ?? []
    expect(channel.fields.map((field) => field.name)).toContain(String(issue?.path[0]))
    expect(issue?.message).not.toMatch(/^(Invalid|Required|Too small)/)
  })

  const { reply } = channel
  if (reply) {
    test('chooses a key before the first try: another each time, the same from the same dice', () => {
      const keys = new Set(
        Array.from({ length: 100 }, (_, at) => reply.newKey(new Date(noon.getTime() + at), at / 100)),
      )
      expect(keys.size).toBe(100)
      expect(reply.newKey(noon, 0.5)).toBe(reply.newKey(noon, 0.5))
    })

    test('keeps a second try from saying it twice by a key whose id is known beforehand, or says that it can not', () => {
      const room = {
        address: 'did:plc:us',
        settings: { service: 'https://pds.example', account: 'did:plc:us' },
        secret: null,
        cursor: null,
      }
      const id = reply.idOf(reply.newKey(noon, 0.5), room)
      if (reply.once === 'key') expect(id).toBe(reply.idOf(reply.newKey(noon, 0.5), room))
      else expect(id).toBe(null)
      expect(reply.length.limit).toBeGreaterThan(0)
    })
  }

  test('stops hearing when it is told to', async () => {
    const stop = new AbortController()
    stop.abort()
    const clock = { now: () => noon, sleep: async () => {} }
    const kit = {
      fetch: () => Promise.reject(new Error('nobody may dial here')),
      socket: () => {
        throw new Error('nobody may dial here')
      },
      clock,
      signal: stop.signal,
      inCommon: inCommon(),
      keepSecret: async () => {},
      keepQuota: async () => {},
    }
    const heard: unknown[] = []
    const hearing = (async () => {
      for await (const batch of channel.hear(
        { address: 'https://x.example/feed', settings: {}, secret: null, cursor: null },
        kit,
      ))
        heard.push(batch)
    })().catch(() => {})
    await hearing
    expect(heard).toEqual([])
  })
})
