/** Sends what programs of others shall be told, when it is due. */
import type { Db } from '../db/db.ts'
import { due } from '../domain/push/push.store.ts'
import { sendPush } from '../flows/push.ts'
import type { Hands } from './hands.ts'

const LOOK_MS = 2_000
const AT_ONCE = 8

/** Resolves after `signal` aborts and what was on its way has been settled. */
export async function pushing({ log, clock, ...hands }: Hands, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pushDue({ ...hands, clock }).catch((error: Error) => log(`telling receivers: ${error.message}`))
    await clock.sleep(LOOK_MS, signal)
  }
}

/** How many were tried. One that waits long for its answer holds up seven others at most. */
export async function pushDue({
  db,
  clock,
  seal,
  kit,
}: Pick<Hands, 'clock' | 'seal' | 'kit'> & { db: Db }): Promise<number> {
  const waiting = await db.outside((tx) => due(tx, clock.now(), AT_ONCE))
  const { fetch } = kit(new AbortController().signal)
  const tried = await Promise.all(waiting.map((it) => sendPush({ db, clock, seal, fetch }, it)))
  return tried.filter(Boolean).length
}
