/** Files what a room heard: messages, conversations and people, in one transaction, with the cursor that it moves. */
import type { Db, Tx } from '../db/db.ts'
import { insert } from '../db/insert.ts'
import * as filing from '../domain/conversation/conversation.filing.ts'
import { forChange, save, words } from '../domain/conversation/conversation.store.ts'
import {
  answer,
  type Change,
  type Conversation,
  hear as hearAgain,
  type News,
} from '../domain/conversation/conversation.ts'
import { type Word, waitingSince } from '../domain/conversation/waiting.ts'
import { type NewHappening, record } from '../domain/happening/happening.store.ts'
import { taughtTo } from '../domain/message/correction.store.ts'
import type { Heard, Reason, Said } from '../domain/message/heard.ts'
import * as messages from '../domain/message/message.store.ts'
import { columns, type Kept, keep, keyOf, preview, row, saidAt, word } from '../domain/message/message.ts'
import { type Held, thread } from '../domain/message/threading.ts'
import { type Taught, understoodBy, untaught } from '../domain/message/understood.ts'
import { type Known, meet } from '../domain/person/person.store.ts'
import * as askings from '../domain/question/asking.store.ts'
import { replyByExternalId } from '../domain/reply/reply.store.ts'
import { type Cursor, moveCursor } from '../domain/room/room.store.ts'
import { aboutsOf, isUnhappy } from '../domain/storm/about.ts'
import { count } from '../domain/storm/count.store.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { isBareThanks } from '../understanding/thanks.ts'
import { stillRemembered } from './forget-person.ts'
import { joinProven } from './join-people.ts'
import { mend } from './mend.ts'
import { giveOrders } from './take-order.ts'

export type Hearing = {
  workspace: Id
  room: { id: Id; channel: string }
  heard: readonly Heard[]
  /** Stored with the messages: the channel goes on from here after a restart. Undefined: there is none to move. */
  cursor?: Cursor
  at: Date
  /** Which listeners want a message, by their ids. */
  listening: (said: Said) => readonly Id[]
}

/** How many messages were new, and in which conversations something changed. */
export type Filed = { said: number; conversations: readonly Id[] }

/**
 * Hearing the same twice files it once. One batch of a workspace is filed at a time, so that a message and its parent,
 * heard at once in two places, can't miss each other.
 */
export function hear(db: Db, hearing: Hearing, newId: NewId): Promise<Filed> {
  return db.in(hearing.workspace, async (tx) => {
    filing.holdFiling(tx)
    const [taught, heard] = await Promise.all([
      hearing.heard.length > 0 ? taughtTo(tx) : untaught,
      stillRemembered(tx, hearing.room.channel, hearing.heard),
    ])
    return fileAll(tx, { ...hearing, heard }, taught, newId)
  })
}

async function fileAll(tx: Tx, hearing: Hearing, taught: Taught, newId: NewId): Promise<Filed> {
  const filed = await file(tx, hearing, taught, newId)
  const touched = [...filed.conversations, ...(await mend(tx, hearing, taught))]
  if (hearing.cursor) moveCursor(tx, hearing.room.id, hearing.cursor, hearing.at)
  const happened: NewHappening[] = [...filed.happened]
  if (touched.length > 0) happened.push(heardBy(hearing, filed.said, touched))
  await record(tx, happened)
  return { said: filed.said, conversations: touched }
}

