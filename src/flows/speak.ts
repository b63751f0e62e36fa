/** We speak first: held back while people wait, then written and queued like a reply, and said once by the same outbox. */
import type { Tx } from '../db/db.ts'
import { charterOf } from '../domain/charter/charter.store.ts'
import { type Overruling, saveOverrulings } from '../domain/charter/overruling.store.ts'
import { beyondPromise } from '../domain/charter/promised.read.ts'
import { holdFiling, start } from '../domain/conversation/conversation.filing.ts'
import { record } from '../domain/happening/happening.store.ts'
import { mustBeOneHuman } from '../domain/person/joining.store.ts'
import { person } from '../domain/person/person.read.ts'
import * as replies from '../domain/reply/reply.store.ts'
import { UNDO_MS } from '../domain/reply/reply.ts'
import { room as roomOf } from '../domain/room/room.store.ts'
import type { Room } from '../domain/room/room.ts'
import type { FirstWordKind } from '../domain/speaking/kinds.ts'
import * as store from '../domain/speaking/speaking.store.ts'
import { addressed, type Beyond, keyOfWords, mayOverrule, verdict } from '../domain/speaking/speaking.ts'
import { byIds } from '../domain/teammate/teammate.store.ts'
import type { Teammate } from '../domain/teammate/teammate.ts'
import { pressureOn } from '../domain/tie/tie.read.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { storable } from '../lib/storable.ts'
import { checkLength, type Voice } from './answer.ts'

export type FirstWords = {
  roomId: Id
  kind: FirstWordKind
  objectiveId: Id
  /** Null: to the room. */
  personId: Id | null
  /** Who answers those who reply. */
  answersId: Id
  text: string
  /** Why it is said although people wait; null: it waits for them. */
  reason: string | null
  /** The teammate said it on the channel itself and tells us so. */
  saidThere: boolean
  overruled: readonly Overruling[]
  by: Teammate
  at: Date
}

export type Spoken =
  | { is: 'spoken'; replyId: Id; conversationId: Id }
  | { is: 'held'; why: string }
  | { is: 'refused'; why: string; field: string | null }

type Dice = { newId: NewId; random: () => number }

/** Throws RoomMissing and PersonMissing. */
export async function speakFirst(
  tx: Tx,
  asked: FirstWords,
  voiceOf: (channel: string) => Voice,
  dice: Dice,
): Promise<Spoken> {
  holdFiling(tx)
  const room = await roomOf(tx, asked.roomId)
  const voice = asked.saidThere ? null : voiceOf(room.channel)
  if (!asked.saidThere && !voice?.first)
    return refused(null, `Nobody can speak first in ${room.name} from here. Say it there, and mark it as said.`)
  if ((await store.objectiveNamed(tx, asked.objectiveId)) === null)
    return refused('objective', 'Which objective does it serve? What serves none is better left unsaid.')
  if (!(await byIds(tx, [asked.answersId])).has(asked.answersId))
    return refused('answers', 'Who answers those who reply?')

  const to = await addressee(tx, asked, room)
  if (to.is === 'refused') return to
  const text = voice ? addressed(asked.text, to.handle) : asked.text
  const tooLong = keyOfWords(asked.text) === '' ? 'Say something first.' : voice && checkLength(text, voice.length)
  if (tooLong) return refused('text', tooLong)

  const charter = await charterOf(tx, room.id)
  const beyond = await beyondPromise(tx, room.id, charter, asked.at)
  const said = verdict({
    to: to.person,
    saidBefore: await store.saidFirst(tx, asked.text, asked.at),
    beyond,
    reason: asked.reason,
    mayOverrule: mayOverrule(asked.by, charter.ownerId),
  })
  if (said.is === 'held') return { is: 'held', why: said.why }
  if (said.is === 'refused') return refused('text', said.why)
  return write(tx, { ...asked, text }, { room, voice, beyond }, dice)
}

const refused = (field: string | null, why: string): Spoken & { is: 'refused' } => ({ is: 'refused', why, field })

type Addressee = { is: 'known'; person: { name: string; firstWords: number } | null; handle: string | null }

async function addressee(
  tx: Tx,
  { personId, at }: FirstWords,
  room: Room,
): Promise<Addressee | (Spoken & { is: 'refused' })> {
  if (personId === null) return { is: 'known', person: null, handle: null }
  const people = await mustBeOneHuman(tx, personId)
  const name = (await person(tx, people[0]))?.name ?? ''
  const reached = await store.handleOn(tx, room.channel, people)
  if (reached === null) return refused('person', `${name} has no name in ${room.name} by which they would see it.`)
  const firstWords = Math.max(await pressureOn(tx, people, at), await store.firstWordsTo(tx, people, at))
  return { is: 'known', person: { name, firstWords }, handle: reached.handle }
}

async function write(
  tx: Tx,
  asked: FirstWords,
  { room, voice, beyond }: { room: Room; voice: Voice; beyond: Beyond },
  dice: Dice,
): Promise<Spoken> {
  const [replyId, conversationId] = [dice.newId(), dice.newId()]
  const { by, at } = asked
  const text = storable(asked.text)
  const key = voice === null ? replyId : voice.newKey(at, dice.random())
  const externalId = voice?.idOf(key, room) ?? null
  const overruled = beyond.count > 0 ? asked.reason : null
  start(tx, room.id, [
    {
      id: conversationId,
      // Heard back under this id, it finds its conversation here.
      threadKey: externalId ?? `first:${replyId}`,
      standing: { is: 'waiting', at, by: by.id },
      waitingSince: null,
      personId: asked.personId,
      reasons: [],
      title: null,
      preview: text.replace(/\s+/g, ' ').slice(0, 200),
      firstAt: at,
      lastAt: at,
      messages: 0,
    },
  ])
  await store.giveTo(tx, conversationId, asked.answersId)
  await replies.write(tx, {
    id: replyId,
    conversationId,
    roomId: room.id,
    inReplyTo: null,
    by: by.id,
    at,
    text,
    key,
    leavesAt: new Date(at.getTime() + UNDO_MS),
    externalId,
    state: voice === null ? 'sent' : 'queued',
  })
  await store.saveFirstWord(tx, { ...asked, replyId, text, overruled })
  saveOverrulings(tx, asked.overruled, { replyId, roomId: room.id, by: by.id, at })
  const detail = {
    is: asked.kind,
    objective: asked.objectiveId,
    ...(overruled && { overruled, waiting: beyond.count }),
  }
  await record(tx, [{ kind: 'spoke first', at, by: by.id, conversationId, roomId: room.id, detail }])
  return { is: 'spoken', replyId, conversationId }
}
