/** Asking how we did: by choice, with one reply, whoever was not asked lately; and hearing what they say. */
import { type Db, sql, type Tx } from '../db/db.ts'
import { change, markNotContent } from '../domain/conversation/conversation.store.ts'
import { heardVerdict } from '../domain/conversation/conversation.ts'
import { record } from '../domain/happening/happening.store.ts'
import { linkWord } from '../domain/outcome/code.ts'
import { holdJoining } from '../domain/person/joining.store.ts'
import * as store from '../domain/verdict/verdict.store.ts'
import { isOpen, MOST_WORDS, whyNot, wordsIn } from '../domain/verdict/verdict.ts'
import type { Id, NewId } from '../lib/ids.ts'

type Refused = { is: 'refused'; why: string }

/** Who can be asked in a conversation: whoever spoke there last, or said `message`; or why they are not. */
async function whom(
  tx: Tx,
  conversation: Id,
  at: Date,
  message: Id | null,
): Promise<{ is: 'person'; id: Id } | Refused> {
  const asked = await store.askedIn(tx, conversation, message)
  const why = asked === null ? 'Nobody has spoken here who could be asked.' : whyNot(asked, at)
  return asked === null || why !== null ? { is: 'refused', why: why ?? '' } : { is: 'person', id: asked.personId }
}

/** Why nobody in this conversation is asked how we did; null: whoever spoke last can be. */
export async function whyNotAsked(tx: Tx, conversation: Id, at: Date): Promise<string | null> {
  const found = await whom(tx, conversation, at, null)
  return found.is === 'refused' ? found.why : null
}

/** A link to put into a reply. Until that leaves, it asks nothing. */
export async function linkToAsk(
  tx: Tx,
  conversation: Id,
  { by, at }: { by: Id; at: Date },
  { newId, random, url }: { newId: NewId; random: () => number; url: string },
): Promise<{ is: 'made'; link: string } | Refused> {
  const person = await whom(tx, conversation, at, null)
  if (person.is === 'refused') return person
  const before = await store.unsent(tx, conversation)
  const word = before?.word ?? linkWord(random)
  if (before === null)
    await store.insertVerdict(tx, { id: newId(), conversationId: conversation, personId: person.id, word, by, at })
  return { is: 'made', link: `${url}/how/${word}` }
}

/** What a reply asks by a link that stands in it. Null: nothing. */
export async function askedBy(
  tx: Tx,
  text: string,
  { conversation, inReplyTo, at, url }: { conversation: Id; inReplyTo: Id | null; at: Date; url: string },
): Promise<{ is: 'asks'; verdict: Id; person: Id } | Refused | null> {
  const words = [...new Set(wordsIn(text, url))]
  if (words.length === 0) return null
  // Two colleagues who ask one human at the same moment wait for each other, under whichever names.
  holdJoining(tx)
  const found = await Promise.all(words.map((word) => store.verdictWorded(tx, word)))
  const [verdict] = found
  if (found.length > 1 || !verdict || verdict.conversationId !== conversation || verdict.replyId !== null)
    return {
      is: 'refused',
      why: 'This link asks somebody else, or was sent before. Take it out, and ask with a new one.',
    }
  const person = await whom(tx, conversation, at, inReplyTo)
  return person.is === 'refused' ? person : { is: 'asks', verdict: verdict.id, person: person.id }
}

/** Why a refused reply that asks is not sent again: they were asked with another since. Null: it can be. */
export async function whyNotAgain(tx: Tx, replyId: Id, at: Date): Promise<string | null> {
  const asking = await store.refusedAsking(tx, replyId)
  if (asking === null) return null
  holdJoining(tx)
  const person = await whom(tx, asking.conversationId, at, asking.inReplyTo)
  return person.is === 'refused' ? person.why : null
}

export type Page = { workspace: string; by: string; open: boolean; content: boolean | null; words: string }

/** What whoever follows a link sees. Null: there is no such link, or what it came with was never sent. */
export async function howPage(db: Db, word: string, at: Date): Promise<Page | null> {
  const found = await worded(db, word)
  return found && db.in(found.workspaceId, async (tx) => pageOf(await store.verdictForChange(tx, found.verdictId), at))
}

const pageOf = (it: store.AskedVerdict | null, at: Date): Page | null =>
  it?.askedAt
    ? { workspace: it.workspace, by: it.by, open: isOpen(it, at), content: it.content, words: it.words }
    : null

/** They say how we did, or say otherwise. Null: as `howPage`, or its time is over. */
export async function hearVerdict(
  db: Db,
  word: string,
  said: { content: boolean; words: string },
  at: Date,
): Promise<Page | null> {
  const found = await worded(db, word)
  return (
    found &&
    db.in(found.workspaceId, async (tx) => {
      const verdict = await store.verdictForChange(tx, found.verdictId)
      if (verdict === null || !isOpen(verdict, at)) return null
      const words = said.words.trim().slice(0, MOST_WORDS)
      if (said.content !== verdict.content || words !== verdict.words) {
        await store.saveVerdict(tx, verdict.id, { ...said, words }, at)
        markNotContent(tx, verdict.conversationId, !said.content)
        if (said.content === verdict.content)
          await record(tx, [{ kind: 'verdict', at, by: null, conversationId: verdict.conversationId }])
        else await change(tx, verdict.conversationId, at, (now) => heardVerdict(now, { content: said.content, at }))
      }
      return pageOf(await store.verdictForChange(tx, verdict.id), at)
    })
  )
}

const worded = (db: Db, word: string) =>
  db.outside((tx) =>
    tx.row<{ workspaceId: Id; verdictId: Id }>(sql`select workspace_id, verdict_id from verdict_worded(${word})`),
  )
