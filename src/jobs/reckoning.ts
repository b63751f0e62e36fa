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
  let countNext = clock.now().getTime()
  const part = (work: (db: Db) => Promise<boolean>) =>
    work(db).catch((error: Error) => {
      log(`reckoning answers: ${error.message}`)
      return false
    })
  while (!signal.aborted) {
    let more = await part(reckonDue)
    const began = clock.now().getTime()
    if (began >= countNext) {
      const moreDays = await part(countDue)
      const ended = clock.now().getTime()
      countNext = moreDays ? ended : ended + restAfter(ended - began)
      more ||= moreDays
    }
    await part(foldDue)
    if (!more) await clock.sleep(LOOK_MS, signal)
  }
}

/** Days are counted again in a twentieth of the time, at most: those of a loud workspace less often, and at nobody's expense. */
const restAfter = (tookMs: number): number => 19 * tookMs

/** All that is due now. What fails holds up nothing else: it is thrown when all had their turn. */
export async function reckonSome(db: Db): Promise<void> {
  const failed: unknown[] = []
  for (const work of [reckonDue, countDue, foldDue]) await work(db).catch((error) => failed.push(error))
  if (failed.length > 0) throw failed[0]
}

/** True: there may be more to do. */
async function reckonDue(db: Db): Promise<boolean> {
  const due = await db.outside((tx) => allToReckon(tx, AT_ONCE))
  await eachInTurn(db, due, (tx, found) => {
    const messageIds = found.map(({ messageId }) => messageId)
    return reckonThese(tx, messageIds)
  })
  return due.length === AT_ONCE
}

/** True: there may be more to do. */
async function countDue(db: Db): Promise<boolean> {
  const due = await db.outside((tx) => daysDue(tx, DAYS_AT_ONCE))
  await eachInTurn(db, due, (tx, found) => {
    const days = found.map(({ day }) => day)
    return countDays(tx, days)
  })
  return due.length === DAYS_AT_ONCE
}

async function foldDue(db: Db): Promise<boolean> {
  await eachInTurn(db, await db.outside(workspacesChanged), foldCells)
  return false
}

/** What fails in one workspace holds up no other: throws AggregateError when all had their turn. */
async function eachInTurn<Row extends { workspaceId: Id }>(
  db: Db,
  rows: readonly Row[],
  work: (tx: Tx, rows: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  const failed: unknown[] = []
  for (const [workspace, its] of Map.groupBy(rows, ({ workspaceId }) => workspaceId))
    await db.in(workspace, (tx) => work(tx, its)).catch((error) => failed.push(error))
  if (failed.length > 0) throw new AggregateError(failed, failed.map((error) => (error as Error).message).join('; '))
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
