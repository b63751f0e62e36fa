/** The pretend town as channels: one that can be answered from here, and a blog whose comments are answered there. */
import { z } from 'zod'
import type { Batch, Channel, Connection, Kit, Outgoing, Replying, Sent } from '../channel.ts'
import { ChannelTrouble } from '../channel.ts'
import { type LetterBox, letterBoxOf } from './letter-box.ts'
import { line, pace, silence, thanks } from './talk.ts'
import { authorOf, length, ourIdOf, type Place, type PlaceName, places } from './town.ts'

const about = {
  cost: 'Nothing.',
  approval: 'None: the demo button makes it.',
  limits: '300 characters an answer, 200 messages a day.',
  unseen: 'Nothing. It is all made up, and nothing that you write here leaves this machine.',
  expiry: 'Never.',
}

const parts = {
  about,
  fields: [],
  asks: z.object({}) as z.ZodType<Record<string, string>>,
  connect: async () =>
    ({
      is: 'refused',
      field: null,
      why: 'The pretend town is made by the demo button, or by `earshot demo`.',
    }) as const,
  hear,
}

const reply: Replying = {
  length,
  once: 'key',
  newKey: (at, random) => `${at.getTime().toString(36)}-${Math.floor(random * 2 ** 32).toString(36)}`,
  idOf: (key, room) => ourIdOf(room.address, key),
  send,
}

export const town: Channel = {
  name: 'town',
  title: 'Pretend town',
  can: ['read own', 'stream', 'history', 'reply', 'post'],
  ...parts,
  reply,
}

export const townBlog: Channel = {
  name: 'town-blog',
  title: 'Pretend blog',
  can: ['read own', 'stream', 'history'],
  ...parts,
}

const settings = z.object({ desk: z.string() })
/** `said`: lines since the room was made; `today`: how many of them on `day`. */
const cursor = z.object({ said: z.number().int(), day: z.string(), today: z.number().int() })

/** How often it looks whether somebody was answered. */
const TICK_MS = 5_000

async function* hear(room: Connection, kit: Kit): AsyncGenerator<Batch> {
  const [name, place] = placeAt(room.address)
  const box = letterBox(room)
  let at = cursor.nullable().parse(room.cursor) ?? { said: 0, day: '', today: 0 }
  let next = kit.clock.now().getTime() + silence(name, at.said)
  while (!kit.signal.aborted) {
    await kit.clock.sleep(TICK_MS, kit.signal)
    if (kit.signal.aborted) return
    const now = kit.clock.now()
    const answers = box.takeDue(now).flatMap((answered) => thanks(place, answered, now) ?? [])
    const day = now.toISOString().slice(0, 10)
    const today = day === at.day ? at.today : 0
    const speaks = now.getTime() >= next && today < pace[name].aDay
    const said = speaks ? [...answers, line(name, place, at.said, now)] : answers
    if (said.length === 0) continue
    if (speaks) {
      at = { said: at.said + 1, day, today: today + 1 }
      next = now.getTime() + silence(name, at.said)
    }
    yield { heard: said.map((message) => ({ is: 'said', message })), cursor: at, at: now }
  }
}

/** Nothing leaves this machine. An answer with the words "refuse me" is refused, to see how that looks. */
async function send(outgoing: Outgoing, room: Connection, kit: Kit): Promise<Sent> {
  if (/refuse me/i.test(outgoing.text))
    return { is: 'refused', why: 'The Square says: you asked to be refused, so here you are.' }
  const id = ourIdOf(room.address, outgoing.key)
  const answered = outgoing.parent?.id
  if (answered !== undefined && authorOf(answered) !== 'us')
    letterBox(room).put({ id: answered, ours: id }, kit.clock.now())
  return { is: 'sent', id, url: null }
}

/** Throws ChannelTrouble for a place that this town does not have (any more). */
function placeAt(address: string): [PlaceName, Place] {
  for (const [name, place] of Object.entries(places)) if (place.address === address) return [name as PlaceName, place]
  throw new ChannelTrouble(`The pretend town has no ${address}. Remove the town and make it again.`, 'owner')
}

const letterBox = (room: Connection): LetterBox => letterBoxOf(`${settings.parse(room.settings).desk} ${room.address}`)
