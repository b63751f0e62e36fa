/** Places messages that ask in questions, soon after they were filed: what is due is found where it lies. */
import type { Db } from '../db/db.ts'
import { allDue } from '../domain/question/asking.store.ts'
import { type Grouping, grouping } from '../flows/group.ts'
import type { Clock } from '../lib/clock.ts'
import type { NewId } from '../lib/ids.ts'

const LOOK_MS = 2_000
const AT_ONCE = 200

type Hands = { db: Db; clock: Clock; newId: NewId; log: (line: string) => void }

/** Resolves after `signal` aborts. */
export async function placing({ db, clock, newId, log }: Hands, signal: AbortSignal): Promise<void> {
  const questions = grouping(newId)
  while (!signal.aborted) {
    const placed = await placeSome({ db, clock, questions }).catch((error: Error) => {
      log(`placing questions: ${error.message}`)
      return 0
    })
    if (placed < AT_ONCE) await clock.sleep(LOOK_MS, signal)
  }
}

type Placing = { db: Db; clock: Clock; questions: Grouping }

/** How many were placed. */
export async function placeSome({ db, clock, questions }: Placing): Promise<number> {
  const due = await db.outside((tx) => allDue(tx, AT_ONCE))
  let placed = 0
  for (const [workspace, messages] of Map.groupBy(due, ({ workspaceId }) => workspaceId)) {
    const ids = messages.map(({ messageId }) => messageId)
    placed += await questions.place(db, workspace, ids, clock.now())
  }
  return placed
}
