/** Sends what is due in the outbox: several replies at once, each once. */
import { ChannelTrouble, type Kit, type Sent } from '../channels/channel.ts'
import { leaving } from '../domain/reply/reply.store.ts'
import * as rooms from '../domain/room/room.store.ts'
import { type Delivery, deliver } from '../flows/deliver.ts'
import type { Id } from '../lib/ids.ts'
import type { Hands } from './hands.ts'

const LOOK_MS = 250
const AT_ONCE = 8
/** A channel that has not answered by then may have the reply or not. */
const SEND_MS = 30_000

export interface Delivering {
  readonly tried: number
  /** Resolves when what was on its way has been settled. */
  done: Promise<void>
}

export function delivering(mouth: Hands, signal: AbortSignal): Delivering {
  const count = { tried: 0 }
  const underWay = new Map<Id, Promise<void>>()

  async function look(): Promise<void> {
    const due = await mouth.db.outside((tx) => leaving(tx, mouth.clock.now(), AT_ONCE * 4))
    for (const reply of due) {
      if (underWay.size >= AT_ONCE) return
      if (underWay.has(reply.replyId)) continue
      const sending = deliver(mouth.db, reply, how(mouth, reply.workspaceId))
        .then(
          (tried) => {
            if (tried) count.tried++
          },
          (error: Error) => mouth.log(`reply ${reply.replyId}: ${error.message}`),
        )
        .finally(() => underWay.delete(reply.replyId))
      underWay.set(reply.replyId, sending)
    }
  }

  async function lookForEver(): Promise<void> {
    while (!signal.aborted) {
      await look().catch((error: Error) => mouth.log(`looking at the outbox: ${error.message}`))
      await mouth.clock.sleep(LOOK_MS, signal)
    }
    await Promise.all(underWay.values())
  }

  return {
    get tried() {
      return count.tried
    },
    done: lookForEver(),
  }
}

const how = ({ db, presence, channels, kit, clock, seal, newId, random }: Hands, workspace: Id): Delivery => ({
  worker: presence.worker,
  clock,
  random,
  newId,
  once: (room) => channels.get(room.channel)?.reply?.once ?? null,
  room: (tx, id) => rooms.connection(tx, id, seal),
  async send(_workspace, room, reply) {
    const speaking = channels.get(room.channel)?.reply
    const connection = await db.in(workspace, (tx) => rooms.connection(tx, room.id, seal))
    if (!speaking || !connection) return { is: 'refused', why: 'This room is gone.' }
    if (!reply.parent && !reply.first) return { is: 'refused', why: 'What this answers was taken back on its channel.' }
    const hands: Kit = {
      ...kit(AbortSignal.timeout(SEND_MS)),
      keepSecret: async (secret) => {
        await db.in(workspace, (tx) => rooms.keepSecret(tx, room.id, secret, seal))
      },
      keepQuota: async (quota) => {
        await db.in(workspace, (tx) => rooms.keepQuota(tx, room.id, quota))
      },
    }
    const { key, text, at, parent } = reply
    return speaking
      .send({ key, text, at, langs: parent?.langs ?? [], parent: parent && { id: parent.id } }, connection, hands)
      .catch(asSent)
  },
})

/** The room itself is broken: nothing went out. What time mends is tried again; what a person must mend is shown. */
function asSent(error: unknown): Sent {
  if (!(error instanceof ChannelTrouble)) throw error
  if (error.needs === 'time')
    return { is: 'try-later', why: error.message, after: error.retryAfter, mayHaveArrived: false }
  return { is: 'refused', why: error.message }
}
