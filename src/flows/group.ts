/** Places messages that ask in questions, and keeps the copy of their sketches in this process in step with the rows. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Db, Tx } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import { askedIn } from '../domain/question/asked.ts'
import * as askings from '../domain/question/asking.store.ts'
import * as questions from '../domain/question/question.store.ts'
import { join } from '../domain/question/question.ts'
import type { Unasked } from '../domain/question/unasked.ts'
import { countQuestions } from '../domain/storm/count.store.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { Groups, QuestionMissing } from '../understanding/likeness/groups.ts'

/** The sketches of the workspaces that this process works for. */
export interface Grouping {
  /** Places those that still wait, in one transaction; gives how many. */
  place(db: Db, workspace: Id, messageIds: readonly Id[], at: Date): Promise<number>
}

/** Screens are answered in the same thread: so many are placed before it is given to others. */
const BEFORE_A_BREATH = 8

type Copy = { groups: Groups; version: number }

export function grouping(newId: NewId): Grouping {
  const copies = new Map<Id, Copy>()

  /** The workspace's copy. What others changed can't be taken back into one that holds it already: then it is made anew. */
  async function inStep(tx: Tx): Promise<Copy> {
    const before = copies.get(tx.workspace)
    if (before?.version === (await questions.newestVersion(tx))) return before
    const rows = await questions.allParts(tx)
    const copy = { groups: new Groups({ newId }), version: rows.at(-1)?.version ?? 0 }
    restore(copy.groups, rows)
    copies.set(tx.workspace, copy)
    return copy
  }

  return {
    async place(db, workspace, messageIds, at) {
      try {
        return await db.in(workspace, (tx) => place(tx, messageIds, at))
      } catch (error) {
        // The copy is ahead of the rows now: whoever comes next makes it anew.
        copies.delete(workspace)
        throw error
      }
    },
  }

  async function place(tx: Tx, messageIds: readonly Id[], at: Date): Promise<number> {
    questions.holdQuestions(tx)
    const due = await askings.due(tx, messageIds)
    if (due.length === 0) return 0
    const copy = await inStep(tx)
    const { groups } = copy
    const placed: (askings.Due & ReturnType<Groups['add']>)[] = []
    for (const it of due) {
      placed.push({ ...it, ...groups.add(it.id, askedIn(it)) })
      if (placed.length % BEFORE_A_BREATH === 0) await breathe()
    }
    const fresh = new Set(placed.filter((it) => it.fresh).map(({ part }) => part))
    const grown = new Set(placed.map(({ part }) => part)).difference(fresh)
    await questions.addParts(tx, partsOf(groups, fresh), { at })
    await questions.keepParts(tx, partsOf(groups, grown))
    const there = await askings.place(tx, placed)
    const still = placed.filter(({ id }) => there.has(id))
    await countQuestions(tx, still)
    await questions.countUp(tx, still)
    copy.version = await questions.newestVersion(tx)
    await record(
      tx,
      [...Map.groupBy(placed, ({ roomId }) => roomId)].map(([roomId, { length }]) => ({
        kind: 'question',
        at,
        by: null,
        roomId,
        detail: { is: 'asked', messages: length },
      })),
    )
    return placed.length
  }
}

/**
 * Messages that ask no longer leave their questions. A part that nobody asks any more is empty, and holds no words; one
 * whose wordings were all theirs goes by the words of somebody who still asks.
 */
export async function ungroup(tx: Tx, gone: readonly Unasked[]): Promise<void> {
  const placed = gone.flatMap(({ questionId, ...it }) => (questionId === null ? [] : { ...it, questionId }))
  if (placed.length === 0) return
  questions.holdQuestions(tx)
  const { groups, rows } = await some(tx, new Set(placed.map(({ questionId }) => questionId)))
  for (const it of placed) groups.remove(it.questionId, { id: it.id, text: askedIn(it) })
  const nameless = rows.filter(({ id }) => encoded(groups, id) !== null && groups.nameOf(id) === '').map(({ id }) => id)
  for (const it of await askings.newestIn(tx, nameless))
    groups.remember(it.questionId, { id: it.id, text: askedIn(it) })
  await questions.keepParts(tx, partsOf(groups, new Set(rows.map(({ id }) => id))))
  await questions.recount(tx, [...new Set(rows.map(({ root }) => root))])
}

/** These messages of a question ask something else, says a teammate. Gives the new question; null: none of them lies there. */
export async function split(
  tx: Tx,
  from: Id,
  messageIds: readonly Id[],
  { by, at }: { by: Id; at: Date },
  newId: NewId,
): Promise<Id | null> {
  questions.holdQuestions(tx)
  const messages = await askings.inQuestion(tx, from, messageIds)
  const byPart = Map.groupBy(messages, ({ questionId }) => questionId)
  const { groups } = await some(tx, new Set(byPart.keys()), newId)
  const made: Id[] = []
  for (const [part, asked] of byPart) {
    const said = asked.map((it) => ({ id: it.id, text: askedIn(it) }))
    const fresh = groups.split(part, said)
    await questions.keepParts(tx, partsOf(groups, new Set([part])))
    await questions.addParts(tx, partsOf(groups, new Set([fresh])), { at, split: { from, by } })
    await askings.place(
      tx,
      said.map(({ id }) => ({ id, part: fresh })),
    )
    made.push(fresh)
  }
  const [first, ...others] = made
  if (first === undefined) return null
  await questions.recount(tx, [from, ...made])
  for (const part of others) {
    const into = await questions.question(tx, first)
    await questions.change(tx, part, { by, at }, (now) => join(now, into, { by, at }))
  }
  await record(tx, [
    { kind: 'question', at, by, detail: { is: 'split', question: from, into: first, messages: messages.length } },
  ])
  return first
}

/** A few parts, each standing for itself. */
async function some(tx: Tx, parts: ReadonlySet<Id>, newId: NewId = noNewId) {
  const groups = new Groups({ newId })
  const rows = await questions.parts(tx, [...parts])
  restore(
    groups,
    rows.map((row) => ({ ...row, joinedInto: null })),
  )
  return { groups, rows }
}

const noNewId = () => {
  throw new Error('Nothing is placed here')
}

function restore(groups: Groups, rows: readonly questions.Copied[]): void {
  for (const { id, joinedInto, sketch } of rows) if (sketch !== null) groups.restore(id, sketch, joinedInto)
}

/** Each as it is by itself: in a question, a part goes by the wording of all. */
function partsOf(groups: Groups, ids: ReadonlySet<Id>): questions.Part[] {
  const alone = new Groups({ newId: noNewId })
  return [...ids].map((id) => {
    const sketch = encoded(groups, id)
    if (sketch === null) return { id, wording: '', sketch }
    alone.restore(id, sketch)
    return { id, wording: alone.nameOf(id), sketch }
  })
}

/** Null: a part out of which the last message went is gone from the groups. */
function encoded(groups: Groups, id: Id): Uint8Array | null {
  try {
    return groups.encode(id)
  } catch (error) {
    if (error instanceof QuestionMissing) return null
    throw error
  }
}
