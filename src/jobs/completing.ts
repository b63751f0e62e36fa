/** Completes what was filed: names where the stream gave ids, the beginning of a thread that we came late to, whose pages are whose. */
import type { Channel, Connection, Kit } from '../channels/channel.ts'
import type { Db } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import { unheard } from '../domain/message/message.store.ts'
import { meet, nameless } from '../domain/person/person.store.ts'
import { hear } from '../flows/hear.ts'
import { proveClaims } from '../flows/prove-claims.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id, NewId } from '../lib/ids.ts'

export type Completing = {
  db: Db
  clock: Clock
  newId: NewId
  log: (line: string) => void
  workspace: Id
  roomId: Id
  channel: Channel
  room: Connection
  kit: Kit
}

/** How far up a thread we look: deeper ones are read on their channel. */
const MOST_ANCESTORS = 20

/** Nobody waits for it: the messages are filed already. What can't be had is missing, and the log says so. */
export async function complete(about: Completing, conversations: readonly Id[]): Promise<void> {
  try {
    if (about.channel.lookUp) await findBeginnings(about, conversations)
    if (about.channel.profiles) await nameStrangers(about, conversations)
    await proveClaims({ ...about, ...about.kit }, conversations)
  } catch (error) {
    about.log(`room ${about.roomId}: something to complete is missing: ${(error as Error).message}`)
  }
}

/** A message that its conversation waits for is let in by that; it may have a parent itself, so we look again. */
async function findBeginnings(
  { db, clock, newId, workspace, roomId, channel, room, kit }: Completing,
  conversations: readonly Id[],
): Promise<void> {
  for (let step = 0; step < MOST_ANCESTORS && !kit.signal.aborted; step++) {
    const missing = await db.in(workspace, (tx) => unheard(tx, conversations))
    const found = missing.length > 0 ? ((await channel.lookUp?.(missing, room, kit)) ?? []) : []
    const { said } = await hear(
      db,
      {
        workspace,
        room: { id: roomId, channel: channel.name },
        heard: found.map((message) => ({ is: 'said', message })),
        at: clock.now(),
        listening: () => [],
      },
      newId,
    )
    if (said === 0) return
  }
}

async function nameStrangers(
  { db, clock, newId, workspace, roomId, channel, room, kit }: Completing,
  conversations: readonly Id[],
): Promise<void> {
  const strangers = await db.in(workspace, (tx) => nameless(tx, channel.name, conversations))
  if (strangers.length === 0) return
  const authors = (await channel.profiles?.(strangers, room, kit)) ?? []
  const at = clock.now()
  await db.in(workspace, async (tx) => {
    await meet(tx, channel.name, authors, at, newId)
    await record(tx, [{ kind: 'met', at, by: null, roomId, detail: { conversations } }])
  })
}
