/** An ear for tests: listens to a room until it is stopped, and remembers what it heard. */
import { setTimeout as sleep } from 'node:timers/promises'
import { hear } from '../src/channels/bluesky/hear.ts'
import type { Batch, Connection, Json, Kit } from '../src/channels/channel.ts'
import { type Heard, inFull, type Said } from '../src/domain/message/heard.ts'
import { systemClock } from '../src/lib/clock.ts'
import { inCommon } from '../src/lib/in-common.ts'
import { safeFetch, safeSocket } from '../src/lib/safe-fetch.ts'

const here = { allow: ['127.0.0.0/8', '::1/128'] }

/** The real thing, but allowed to reach this machine, where the peers are. */
export const kitOf = (signal: AbortSignal, keepSecret = async (_: Json) => {}): Kit => ({
  fetch: safeFetch(here),
  socket: safeSocket(here),
  clock: systemClock,
  signal,
  inCommon: inCommon(),
  keepSecret,
  keepQuota: async () => {},
})

/** Listens until it is stopped, and remembers. */
export function listening(room: Connection) {
  const stop = new AbortController()
  const heard: Heard[] = []
  const gaps: NonNullable<Batch['gap']>[] = []
  let cursor = room.cursor
  let trouble: unknown = null
  let begun = () => {}
  const ready = new Promise<void>((resolve) => {
    begun = resolve
  })
  const done = (async () => {
    try {
      for await (const batch of hear(room, kitOf(stop.signal))) {
        heard.push(...batch.heard.map(inFull).filter((one) => one !== null))
        if (batch.gap) gaps.push(batch.gap)
        cursor = batch.cursor
        begun()
      }
    } catch (caught) {
      trouble = caught
    }
  })()
  return {
    heard,
    gaps,
    ready,
    done,
    cursor: () => cursor,
    trouble: () => trouble,
    async until<T>(found: (heard: Heard[]) => T | undefined): Promise<T> {
      for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) {
        const answer = found(heard)
        if (answer !== undefined) return answer
        if (trouble) throw trouble
      }
      throw new Error(`Not heard: ${JSON.stringify(heard, null, 1)}`)
    },
    async stop() {
      stop.abort()
      await done
    },
  }
}

/** Finds what was said in these words. */
export const saying =
  (text: string) =>
  (heard: Heard[]): Said | undefined =>
    heard.flatMap((one) => (one.is === 'said' && one.message.text === text ? [one.message] : []))[0]
