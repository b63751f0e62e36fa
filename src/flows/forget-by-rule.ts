/** Erases what has had its time, as the workspace's rules say: moments by kind, and noted conversations nobody answered. */
import type { Db, Tx } from '../db/db.ts'
import { holdFiling } from '../domain/conversation/conversation.filing.ts'
import { tracesOf } from '../domain/forgetting/erasing.store.ts'
import { keepForgotten } from '../domain/forgetting/forgotten.store.ts'
import * as retention from '../domain/forgetting/retention.store.ts'
import { record } from '../domain/happening/happening.store.ts'
import { dayOf } from '../domain/moment/moment.ts'
import type { Id } from '../lib/ids.ts'
import { ungroup } from './group.ts'

const AT_ONCE = 200
const DAY = 86_400_000

export type Erased = { moments: number; conversations: number }

/** So many conversations a transaction, until none is left. */
export async function forgetByRule(db: Db, workspace: Id, now: Date): Promise<Erased> {
  const moments = await db.in(workspace, (tx) => retention.eraseOldMoments(tx, dayOf(now)))
  let conversations = 0
  for (;;) {
    const some = await db.in(workspace, (tx) => eraseNoted(tx, now))
    conversations += some
    if (some < AT_ONCE) break
  }
  const erased = { moments, conversations }
  if (moments + conversations > 0)
    await db.in(workspace, (tx) => record(tx, [{ kind: 'retention', at: now, by: null, detail: erased }]))
  return erased
}

async function eraseNoted(tx: Tx, now: Date): Promise<number> {
  const { noted } = await retention.rulesOf(tx)
  if (noted === undefined) return 0
  holdFiling(tx)
  const old = await retention.oldNoted(tx, new Date(now.getTime() - noted * DAY), AT_ONCE)
  if (old.conversations.length === 0) return 0
  // So that a replay does not bring them back. Who said it is not forgotten: they may be heard again.
  await keepForgotten(tx, await tracesOf(tx, [], old.messages), now)
  await ungroup(tx, await retention.unaskIn(tx, old.conversations))
  await retention.eraseOld(tx, old)
  return old.conversations.length
}
