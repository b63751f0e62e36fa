/** Live events: what one process commits, every open screen of the workspace hears. */
import { streamSSE } from 'hono/streaming'
import type { Db } from '../db/db.ts'
import type { Presence } from '../db/presence.ts'
import { between, CHANNEL, type Happening, newest, since, type Told } from '../domain/happening/happening.store.ts'
import type { Id } from '../lib/ids.ts'
import { actorOfRequest, letIn, whoIs } from './door/actor.ts'
import type { Api } from './door/route.ts'
import type { House } from './house.ts'
import type * as shapes from './shapes.ts'

/** `null`: something may have been missed; look at everything again. */
type Hearer = (happened: readonly Happening[] | null) => void

export interface Live {
  /** Gives back how to stop. */
  join(workspace: Id, hear: Hearer): () => void
  readonly open: number
}

/** Reads what is told once for each workspace, however many screens look at it. */
export async function openLive(db: Db, presence: Presence, log: (line: string) => void): Promise<Live> {
  const hearers = new Map<Id, Set<Hearer>>()
  // One reading after the other: of two at once the later may be done first, and screens take what is older for known.
  const readings = new Map<Id, Promise<void>>()
  await presence.listen(CHANNEL, (payload) => {
    if (payload === null) {
      for (const each of hearers.values()) for (const hear of each) hear(null)
      return
    }
    const told = JSON.parse(payload) as Told
    const listening = hearers.get(told.workspace)
    if (!listening?.size) return
    const read = async () => {
      try {
        const happened = await db.look(told.workspace, (tx) => between(tx, told))
        for (const hear of listening) hear(happened)
      } catch (error) {
        log(`live: ${(error as Error).message}`)
        for (const hear of listening) hear(null)
      }
    }
    readings.set(told.workspace, (readings.get(told.workspace) ?? Promise.resolve()).then(read))
  })
  return {
    join(workspace, hear) {
      const listening = hearers.get(workspace) ?? new Set()
      hearers.set(workspace, listening.add(hear))
      return () => {
        listening.delete(hear)
        // Who leaves twice must not take those along who came in between: by then they stand in another set.
        if (listening.size === 0 && hearers.get(workspace) === listening) hearers.delete(workspace)
      }
    },
    get open() {
      let sum = 0
      for (const each of hearers.values()) sum += each.size
      return sum
    },
  }
}

/** A session that ended, a token that was revoked or a role that changed ends its stream within this time (TRUST A7). */
const RECHECK_MS = 5_000
const MOST_MISSED = 1_000

export function events(api: Api, house: House): void {
  api.get('/events', letIn(house, 'GET /api/v1/events'), (c) => {
    const actor = actorOfRequest(c)
    const request = c.req.raw
    c.header('x-accel-buffering', 'no')
    return streamSSE(c, async (stream) => {
      const leave = new AbortController()
      stream.onAbort(() => leave.abort())
      let last = Number(c.req.header('last-event-id')) || 0
      const tell = async (what: readonly Happening[] | null) => {
        for (const it of what ?? []) {
          if (it.id <= last) continue
          last = it.id
          await stream.writeSSE({ id: String(it.id), data: JSON.stringify(show(it)) })
        }
        if (what === null) await stream.writeSSE({ data: JSON.stringify(resync(house.clock.now())) })
      }
      const tellMissed = async () => {
        const missed = await house.db.look(actor.workspace, async (tx) =>
          last > 0 ? since(tx, last, MOST_MISSED + 1) : await newest(tx),
        )
        if (typeof missed === 'number') last = Math.max(last, missed)
        else await tell(missed.length > MOST_MISSED ? null : missed)
        await stream.write(': here\n\n')
      }
      let telling = Promise.resolve()
      const stop = house.live.join(actor.workspace, (what) => {
        telling = telling.then(() => tell(what))
      })
      leave.signal.addEventListener('abort', stop)
      // Before anything that happens from now on: what comes after something newer is taken for known.
      const missed = tellMissed()
      telling = missed.catch(stop)
      await missed
      while (!leave.signal.aborted) {
        await house.clock.sleep(RECHECK_MS, leave.signal)
        const still = await whoIs(request, house).catch(() => actor)
        if (still === null || still.workspace !== actor.workspace || still.teammate.role !== actor.teammate.role) break
        if (!leave.signal.aborted) await stream.write(': still here\n\n')
      }
      stop()
    })
  })
}

const show = (it: Happening): shapes.Live => ({
  id: it.id,
  kind: it.kind,
  at: it.at.toISOString(),
  by: it.by,
  conversations: it.conversationId ? [it.conversationId] : ((it.detail.conversations as Id[] | undefined) ?? []),
  room: it.roomId,
})

const resync = (at: Date): shapes.Live => ({
  id: 0,
  kind: 'resync',
  at: at.toISOString(),
  by: null,
  conversations: [],
  room: null,
})
