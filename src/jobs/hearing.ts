/** Hears in every room that wants it: each room in one process, each in its own loop, so that one in trouble stops no other. */
import { type Batch, type Channel, ChannelTrouble, type Kit } from '../channels/channel.ts'
import { record } from '../domain/happening/happening.store.ts'
import { type Listener, listeners } from '../domain/listener/listener.store.ts'
import type { Said } from '../domain/message/heard.ts'
import { found, type Understood } from '../domain/message/understood.ts'
import * as rooms from '../domain/room/room.store.ts'
import { type Trouble, waitBeforeRetry } from '../domain/room/room.ts'
import { hearWhatCanBe } from '../flows/hear-what-can-be.ts'
import type { Id } from '../lib/ids.ts'
import { QueryIndex } from '../listening/index/query-index.ts'
import { parse } from '../listening/parse.ts'
import type { Post } from '../listening/post.ts'
import { complete } from './completing.ts'
import type { Hands } from './hands.ts'

type Place = { workspaceId: Id; roomId: Id; channel: string }
type Loop = { stop: AbortController; hurry: AbortController }

/** New rooms, paused ones and those of a process that died are noticed within this. */
const LOOK_MS = 3_000
/** What a listener's change takes to be heard by, at most. */
const LISTENERS_MS = 5_000

export interface Hearing {
  /** Ends a room's back-off. */
  now(roomId: Id): void
  readonly rooms: number
  readonly heard: number
  /** Resolves when every loop has ended. */
  done: Promise<void>
}

export function hearing(ears: Hands, signal: AbortSignal): Hearing {
  const loops = new Map<Id, Loop>()
  const running = new Set<Promise<void>>()
  const count = { heard: 0 }

  async function look(): Promise<void> {
    const wanted = new Map((await ears.db.outside((tx) => rooms.toHear(tx))).map((place) => [place.roomId, place]))
    for (const [id, loop] of loops) if (!wanted.has(id)) loop.stop.abort()
    for (const place of wanted.values()) {
      const channel = ears.channels.get(place.channel)
      if (!channel || loops.has(place.roomId) || !(await ears.presence.take(lockOf(place)))) continue
      const loop = { stop: new AbortController(), hurry: new AbortController() }
      loops.set(place.roomId, loop)
      // The lock is gone with the connection that held it: another process may have the room by now.
      const until = AbortSignal.any([signal, loop.stop.signal, ears.presence.held()])
      const ended = keepHearing(ears, place, channel, loop, until, count).finally(async () => {
        loops.delete(place.roomId)
        running.delete(ended)
        await ears.presence.drop(lockOf(place))
      })
      running.add(ended)
    }
  }

  async function lookForEver(): Promise<void> {
    while (!signal.aborted) {
      await look().catch((error: Error) => ears.log(`looking for rooms: ${error.message}`))
      await ears.clock.sleep(LOOK_MS, signal)
    }
    await Promise.all(running)
  }

  return {
    now: (roomId) => loops.get(roomId)?.hurry.abort(),
    get rooms() {
      return loops.size
    },
    get heard() {
      return count.heard
    },
    done: lookForEver(),
  }
}

const lockOf = ({ roomId }: Place) => `room ${roomId}`

async function keepHearing(
  ears: Hands,
  place: Place,
  channel: Channel,
  loop: Loop,
  signal: AbortSignal,
  count: { heard: number },
): Promise<void> {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await hearUntilTrouble(ears, place, channel, signal, () => {
        failures = 0
        count.heard++
      })
      if (!signal.aborted) throw new ChannelTrouble(`${channel.title} stopped speaking.`)
    } catch (error) {
      if (signal.aborted) return
      const wait = waitBeforeRetry(
        failures++,
        ears.clock.now(),
        error instanceof ChannelTrouble ? error.retryAfter : null,
        ears.random(),
      )
      // A single drop is what networks do; a second in a row is worth a word on the room.
      if (failures > 1 || (error instanceof ChannelTrouble && error.needs !== 'time'))
        await tell(ears, place, error as Error, wait)
      loop.hurry = new AbortController()
      await ears.clock.sleep(wait, AbortSignal.any([signal, loop.hurry.signal]))
    }
  }
}

