/** A teammate gives our word: written and queued in one transaction; it leaves ten seconds later, unless taken back. */
import { sql, type Tx } from '../db/db.ts'
import { type Overruling, saveOverrulings } from '../domain/charter/overruling.store.ts'
import { ConversationMissing, change, forChange, words } from '../domain/conversation/conversation.store.ts'
import { answer, type Change, close, unsay } from '../domain/conversation/conversation.ts'
import { waitingSince } from '../domain/conversation/waiting.ts'
import { dayOf } from '../domain/moment/moment.ts'
import { answered as answeredAskings } from '../domain/question/asking.store.ts'
import * as replies from '../domain/reply/reply.store.ts'
import { UNDO_MS } from '../domain/reply/reply.ts'
import { room as roomOf } from '../domain/room/room.store.ts'
import type { Room } from '../domain/room/room.ts'
import { dropConversation, isFirstWord } from '../domain/speaking/speaking.store.ts'
import { askWith } from '../domain/verdict/verdict.store.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { storable } from '../lib/storable.ts'
import { isBareThanks } from '../understanding/thanks.ts'
import { heldBack } from './answers.ts'
import { askedBy } from './ask-how.ts'
import { heldByLadder } from './climb.ts'

export type Answering = {
  conversationId: Id
  text: string
  /** The message it answers; null: the newest that is not ours. */
  inReplyTo: Id | null
  by: Id
  at: Date
  /** The teammate answered on the channel itself and tells us so. */
  answeredThere: boolean
  done: boolean
  /** The newest message or reply that they had before their eyes: if a colleague answered since, nothing is sent. */
  seen: Id | null
  /** Warnings that they saw and spoke against. */
  overruled?: readonly Overruling[]
}

export type Answered =
  | { is: 'answered'; replyId: Id }
  | { is: 'refused'; why: string }
  | { is: 'colleague'; by: Id; at: Date }

/** What the flow needs of the room's channel. Null: it can't be answered from here. */
export type Voice = {
  length: { unit: 'graphemes' | 'characters'; limit: number; bytes?: number }
  newKey(at: Date, random: number): string
  idOf(key: string, room: Room): string | null
  /** It can also say what answers nobody. */
  first: boolean
} | null

/** Throws ConversationMissing. */
export async function reply(
  tx: Tx,
  asked: Answering,
  voiceOf: (channel: string) => Voice,
  { url, ...dice }: { newId: NewId; random: () => number; url: string },
): Promise<Answered> {
  const now = (await forChange(tx, [asked.conversationId])).get(asked.conversationId)
  if (!now) throw new ConversationMissing(asked.conversationId)
  const room = await roomOf(tx, now.roomId)
  const voice = asked.answeredThere ? null : voiceOf(room.channel)
  if (!asked.answeredThere) {
    if (voice === null)
      return {
        is: 'refused',
        why: `${room.name} can't be answered from here. Open the original, answer there, and mark it as answered.`,
      }
    const tooLong = checkLength(asked.text, voice.length)
    if (tooLong) return { is: 'refused', why: tooLong }
  }
  const held = await heldBack(tx, asked.conversationId, asked.text)
  if (held !== null) return { is: 'refused', why: held }
  if (asked.seen) {
    const since = await replies.saidSince(tx, asked.conversationId, asked.seen)
    if (since && since.by !== asked.by) return { is: 'colleague', ...since }
  }
  const inReplyTo = await addressee(tx, asked)
  if (inReplyTo === null && !asked.answeredThere)
    return { is: 'refused', why: 'What you answer is gone: it was taken back on its channel.' }

  if (!asked.answeredThere && inReplyTo !== null) {
    const why = await heldByLadder(tx, inReplyTo, dayOf(asked.at))
    if (why !== null) return { is: 'refused', why }
  }

  const asks = await askedBy(tx, asked.text, { conversation: asked.conversationId, inReplyTo, at: asked.at, url })
  if (asks?.is === 'refused') return asks

  const replyId = dice.newId()
  const key = voice === null ? replyId : voice.newKey(asked.at, dice.random())
  await replies.write(tx, {
    id: replyId,
    conversationId: asked.conversationId,
    roomId: room.id,
    inReplyTo,
    by: asked.by,
    at: asked.at,
    text: storable(asked.text),
    key,
    leavesAt: new Date(asked.at.getTime() + UNDO_MS),
    externalId: voice === null ? null : voice.idOf(key, room),
    state: voice === null ? 'sent' : 'queued',
  })
  if (asks) await askWith(tx, asks.verdict, { replyId, personId: asks.person })
  saveOverrulings(tx, asked.overruled ?? [], { replyId, roomId: room.id, by: asked.by, at: asked.at })
  // What leaves from here is heard back, and answers then.
  if (asked.answeredThere) answeredAskings(tx, [{ conversationId: asked.conversationId, at: asked.at }])
  const stillWaiting = await whoWaits(tx, asked.conversationId)
  await change(tx, asked.conversationId, asked.at, (now) => {
    const said = answer(now, {
      by: asked.by,
      at: asked.at,
      stillWaiting,
      kind: voice === null ? 'answered there' : 'replied',
    })
    return asked.done ? andThen(said, close(said.next, { by: asked.by, at: asked.at })) : said
  })
  return { is: 'answered', replyId }
}

