/** Understands what was filed before it could be: found where it lies, some at a time, so that nothing else waits. */
import type { Db } from '../db/db.ts'
import { notUnderstood } from '../domain/message/correction.store.ts'
import { understandOld } from '../flows/correct.ts'
import type { Clock } from '../lib/clock.ts'

const LOOK_MS = 10_000
const AT_ONCE = 500

/** Resolves after `signal` aborts. */
export async function understanding(
  { db, clock, log }: { db: Db; clock: Clock; log: (line: string) => void },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const done = await understandSome(db).catch((error: Error) => {
      log(`understanding: ${error.message}`)
      return 0
    })
    if (done < AT_ONCE) await clock.sleep(LOOK_MS, signal)
  }
}

/** How many were understood. */
export async function understandSome(db: Db): Promise<number> {
  const due = await db.outside((tx) => notUnderstood(tx, AT_ONCE))
  for (const [workspace, messages] of Map.groupBy(due, ({ workspaceId }) => workspaceId)) {
    const ids = messages.map(({ messageId }) => messageId)
    await db.in(workspace, (tx) => understandOld(tx, ids))
  }
  return due.length
}
