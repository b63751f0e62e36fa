/** Looks every half minute who needs wooing: patience ends by the hour, without anything happening. */
import type { Db } from '../db/db.ts'
import { sql } from '../db/db.ts'
import { spot } from '../flows/woo.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id, NewId } from '../lib/ids.ts'

const LOOK_MS = 30_000

type Hands = { db: Db; clock: Clock; newId: NewId; log: (line: string) => void }

/** Resolves after `signal` aborts. */
export async function spotting(hands: Hands, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await spotEverywhere(hands).catch((error: Error) => hands.log(`spotting who needs wooing: ${error.message}`))
    await hands.clock.sleep(LOOK_MS, signal)
  }
}

/** How many were spotted. */
export async function spotEverywhere({ db, clock, newId }: Omit<Hands, 'log'>): Promise<number> {
  const workspaces = await db.outside((tx) =>
    tx.rows<{ workspaceId: Id }>(sql`select workspace_id from workspaces_named(null)`),
  )
  let spotted = 0
  for (const { workspaceId } of workspaces) spotted += await db.in(workspaceId, (tx) => spot(tx, clock.now(), newId))
  return spotted
}
