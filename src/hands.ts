/** What every loop and every request works with, put together once a thread. */
import type { Kit } from './channels/channel.ts'
import { channels } from './channels/index.ts'
import type { Db } from './db/db.ts'
import type { Presence } from './db/presence.ts'
import type { Hands } from './jobs/hands.ts'
import { systemClock } from './lib/clock.ts'
import { newId } from './lib/ids.ts'
import { inCommon } from './lib/in-common.ts'
import { safeFetch, safeSocket } from './lib/safe-fetch.ts'
import { sealWith } from './lib/seal.ts'

export type Making = {
  db: Db
  presence: Presence
  secretKey: string
  /** Private addresses that the owner allowed. */
  allowPrivate: readonly string[]
  log: (line: string) => void
}

export function handsOf({ db, presence, secretKey, allowPrivate, log }: Making): Hands {
  const doors = { allow: allowPrivate }
  const common = inCommon()
  const kit = (signal: AbortSignal): Kit => ({
    fetch: safeFetch(doors),
    socket: safeSocket(doors),
    clock: systemClock,
    signal,
    inCommon: common,
    keepSecret: async () => {},
    keepQuota: async () => {},
  })
  return { db, presence, channels, kit, clock: systemClock, seal: sealWith(secretKey), newId, random: Math.random, log }
}
