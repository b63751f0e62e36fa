/** Brings a reply to its channel, once: claim it, try, and write down what became of it. */
import type { Db, Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import * as replies from '../domain/reply/reply.store.ts'
import { afterCrash, LEASE_MS, type Leaving, type Settled, settle } from '../domain/reply/reply.ts'
import type { Sent } from '../domain/reply/sent.ts'
import type { Room } from '../domain/room/room.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { reopenAs } from './answer.ts'
import { hear } from './hear.ts'

export type Delivery = {
  worker: number
  clock: Clock
  random: () => number
  newId: NewId
  /** How the room's channel keeps a second try from saying it twice; null: the room can't be answered (any more). */
  once(room: Room): 'key' | 'none' | null
  room(tx: Tx, id: Id): Promise<Room | null>
  /** One try. Throwing counts as `it may have arrived`. */
  send(workspace: Id, room: Room, reply: Leaving): Promise<Sent>
}

/** True: a reply was tried. False: somebody else has it. */
export async function deliver(db: Db, due: { workspaceId: Id; replyId: Id }, how: Delivery): Promise<boolean> {
  const claimed = await db.in(due.workspaceId, async (tx) => {
    const now = how.clock.now()
    const reply = await replies.claim(tx, due.replyId, how.worker, now, new Date(now.getTime() + LEASE_MS))
    return reply && { reply, room: await how.room(tx, reply.roomId) }
  })
  if (!claimed) return false
  const { reply, room } = claimed
  const settled = await attempt(db, due.workspaceId, reply, room, how)
  await write(db, due.workspaceId, reply, room, settled, how)
  return true
}

async function attempt(db: Db, workspace: Id, reply: Leaving, room: Room | null, how: Delivery): Promise<Settled> {
  const once = room && how.once(room)
  if (!room || !once) return { is: 'refused', why: 'This room is gone, or can no longer be answered from here.' }
  if (reply.triedBefore && afterCrash(once) === 'unknown') {
    return {
      is: 'unknown',
      why: 'The desk stopped while this was on its way. Check whether it is there before you send it again.',
    }
  }
  const heartbeat = new AbortController()
  const beating = beat(db, workspace, reply, how.clock, heartbeat.signal)
  const sent = await how
    .send(workspace, room, reply)
    .catch((error: Error): Sent => ({ is: 'try-later', why: error.message, after: null, mayHaveArrived: true }))
  heartbeat.abort()
  await beating
  return settle(sent, reply.attempt, once, how.clock.now(), how.random())
}

/** Renews the hold while the channel takes its time. */
async function beat(
  db: Db,
  workspace: Id,
  { replyId, attempt }: Leaving,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    await clock.sleep(LEASE_MS / 4, signal)
    if (signal.aborted) return
    const until = new Date(clock.now().getTime() + LEASE_MS)
    // A database that is away for a moment is no reason to stop the send: the fence decides who may settle.
    await db.in(workspace, (tx) => replies.renew(tx, replyId, attempt, until)).catch(() => false)
  }
}

async function write(
  db: Db,
  workspace: Id,
  reply: Leaving,
  room: Room | null,
  settled: Settled,
  how: Delivery,
): Promise<void> {
  const at = how.clock.now()
  const mine = await db.in(workspace, async (tx) => {
    if (!(await replies.settleOutbox(tx, reply.replyId, reply.attempt, settled, at))) return false
    const about = { at, by: null, conversationId: reply.conversationId, roomId: reply.roomId }
    switch (settled.is) {
      case 'sent':
        await record(tx, [{ kind: 'sent', ...about }])
        break
      case 'refused':
      case 'unknown':
        await reopenAs(tx, reply.conversationId, { kind: 'unsaid', by: null, at, trouble: settled.is })
        break
      case 'queued':
        await record(tx, [
          { kind: 'delayed', ...about, detail: { why: settled.why, until: settled.leavesAt.toISOString() } },
        ])
        break
    }
    return true
  })
  // Heard back like any other message; if the stream was quicker, this files nothing.
  if (mine && settled.is === 'sent' && settled.externalId !== null && room?.account) {
    await hear(db, asHeard(workspace, reply, room, { externalId: settled.externalId, url: settled.url }, at), how.newId)
  }
}

const asHeard = (
  workspace: Id,
  reply: Leaving,
  room: Room,
  sent: { externalId: string; url: string | null },
  at: Date,
): Parameters<typeof hear>[1] => ({
  workspace,
  room,
  at,
  listening: () => [],
  heard: [
    {
      is: 'said',
      message: {
        id: sent.externalId,
        source: room.account?.id ?? room.address,
        at: reply.at,
        author: {
          id: room.account?.id ?? room.address,
          handle: room.account?.handle ?? null,
          name: null,
          avatar: null,
          url: null,
          us: true,
        },
        text: reply.text,
        title: null,
        url: sent.url,
        langs: [],
        inReplyTo: reply.parent?.id ?? null,
        quotes: null,
        links: [],
        mentions: [],
        tags: [],
        images: [],
        reasons: ['reply'],
      },
    },
  ],
})