async function file(
  tx: Tx,
  hearing: Hearing,
  taught: Taught,
  newId: NewId,
): Promise<Filed & { happened: NewHappening[] }> {
  const nothing = { said: 0, conversations: [], happened: [] }
  const offered = hearing.heard.flatMap((it) => (it.is === 'said' || it.is === 'edited' ? [it.message] : []))
  if (offered.length === 0) return nothing
  const { fresh, held } = await concerns(tx, hearing, taught, offered)
  if (fresh.length === 0) return nothing

  const authors = fresh.map(({ said }) => said.author)
  // Threaded while the database looks for the people: it should never have to wait for us.
  const [people, threaded] = await Promise.all([
    meet(tx, hearing.room.channel, authors, hearing.at, newId),
    thread(fresh, held, newId),
  ])
  await joinProven(tx, authors, people, { at: hearing.at, newId })
  filing.join(tx, threaded.joined)
  filing.rekey(tx, threaded.rekeyed)

  const replies = await repliesAmong(tx, hearing.room.id, fresh)
  const placed = fresh.map((kept) => place(kept, threaded.belongs, people, replies, newId))
  await giveOrders(tx, placed.filter(({ said }) => !said.author.us).map(spokenBy), hearing.at)
  const byConversation = Map.groupBy(placed, (it) => it.conversationId)
  const growths = [...byConversation].map(([id, arrived]) => growthOf(id, arrived, hearing.at))
  const isNew = (it: filing.Growth) => threaded.started.has(it.id)
  filing.start(
    tx,
    hearing.room.id,
    growths
      .filter(isNew)
      .map((it) => startOf(it, threaded.started.get(it.id) as string, byConversation.get(it.id) ?? [], hearing.at)),
  )
  filing.grow(
    tx,
    growths.filter((it) => !isNew(it)),
  )
  insertMessages(tx, hearing, placed)
  followQuestions(tx, placed, hearing.at)
  countForStorms(tx, hearing, placed)

  const grown = growths.filter((it) => !isNew(it)).map((it) => it.id)
  const happened = await wakeAndReopen(tx, grown, byConversation, hearing.at)
  return { said: fresh.length, conversations: [...byConversation.keys()], happened }
}

/** What is new and concerns us: the channel says so, a listener wants it, or it continues a thread that we hold. */
async function concerns(
  tx: Tx,
  { room, listening }: Hearing,
  taught: Taught,
  offered: readonly Said[],
): Promise<{ fresh: Kept[]; held: Held }> {
  const kept = offered.map((said) => keep(said, said.reasons))
  const ids = new Set(kept.flatMap(({ externalId, parent }) => (parent === null ? [externalId] : [externalId, parent])))
  const [stored, waitingFor] = await Promise.all([
    messages.byExternalId(tx, room.id, [...ids]),
    messages.waitingFor(tx, room.id, [...ids]),
  ])
  const conversationOf = new Map(stored.map((it) => [it.externalId, it.conversationId]))
  const taken = new Set(stored.map((it) => `${it.source} ${it.externalId}`))

  const fresh: Kept[] = []
  const arrivingIds = new Set<string>()
  for (const it of kept) {
    const { said, externalId, parent } = it
    const once = `${keyOf(said.source)} ${externalId}`
    if (taken.has(once)) continue
    const continues =
      parent !== null && (conversationOf.has(parent) || waitingFor.has(parent) || arrivingIds.has(parent))
    const awaited = waitingFor.has(externalId)
    const reasons: Reason[] = [...said.reasons, ...listening(said).map((id): Reason => `listener:${id}`)]
    if (reasons.length === 0 && (continues || awaited)) reasons.push('thread')
    if (reasons.length === 0) continue
    taken.add(once)
    arrivingIds.add(externalId)
    fresh.push({ ...it, reasons, understood: said.author.us ? null : understoodBy(taught, said) })
  }
  return { fresh, held: { conversationOf, waitingFor } }
}

/** `replyId`: it was said from this desk, and is heard back. */
type Placed = Kept & Known & { id: Id; conversationId: Id; replyId: Id | null }

const spokenBy = ({ identityId, personId, said }: Placed) => ({ identityId, personId, text: said.text })

const place = (
  kept: Kept,
  belongs: ReadonlyMap<string, Id>,
  people: ReadonlyMap<string, Known>,
  replies: ReadonlyMap<string, Id>,
  newId: NewId,
): Placed => ({
  id: newId(),
  ...kept,
  ...(people.get(kept.said.author.id) as Known),
  conversationId: belongs.get(kept.externalId) as Id,
  replyId: replies.get(kept.externalId) ?? null,
})

const repliesAmong = (tx: Tx, roomId: Id, fresh: readonly Kept[]): Promise<Map<string, Id>> =>
  replyByExternalId(
    tx,
    roomId,
    fresh.filter(({ said }) => said.author.us).map((it) => it.externalId),
  )

function growthOf(id: Id, arrived: readonly Placed[], heardAt: Date): filing.Growth {
  const inOrder = [...arrived].sort((a, b) => saidAt(a.said, heardAt).getTime() - saidAt(b.said, heardAt).getTime())
  const theirs = inOrder.filter(({ said }) => !said.author.us)
  const [first, last, newest] = [inOrder[0] as Placed, inOrder.at(-1) as Placed, theirs.at(-1)]
  return {
    id,
    firstAt: saidAt(first.said, heardAt),
    lastAt: saidAt(last.said, heardAt),
    messages: arrived.length,
    preview: newest ? preview(newest.said) : null,
    title: first.said.title,
    personId: theirs[0]?.personId ?? null,
    reasons: [...new Set(arrived.flatMap(({ reasons }) => reasons))],
  }
}