/** In words for the person who typed it; null: it fits. */
export function checkLength(text: string, { unit, limit, bytes }: NonNullable<Voice>['length']): string | null {
  if (text.trim() === '') return 'Say something first.'
  const length = unit === 'graphemes' ? [...new Intl.Segmenter().segment(text)].length : text.length
  if (length > limit) return `This is ${length - limit} too long: this room takes ${limit} ${unit}.`
  if (bytes !== undefined && Buffer.byteLength(text) > bytes) return `This is too long: this room takes ${bytes} bytes.`
  return null
}

/** Before it left: it is as if it had not been written; gives the text back. Null: too late. */
export async function takeBack(tx: Tx, replyId: Id, by: Id, at: Date): Promise<string | null> {
  const reply = await replies.forChange(tx, replyId)
  if (reply.state !== 'queued' || reply.attempt > 0) return null
  const first = await isFirstWord(tx, replyId)
  await replies.remove(tx, replyId)
  if (first && (await dropConversation(tx, reply.conversationId)) > 0) return reply.text
  await reopenAs(tx, reply.conversationId, { kind: 'taken back', by, at, trouble: null })
  return reply.text
}

/** A refused one once more, or one whose outcome was unknown and that a person did not find on the channel. Null: neither. */
export async function sendAgain(tx: Tx, replyId: Id, by: Id, at: Date): Promise<Id | null> {
  const reply = await replies.forChange(tx, replyId)
  if (reply.state !== 'refused' && reply.state !== 'unknown') return null
  await replies.queueAgain(tx, replyId, at)
  await settleAs(tx, reply.conversationId, by, at, 'replied')
  return replyId
}

/** A person found it on the channel. Null: nobody had asked. */
export async function foundSaid(tx: Tx, replyId: Id, by: Id, at: Date): Promise<Id | null> {
  const reply = await replies.forChange(tx, replyId)
  if (reply.state !== 'unknown') return null
  await replies.markSent(tx, replyId, at)
  await settleAs(tx, reply.conversationId, by, at, 'answered there')
  return replyId
}

/** Since when somebody waits in a conversation, from all its words. `settledToo`: also those that we called done. */
export async function whoWaits(tx: Tx, conversationId: Id, { settledToo = false } = {}): Promise<Date | null> {
  const thread = (await words(tx, [conversationId], isBareThanks)).get(conversationId) ?? []
  return waitingSince(settledToo ? thread.map((word) => ({ ...word, settled: false })) : thread)
}

/** A reply did not get there: who waited waits again, and the conversation shows it. */
export async function reopenAs(
  tx: Tx,
  conversationId: Id,
  how: { kind: 'unsaid' | 'taken back'; by: Id | null; at: Date; trouble: 'refused' | 'unknown' | null },
): Promise<void> {
  const since = await whoWaits(tx, conversationId)
  await change(tx, conversationId, how.at, (now) => unsay(now, { ...how, waitingSince: since }))
}

async function settleAs(
  tx: Tx,
  conversationId: Id,
  by: Id,
  at: Date,
  kind: 'replied' | 'answered there',
): Promise<void> {
  const stillWaiting = await whoWaits(tx, conversationId)
  await change(tx, conversationId, at, (now) => answer(now, { by, at, stillWaiting, kind }))
}

const andThen = (first: Change, second: Change): Change => ({
  next: second.next,
  happened: [...first.happened, ...second.happened],
})

async function addressee(tx: Tx, { conversationId, inReplyTo }: Answering): Promise<Id | null> {
  const found = await tx.row<{ id: Id }>(sql`
    select id from message
    where workspace_id = ${tx.workspace} and conversation_id = ${conversationId} and deleted_at is null
      and (${inReplyTo}::uuid is null or id = ${inReplyTo}::uuid)
    order by us, at desc, id desc limit 1`)
  return found?.id ?? null
}
