/** Looks once a minute whether a storm comes up or is over, in every workspace. */
import { type Db, sql } from '../db/db.ts'
import { sweepCounts } from '../domain/storm/count.store.ts'
import { watchWeather } from '../flows/watch-weather.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id, NewId } from '../lib/ids.ts'

const LOOK_MS = 60_000
const SWEEP_EVERY = 60 // looks: once an hour

type Hands = { db: Db; clock: Clock; newId: NewId; log: (line: string) => void }

/** Resolves after `signal` aborts. */
export async function weather(hands: Hands, signal: AbortSignal): Promise<void> {
  for (let looks = 0; !signal.aborted; looks++) {
    await watchEverywhere(hands, looks % SWEEP_EVERY === 0).catch((error: Error) =>
      hands.log(`watching for storms: ${error.message}`),
    )
    await hands.clock.sleep(LOOK_MS, signal)
  }
}

/** How many warnings there were. `sweep`: and what nobody counts by any more goes. */
export async function watchEverywhere({ db, clock, newId }: Omit<Hands, 'log'>, sweep = false): Promise<number> {
  const workspaces = await db.outside((tx) =>
    tx.rows<{ workspaceId: Id }>(sql`select workspace_id from workspaces_named(null)`),
  )
  let warned = 0
  for (const { workspaceId } of workspaces) {
    warned += await db.in(workspaceId, (tx) => watchWeather(tx, clock.now(), newId))
    if (sweep) await db.in(workspaceId, (tx) => sweepCounts(tx, clock.now()))
  }
  return warned
}
