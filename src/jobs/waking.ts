/** Wakes what was snoozed when its hour has come, and sweeps away what nobody needs any more. */
import { type Db, sql } from '../db/db.ts'
import { change } from '../domain/conversation/conversation.store.ts'
import { wake } from '../domain/conversation/conversation.ts'
import { sweepDeliveries } from '../domain/hook/delivery.store.ts'
import { forgetByRule } from '../flows/forget-by-rule.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id } from '../lib/ids.ts'

const LOOK_MS = 5_000
const AT_ONCE = 200
const SWEEP_EVERY = 720 // looks: once an hour

/** Resolves after `signal` aborts. */
export async function waking(
  { db, clock, log }: { db: Db; clock: Clock; log: (line: string) => void },
  signal: AbortSignal,
): Promise<void> {
  for (let looks = 0; !signal.aborted; looks++) {
    await wakeDue(db, clock.now()).catch((error: Error) => log(`waking: ${error.message}`))
    if (looks % SWEEP_EVERY === 0)
      await sweep(db, clock.now()).catch((error: Error) => log(`sweeping: ${error.message}`))
    await clock.sleep(LOOK_MS, signal)
  }
}

/** How many were woken. Two processes that come at once wake each once: the rule finds the second time nothing to do. */
export async function wakeDue(db: Db, now: Date): Promise<number> {
  const due = await db.outside((tx) =>
    tx.rows<{ workspaceId: Id; conversationId: Id }>(
      sql`select workspace_id, conversation_id from conversations_waking(${now}, ${AT_ONCE})`,
    ),
  )
  for (const { workspaceId, conversationId } of due) {
    await db.in(workspaceId, (tx) =>
      change(tx, conversationId, now, (it) =>
        it.standing.is === 'snoozed' && it.standing.until <= now
          ? wake(it, { by: null, at: now })
          : { next: it, happened: [] },
      ),
    )
  }
  return due.length
}

const DAY = 86_400_000

/** Idempotency keys are kept for a day, what came by signed doors for 30, sessions until they end, memory as long as the workspace's rules say. */
export async function sweep(db: Db, now: Date): Promise<void> {
  const workspaces = await db.outside((tx) =>
    tx.rows<{ workspaceId: Id }>(sql`select workspace_id from workspaces_named(null)`),
  )
  for (const { workspaceId } of workspaces) {
    await db.in(workspaceId, (tx) =>
      tx.run(
        sql`delete from answered_request where workspace_id = ${tx.workspace} and at < ${new Date(now.getTime() - DAY)}`,
      ),
    )
    await db.in(workspaceId, (tx) => sweepDeliveries(tx, now))
    await forgetByRule(db, workspaceId, now)
  }
  await db.outside((tx) => tx.run(sql`delete from auth.session where "expiresAt" < ${now}`))
}
