/** Hears in every room that wants it: each room in one process, each in its own loop, so that one in trouble stops no other. */
import { type Batch, type Channel, ChannelTrouble, type Kit } from '../channels/channel.ts'
import { record } from '../domain/happening/happening.store.ts'
import type { Cursor } from '../domain/room/room.store.ts'
import * as rooms from '../domain/room/room.store.ts'
import { type Trouble, waitBeforeRetry } from '../domain/room/room.ts'
import { hearWhatCanBe } from '../flows/hear-what-can-be.ts'
import { sift } from '../flows/sift.ts'
import type { Id } from '../lib/ids.ts'
import { ByHeart } from './by-heart.ts'
import { Changes } from './changes.ts'
import { complete } from './completing.ts'
import type { Hands } from './hands.ts'
import { type RoomListeners, StandingQueries } from './standing-queries.ts'

type Place = { workspaceId: Id; roomId: Id; channel: string }
type Loop = { stop: AbortController; hurry: AbortController }

/** New rooms, paused ones and those of a process that died are noticed within this. */
const LOOK_MS = 3_000
/** So much of a stream that concerned nobody is heard again after a crash, at most; where many rooms hear, so much for each. */
const CURSOR_MS = 2_000
const CURSOR_MS_A_ROOM = 20

export interface Hearing {
  /** Ends a room's back-off. */
  now(roomId: Id): void
  readonly rooms: number
  readonly heard: number
  /** Resolves when every loop has ended. */
  done: Promise<void>
}

/** Which rooms somebody hears who shares them with others: one of `of` parts, by the room's id. */
export type Share = { part: number; of: number }

export const isOf = ({ part, of }: Share, roomId: Id): boolean => Number.parseInt(roomId.slice(-8), 16) % of === part

export function hearing(ears: Hands, signal: AbortSignal, share: Share = { part: 0, of: 1 }): Hearing {
  const loops = new Map<Id, Loop>()
  const running = new Set<Promise<void>>()
  const count = { heard: 0 }
  const changes = new Changes()
  const standing = new StandingQueries(ears, changes)

  async function look(): Promise<void> {
    const places = (await ears.db.outside((tx) => rooms.toHear(tx))).filter(({ roomId }) => isOf(share, roomId))
    const wanted = new Map(places.map((place) => [place.roomId, place]))
    for (const [id, loop] of loops) if (!wanted.has(id)) loop.stop.abort()
    for (const place of wanted.values()) {
      const channel = ears.channels.get(place.channel)
      if (!channel || loops.has(place.roomId) || !(await ears.presence.take(lockOf(place)))) continue
      const loop = { stop: new AbortController(), hurry: new AbortController() }
      loops.set(place.roomId, loop)
      // The lock is gone with the connection that held it: another process may have the room by now.
      const until = AbortSignal.any([signal, loop.stop.signal, ears.presence.held()])
      const listeners = standing.of(place)
      const ended = keepHearing(
        { ...ears, changes, listeners, rooms: () => loops.size },
        place,
        channel,
        loop,
        until,
        count,
      ).finally(async () => {
        listeners.leave()
        loops.delete(place.roomId)
        running.delete(ended)
        await ears.presence.drop(lockOf(place))
      })
      running.add(ended)
    }
  }

  async function lookForEver(): Promise<void> {
    // Where the connection broke meanwhile, the next one listens too.
    await changes.open(ears.presence).catch((error: Error) => ears.log(`listening for changes: ${error.message}`))
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

type Ears = Hands & { changes: Changes; listeners: RoomListeners; rooms: () => number }

async function keepHearing(
  ears: Ears,
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
  ears: Ears,
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
    keepQuota: async (quota) => {
      await db.in(place.workspaceId, (tx) => rooms.keepQuota(tx, place.roomId, quota))
    },
  }
  const about = { db, clock, newId, log, workspace: place.workspaceId, roomId: place.roomId, channel, room, kit }
  let completing = Promise.resolve()
  const here = { workspace: place.workspaceId, room: { id: place.roomId, channel: room.channel } }
  const byHeart = new ByHeart(place, ears)
  const cursors = new Cursors(() => Math.max(CURSOR_MS, CURSOR_MS_A_ROOM * ears.rooms()))
  for await (const batch of channel.hear(room, kit)) {
    if (signal.aborted) return
    const wanted = await ears.listeners.now(room.name)
    // Last, so that nothing can be filed between its answer and the question.
    const mayHold = await byHeart.now()
    const { heard, unreadable } = await sift(db, { ...here, heard: batch.heard, wanted, mayHold })
    onBatch()
    const at = clock.now()
    const cursor = cursors.next({ ...batch, unreadable: (batch.unreadable ?? 0) + unreadable }, heard.length === 0, at)
    if (cursor === null) continue
    const filed = await hearWhatCanBe(
      db,
      { ...here, heard, cursor, at, listening: (said) => wanted([said])[0] ?? [] },
      newId,
      log,
    )
    // The next batch may speak of what was filed just now.
    if (heard.length > 0) ears.changes.note(place.workspaceId)
    if (filed.said > 0)
      completing = completing
        .then(() => complete(about, filed.conversations))
        .then(() => ears.changes.note(place.workspaceId))
  }
}

/** Where to go on is written with what is filed. While a network speaks of others only, it is written now and then. */
class Cursors {
  readonly #everyMs: () => number
  #waiting: Cursor = { at: null, eventAt: null }
  #writtenAt = Number.NEGATIVE_INFINITY

  constructor(everyMs: () => number) {
    this.#everyMs = everyMs
  }

  /** Null: nothing is to be written yet. */
  next({ cursor, at, gap, unreadable = 0 }: Batch, idle: boolean, now: Date): Cursor | null {
    this.#waiting = { at: cursor ?? this.#waiting.at, eventAt: at ?? this.#waiting.eventAt }
    if (idle && !gap && unreadable === 0 && now.getTime() - this.#writtenAt < this.#everyMs()) return null
    this.#writtenAt = now.getTime()
    return { ...this.#waiting, gap, unreadable }
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