/** A conversation that we begin is noted: nobody waits. One they begin is open, or already answered elsewhere. */
function startOf(growth: filing.Growth, threadKey: string, arrived: readonly Placed[], heardAt: Date): filing.Start {
  const since = waitingSince(wordsOf(arrived, heardAt))
  const answered = arrived.some(({ said }) => said.author.us)
  const is = growth.personId === null ? 'noted' : since === null && answered ? 'waiting' : 'open'
  return { ...growth, threadKey, standing: { is, at: heardAt, by: null }, waitingSince: since }
}

function wordsOf(arrived: readonly Placed[], heardAt: Date): Word[] {
  const authors = new Map(arrived.map((it) => [it.externalId, it]))
  return arrived.map((it) => {
    const parent = it.parent === null ? undefined : authors.get(it.parent)
    return word(it, heardAt, it.personId, parent && !parent.said.author.us ? parent.personId : null)
  })
}

const insertMessages = (tx: Tx, { room, at }: Hearing, placed: readonly Placed[]): void =>
  insert(
    tx,
    'message',
    columns,
    placed.map((it) => row(it, { ...it, workspace: tx.workspace, roomId: room.id, heardAt: at })),
  )

/** Who asks is placed in a question soon; a word of ours answers who asked before. */
function followQuestions(tx: Tx, placed: readonly Placed[], heardAt: Date): void {
  askings.ask(
    tx,
    placed.filter(({ understood }) => understood?.labels.includes('question')).map(({ id }) => id),
  )
  askings.answered(
    tx,
    placed
      .filter(({ said }) => said.author.us)
      .map(({ said, conversationId }) => ({ conversationId, at: saidAt(said, heardAt) })),
  )
}

/** How much is said, and how much of it in anger: what is too much for its hour is found by these counts. */
const countForStorms = (tx: Tx, { room, at }: Hearing, placed: readonly Placed[]): void =>
  count(
    tx,
    placed
      .filter(({ said }) => !said.author.us)
      .map(({ said, reasons, understood }) => ({
        at: saidAt(said, at),
        abouts: aboutsOf({ roomId: room.id, reasons, labels: understood?.labels ?? [] }),
        unhappy: isUnhappy(understood),
      })),
  )

/** What the news does to conversations that stood already: each by its rule, with the whole thread before its eyes. */
async function wakeAndReopen(
  tx: Tx,
  ids: readonly Id[],
  arrived: ReadonlyMap<Id, readonly Placed[]>,
  at: Date,
): Promise<NewHappening[]> {
  if (ids.length === 0) return []
  const [threads, standing] = await Promise.all([words(tx, ids, isBareThanks), forChange(tx, ids)])
  const happened: NewHappening[] = []
  for (const [id, now] of standing) {
    const change = afterNews(now, arrived.get(id) ?? [], threads.get(id) ?? [], at)
    if (change.next !== now) save(tx, change.next)
    happened.push(...change.happened.map((it) => ({ ...it, at, conversationId: id, roomId: now.roomId })))
  }
  return happened
}

function afterNews(now: Conversation, news: readonly Placed[], thread: readonly Word[], at: Date): Change {
  const since = waitingSince(thread)
  const theirs = news.filter(({ said }) => !said.author.us)
  if (theirs.length === 0) {
    // What was said from here, and is heard back, changed everything when it was written.
    if (news.every(({ replyId }) => replyId !== null)) return { next: now, happened: [] }
    return answer(now, { by: null, at, stillWaiting: since, kind: 'answered there' })
  }
  return hearAgain(now, { at, waitingSince: since, news: newsIn(theirs, thread) })
}

function newsIn(theirs: readonly Placed[], thread: readonly Word[]): News {
  const speakToUs = new Set(thread.filter((word) => word.toUs).map((word) => word.who))
  const forUs = theirs.filter(({ personId }) => speakToUs.has(personId))
  if (forUs.length === 0) return 'to others'
  return forUs.every(({ said }) => isBareThanks(said.text)) ? 'thanks' : 'a word'
}

const heardBy = ({ room, at }: Hearing, said: number, conversations: readonly Id[]): NewHappening => ({
  kind: 'heard',
  at,
  by: null,
  roomId: room.id,
  detail: { messages: said, conversations: conversations.slice(0, 200) },
})