async function hearUntilTrouble(
  ears: Hands,
  place: Place,
  channel: Channel,
  signal: AbortSignal,
  onBatch: () => void,
): Promise<void> {
  const { db, seal, clock, newId, log } = ears
  const room = await db.in(place.workspaceId, (tx) => rooms.connection(tx, place.roomId, seal))
  if (!room) return
  const kit: Kit = {
    ...ears.kit(signal),
    keepSecret: async (secret) => {
      await db.in(place.workspaceId, (tx) => rooms.keepSecret(tx, place.roomId, secret, seal))
    },
  }
  const listening = whoListens(ears, place, room.name)
  const about = { db, clock, newId, log, workspace: place.workspaceId, roomId: place.roomId, channel, room, kit }
  let completing = Promise.resolve()
  for await (const batch of channel.hear(room, kit)) {
    if (signal.aborted) return
    const filed = await hearWhatCanBe(
      db,
      {
        workspace: place.workspaceId,
        room: { id: place.roomId, channel: room.channel },
        heard: batch.heard,
        cursor: cursorOf(batch),
        at: clock.now(),
        listening: await listening(),
      },
      newId,
      log,
    )
    onBatch()
    if (filed.said > 0) completing = completing.then(() => complete(about, filed.conversations))
  }
}

const cursorOf = ({ cursor, at, gap, unreadable }: Batch) => ({ at: cursor, eventAt: at, gap, unreadable })

/** Understood only where a query asks for it. */
const postOf = (said: Said, understood: () => Understood, place: { room: string; channel: string }): Post => ({
  ...said,
  ...place,
  get labels() {
    return said.author.us ? [] : found(understood(), said.langs).labels
  },
  get langs() {
    return said.author.us ? said.langs : found(understood(), said.langs).langs
  },
})

type Asking = Parameters<typeof hearWhatCanBe>[1]['listening']

/** The listeners of a room, looked at now and then; only what changed is read anew. */
function whoListens(
  { db, clock, log }: Hands,
  { workspaceId, roomId, channel }: Place,
  room: string,
): () => Promise<Asking> {
  const index = new QueryIndex()
  const standing = new Map<Id, string>()
  let readAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock.now()
    if (now.getTime() - readAt > LISTENERS_MS) {
      readAt = now.getTime()
      const rows = (await db.in(workspaceId, listeners)).filter(({ rooms }) => rooms?.includes(roomId) ?? true)
      keepStanding(rows, { index, standing, log })
    }
    return (said, understood) => index.match(postOf(said, understood, { room, channel }), now)
  }
}

type Standing = { index: QueryIndex; standing: Map<Id, string>; log: Hands['log'] }

/** A query that can't be read any more hears nothing, and the log says so once. */
function keepStanding(rows: readonly Listener[], { index, standing, log }: Standing): void {
  for (const { id, name, query } of rows) {
    if (standing.get(id) === query) continue
    standing.set(id, query)
    index.remove(id)
    try {
      index.add(id, parse(query))
    } catch (error) {
      log(`listener ${name}: ${(error as Error).message}`)
    }
  }
  const there = new Set(rows.map(({ id }) => id))
  for (const id of standing.keys()) {
    if (there.has(id)) continue
    standing.delete(id)
    index.remove(id)
  }
}

async function tell(
  { db, clock, log }: Hands,
  { workspaceId, roomId }: Place,
  error: Error,
  wait: number,
): Promise<void> {
  const now = clock.now()
  const trouble: Trouble = {
    why: error.message,
    needs: error instanceof ChannelTrouble ? error.needs : 'time',
    since: now.toISOString(),
    nextTry: new Date(now.getTime() + wait).toISOString(),
  }
  log(`room ${roomId}: ${error.message}`)
  await db
    .in(workspaceId, async (tx) => {
      await rooms.tell(tx, roomId, trouble)
      await record(tx, [{ kind: 'room', at: now, by: null, roomId, detail: { is: 'trouble' } }])
    })
    .catch((also: Error) => log(`room ${roomId}: could not write its trouble down: ${also.message}`))
}
