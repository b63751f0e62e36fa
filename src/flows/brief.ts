/** The brief of a question: what is asked and how, the best answer, who should write it, and for which objective. */
import type { Tx } from '../db/db.ts'
import { answersOf } from '../domain/answer/answer.store.ts'
import { brief } from '../domain/question/brief.ts'
import { lines } from '../domain/question/question.list.ts'
import * as read from '../domain/question/question.read.ts'
import type { Id } from '../lib/ids.ts'

/** So many wordings show what people mean; the rest is on the screen. */
const WORDINGS = 8
/** Of so many of the last that asked: many say it in the same words. */
const LOOKED_AT = 50

export type Written = { id: Id; name: string; markdown: string }

/** `id` of a question or of a part of one; null: there is none, or nobody asks it any more. */
export async function briefOf(tx: Tx, part: Id, now: Date): Promise<Written | null> {
  const id = (await read.rootOf(tx, part)) ?? part
  const [[line], wordings, best, kept, next, writers] = await Promise.all([
    lines(tx, [id], now),
    read.wordings(tx, id, LOOKED_AT),
    read.best(tx, id),
    answersOf(tx, [id]),
    read.askedNext(tx, id),
    read.answerers(tx, id),
  ])
  if (line === undefined || line.asked === 0) return null
  // What is kept goes before what was said.
  const answer = kept.get(id) ?? best
  const markdown = brief({
    ...line,
    wordings: [...new Set(wordings.map((text) => text.trim()))].slice(0, WORDINGS),
    best: answer && { text: answer.text, by: answer.by?.name ?? null },
    next,
    writers: writers.map(({ name }) => name),
    on: now.toISOString().slice(0, 10),
  })
  return { id, name: line.name, markdown }
}
