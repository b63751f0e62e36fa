/** Codes that we give along: a word to say or a short link, made for an objective and mostly in a conversation; and who follows one. */
import type { Db, Tx } from '../db/db.ts'
import { sql } from '../db/db.ts'
import { record } from '../domain/happening/happening.store.ts'
import * as store from '../domain/outcome/code.store.ts'
import { linkWord, targetOf, wrongWord } from '../domain/outcome/code.ts'
import { served, worthOf } from '../domain/outcome/served.read.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { writeOutcome } from './outcomes.ts'

export type NewCode = {
  /** Null: a short link, whose word nobody chooses. */
  word: string | null
  target: string | null
  objective: Id
  conversation: Id | null
  what: string
  visitCounts: boolean
}

export type Given =
  | { is: 'given'; code: store.Code }
  | { is: 'wrong'; field: 'word' | 'target' | 'objective' | 'conversation'; why: string }

export async function giveCode(
  tx: Tx,
  asked: NewCode,
  { by, at }: { by: Id; at: Date },
  { newId, random }: { newId: NewId; random: () => number },
): Promise<Given> {
  const target = asked.target === null ? null : targetOf(asked.target)
  if (asked.target !== null && target === null)
    return { is: 'wrong', field: 'target', why: 'A link leads to a web address that begins with https:// or http://.' }
  const word = target === null ? (asked.word ?? '') : linkWord(random)
  const wrong = wrongWord(word)
  if (wrong) return { is: 'wrong', field: 'word', why: wrong }
  const worth = await worthOf(tx, asked.objective)
  if (!worth || worth.letGo)
    return { is: 'wrong', field: 'objective', why: 'For which objective? There is none by that id that still stands.' }
  const talk = asked.conversation === null ? undefined : (await served(tx, [asked.conversation]))[0]
  if (asked.conversation !== null && !talk)
    return { is: 'wrong', field: 'conversation', why: 'There is no such conversation here.' }
  const code: store.Code = {
    ...{
      id: newId(),
      word,
      target,
      objectiveId: worth.id,
      personId: talk?.personId ?? null,
      conversationId: asked.conversation,
    },
    ...{ what: asked.what, visits: 0, visitCounts: target !== null && asked.visitCounts },
  }
  if (!(await store.insertCode(tx, code, { by, at })))
    return { is: 'wrong', field: 'word', why: `${word} is given to somebody already. Choose another word.` }
  await record(tx, [
    {
      kind: 'code',
      by,
      at,
      ...(asked.conversation && { conversationId: asked.conversation }),
      detail: { code: code.id },
    },
  ])
  return { is: 'given', code }
}

/** Where a short link leads. `visit`: a person follows it, and is counted; of them nothing is kept. Null: there is no such link. */
export async function follow(
  db: Db,
  word: string,
  { visit, at }: { visit: boolean; at: Date },
  newId: NewId,
): Promise<string | null> {
  const found = await db.outside((tx) =>
    tx.row<{ workspaceId: Id; codeId: Id }>(sql`select workspace_id, code_id from link_coded(${word})`),
  )
  if (!found) return null
  if (!visit) return db.look(found.workspaceId, async (tx) => (await store.linkById(tx, found.codeId))?.target ?? null)
  return db.in(found.workspaceId, async (tx) => {
    const code = await store.visited(tx, found.codeId)
    if (code?.visitCounts) await countVisit(tx, code, at, newId)
    return code?.target ?? null
  })
}

/** Once a link: who comes back came once. An objective that was let go since is served no more. */
const countVisit = (tx: Tx, code: store.Code, at: Date, newId: NewId) =>
  writeOutcome(
    tx,
    {
      ...{
        code: code.word,
        objective: null,
        what: null,
        valueCents: null,
        currency: null,
        at,
        person: null,
        conversation: null,
      },
      ...{ evidence: code.target ?? '', source: 'link', key: `link:${code.word}` },
    },
    { by: null, at },
    newId,
  )
