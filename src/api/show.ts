/** Rows as the API shows them: times in ISO 8601, reasons by name. */

import type { Channel } from '../channels/channel.ts'
import type { Line } from '../domain/conversation/conversation.list.ts'
import type { HappeningRow, MessageRow, NoteRow, ReplyRow } from '../domain/conversation/conversation.thread.ts'
import { toneOf, type Understood } from '../domain/message/understood.ts'
import { type Proposed, promisedIn, proposedOf } from '../domain/moment/proposed.ts'
import type { Irritated } from '../domain/person/irritation.ts'
import type { VerdictRow } from '../domain/verdict/verdict.read.ts'
import type { Understood as Shown } from './listening/shapes.understanding.ts'
import type * as shapes from './shapes.ts'

/** Names of listeners by id. */
export type Names = ReadonlyMap<string, string>

const time = (at: Date): string => at.toISOString()
const maybe = (at: Date | null): string | null => at && time(at)

/** By conversation, who is irritated. */
export type Irritations = ReadonlyMap<string, Irritated>

/** What stands around lines: names of listeners, who is irritated, when the promise to whoever waits runs out. */
export type Around = { called: Names; irritated: Irritations; promised: ReadonlyMap<string, Date> }

export const conversationLine = (it: Line, { called, irritated, promised }: Around): shapes.ConversationLine => ({
  ...it,
  // That they are not content says more than what brought them here.
  reasons: it.reasons
    .toSorted((a, b) => Number(b === 'not-content') - Number(a === 'not-content'))
    .map((reason) => showReason(reason, called)),
  waitingSince: maybe(it.waitingSince),
  promisedBy: maybe(promised.get(it.id) ?? null),
  lastAt: time(it.lastAt),
  snoozedUntil: maybe(it.snoozedUntil),
  irritation: irritated.get(it.id) ?? null,
})

function showReason(reason: string, names: Names): shapes.Reason {
  if (reason.startsWith('listener:'))
    return { kind: 'listener', name: names.get(reason.slice('listener:'.length)) ?? null }
  return { kind: reason as shapes.Reason['kind'], name: null }
}

export const message = ({ conversationId: _, weighed, ...it }: MessageRow, names: Names): shapes.Message => ({
  ...it,
  understood: it.understood && understood(it.understood),
  proposed: weighed ? null : proposedBy(it),
  at: time(it.at),
  reasons: it.reasons.map((reason) => showReason(reason, names)),
})

/** Of our own messages only what was said from this desk: there somebody can be asked whether they promised it. */
function proposedBy(it: Omit<MessageRow, 'conversationId' | 'weighed'>): Proposed | null {
  if (it.us) return it.replyId === null ? null : promisedIn(it)
  return it.understood && proposedOf({ ...it, ...it.understood })
}

export const understood = (it: Pick<Understood, 'language' | 'labels' | 'mood'> & { corrected: boolean }): Shown => ({
  language: it.language,
  labels: [...it.labels],
  tone: toneOf(it),
  mood: it.mood,
  corrected: it.corrected,
})

export const reply = ({ weighed, ...it }: ReplyRow): shapes.Reply => ({
  ...it,
  at: time(it.at),
  leavesAt: time(it.leavesAt),
  proposed: weighed || it.state === 'refused' || it.state === 'unknown' ? null : promisedIn(it),
})
export const verdict = (it: VerdictRow): shapes.Verdict => ({ ...it, at: time(it.at) })
export const note = (it: NoteRow): shapes.Note => ({ ...it, at: time(it.at) })

export const happening = ({ detail: { before: _, ...detail }, ...it }: HappeningRow): shapes.Happening => ({
  ...it,
  at: time(it.at),
  detail,
})

/** How the composer works there. `account`: as whom we speak. */
export function replying(channel: Channel | undefined, account: { handle: string } | null): shapes.Replying {
  if (!channel?.reply) return { how: 'hand-off', as: null, length: null }
  const { unit, limit, bytes } = channel.reply.length
  return {
    how: 'send',
    as: account && `${account.handle} on ${channel.title}`,
    length: { unit, limit, bytes: bytes ?? null },
  }
}
