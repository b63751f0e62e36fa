/** Places messages that ask in questions, soon after they were filed: what is due is found where it lies. */
import type { Db } from '../db/db.ts'
import { allDue } from '../domain/question/asking.store.ts'
import type { Grouping } from '../flows/group.ts'
import type { Clock } from '../lib/clock.ts'

const LOOK_MS = 2_000
const AT_ONCE = 200

type Hands = { db: Db; questions: Grouping; clock: Clock; log: (line: string) => void }

/** Resolves after `signal` aborts. */
export async function placing(hands: Hands, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const placed = await placeSome(hands).catch((error: Error) => {
      hands.log(`placing questions: ${error.message}`)
      return 0
    })
    if (placed < AT_ONCE) await hands.clock.sleep(LOOK_MS, signal)
  }
}

/** How many were placed. */
export async function placeSome({ db, questions, clock }: Omit<Hands, 'log'>): Promise<number> {
  const due = await db.outside((tx) => allDue(tx, AT_ONCE))
  let placed = 0
  for (const [workspace, messages] of Map.groupBy(due, ({ workspaceId }) => workspaceId)) {
    const ids = messages.map(({ messageId }) => messageId)
    placed += await questions.place(db, workspace, ids, clock.now())
  }
  return placed
}
