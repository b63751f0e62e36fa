/** Looks every ten minutes which rooms have gone quiet against their own rhythm, and which speak again. */
import type { Db } from '../db/db.ts'
import { sql, type Tx } from '../db/db.ts'
import { heardRooms, saveQuiet, spokenIn } from '../domain/charter/rhythm.read.ts'
import { quietSince } from '../domain/charter/rhythm.ts'
import { record } from '../domain/happening/happening.store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id } from '../lib/ids.ts'

const LOOK_MS = 600_000

type Hands = { db: Db; clock: Clock; log: (line: string) => void }

/** Resolves after `signal` aborts. */
export async function minding(hands: Hands, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await mindEverywhere(hands).catch((error: Error) => hands.log(`minding which rooms are quiet: ${error.message}`))
    await hands.clock.sleep(LOOK_MS, signal)
  }
}

/** Gives how many rooms raised their hand, or lowered it. */
export async function mindEverywhere({ db, clock }: Omit<Hands, 'log'>): Promise<number> {
  const workspaces = await db.outside((tx) =>
    tx.rows<{ workspaceId: Id }>(sql`select workspace_id from workspaces_named(null)`),
  )
  let changed = 0
  for (const { workspaceId } of workspaces) changed += await db.in(workspaceId, (tx) => mind(tx, clock.now()))
  return changed
}

async function mind(tx: Tx, now: Date): Promise<number> {
  let changed = 0
  for (const { id, quietSince: before } of await heardRooms(tx)) {
    const since = quietSince(await spokenIn(tx, id, now), now)
    if (since?.getTime() === before?.getTime()) continue
    await saveQuiet(tx, id, since)
    await record(tx, [{ kind: 'room', at: now, by: null, roomId: id, detail: { is: since ? 'quiet' : 'speaking' } }])
    changed++
  }
  return changed
}
