/** Reckons by when whoever asked is to have a word, and how long they waited, soon after they asked or were answered; counts those days anew; and folds the return. */
import type { Db, Tx } from '../db/db.ts'
import { countDays, daysDue } from '../domain/care/waited.store.ts'
import { charters } from '../domain/charter/charter.store.ts'
import { dueBy, noCharter } from '../domain/charter/charter.ts'
import { calendarOf } from '../domain/charter/hours.ts'
import { allToReckon, reckon, toReckon } from '../domain/question/reckoned.store.ts'
import { foldCells, workspacesChanged } from '../domain/return/cell.store.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id } from '../lib/ids.ts'

const LOOK_MS = 2_000
const AT_ONCE = 1_000
const DAYS_AT_ONCE = 30

type Hands = { db: Db; clock: Clock; log: (line: string) => void }

/** Resolves after `signal` aborts. */
export async function reckoning({ db, clock, log }: Hands, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const more = await reckonSome(db).catch((error: Error) => {
      log(`reckoning answers: ${error.message}`)
      return false
    })
    if (!more) await clock.sleep(LOOK_MS, signal)
  }
}

/** True: there may be more to do. */
export async function reckonSome(db: Db): Promise<boolean> {
  const due = await db.outside((tx) => allToReckon(tx, AT_ONCE))
  const byWorkspace = Map.groupBy(due, ({ workspaceId }) => workspaceId)
  for (const [workspace, found] of byWorkspace)
    await db.in(workspace, (tx) =>
      reckonThese(
        tx,
        found.map(({ messageId }) => messageId),
      ),
    )
  const days = await db.outside((tx) => daysDue(tx, DAYS_AT_ONCE))
  for (const [workspace, found] of Map.groupBy(days, ({ workspaceId }) => workspaceId))
    await db.in(workspace, (tx) =>
      countDays(
        tx,
        found.map(({ day }) => day),
      ),
    )
  for (const { workspaceId } of await db.outside(workspacesChanged)) await db.in(workspaceId, foldCells)
  return due.length === AT_ONCE || days.length === DAYS_AT_ONCE
}

async function reckonThese(tx: Tx, messageIds: readonly Id[]): Promise<void> {
  const known = await charters(tx)
  for (const [room, asked] of Map.groupBy(await toReckon(tx, messageIds), ({ roomId }) => roomId)) {
    const charter = known.get(room) ?? noCharter
    const calendar = calendarOf(charter.hours)
    reckon(
      tx,
      asked.map(({ id, at, labels, due, answeredAt }) => ({
        id,
        due: due ? null : dueBy(charter, { since: at, labels }, calendar),
        openMinutes: answeredAt && calendar.within(at, answeredAt),
      })),
    )
  }
}
