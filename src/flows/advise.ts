/** What speaks against a draft in a room, by its charter and by what the room has learned. Advice: nothing stops here. */
import type { Tx } from '../db/db.ts'
import { charterOf } from '../domain/charter/charter.store.ts'
import { aroundConversation, saidElsewhere } from '../domain/charter/draft.read.ts'
import { overruledIn } from '../domain/charter/overruling.store.ts'
import type { Warning } from '../domain/charter/warnings/warning.ts'
import { warningsOf } from '../domain/charter/warnings/warnings.ts'
import { ConversationMissing } from '../domain/conversation/conversation.store.ts'
import { room as roomOf } from '../domain/room/room.store.ts'
import type { Id } from '../lib/ids.ts'
import type { Voice } from './answer.ts'

type Writing = { text: string; by: string; at: Date }

/** Of a reply. Throws ConversationMissing. */
export async function adviceOnReply(
  tx: Tx,
  conversation: Id,
  { text, by, at }: Writing,
  voiceOf: (channel: string) => Voice,
): Promise<Warning[]> {
  const around = await aroundConversation(tx, conversation)
  if (!around) throw new ConversationMissing(conversation)
  const { roomId, channel, ourNames, ...draft } = around
  const limit = voiceOf(channel)?.length.limit ?? null
  return advise(tx, roomId, at, { ...draft, text, limit, ourNames: [...ourNames, by] })
}

/** Of words that we say first. Throws RoomMissing. */
export async function adviceOnFirstWord(
  tx: Tx,
  roomId: Id,
  { text, by, at }: Writing,
  voiceOf: (channel: string) => Voice,
): Promise<Warning[]> {
  const { channel } = await roomOf(tx, roomId)
  const limit = voiceOf(channel)?.length.limit ?? null
  return advise(tx, roomId, at, { text, limit, asked: null, theirNames: [], ourNames: [by], firstWord: true })
}

async function advise(
  tx: Tx,
  room: Id,
  at: Date,
  draft: Omit<Parameters<typeof warningsOf>[0], 'charter' | 'elsewhere'>,
): Promise<Warning[]> {
  const [charter, elsewhere, overruled] = await Promise.all([
    charterOf(tx, room),
    saidElsewhere(tx, room, at),
    overruledIn(tx, room),
  ])
  return warningsOf({ ...draft, charter, elsewhere }, overruled)
}
