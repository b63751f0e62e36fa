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

/**
 * True: there may be more to do. What fails in one workspace holds up no other: throws AggregateError when all had their turn.
 */
export async function reckonSome(db: Db): Promise<boolean> {
  const failed: unknown[] = []
  const turn = (workspace: Id, work: (tx: Tx) => Promise<unknown>) =>
    db.in(workspace, work).catch((error) => failed.push(error))

  const due = await db.outside((tx) => allToReckon(tx, AT_ONCE))
  for (const [workspace, found] of Map.groupBy(due, ({ workspaceId }) => workspaceId)) {
    const messageIds = found.map(({ messageId }) => messageId)
    await turn(workspace, (tx) => reckonThese(tx, messageIds))
  }
  const dueDays = await db.outside((tx) => daysDue(tx, DAYS_AT_ONCE))
  for (const [workspace, found] of Map.groupBy(dueDays, ({ workspaceId }) => workspaceId)) {
    const days = found.map(({ day }) => day)
    await turn(workspace, (tx) => countDays(tx, days))
  }
  for (const { workspaceId } of await db.outside(workspacesChanged)) await turn(workspaceId, foldCells)
  if (failed.length > 0) throw new AggregateError(failed, failed.map((error) => (error as Error).message).join('; '))
  return due.length === AT_ONCE || dueDays.length === DAYS_AT_ONCE
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
