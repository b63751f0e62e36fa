/** A reply on its way: what the outbox does with what the channel said. */
import type { Id } from '../../lib/ids.ts'
import type { Sent } from './sent.ts'

/** A teammate can take a reply back until it leaves. */
export const UNDO_MS = 10_000
/** A worker's hold on a reply; it is renewed every third of it. A dead worker's hold ends at once, a hung one's after this. */
export const LEASE_MS = 60_000
/** After this many tries the desk stops and says so: a person decides. */
export const MOST_TRIES = 8

/** A reply that a worker holds. `attempt` is the fence: a settlement with an older number is refused. */
export type Leaving = {
  replyId: Id
  conversationId: Id
  roomId: Id
  key: string
  text: string
  at: Date
  attempt: number
  /** An earlier try may have reached the channel. */
  triedBefore: boolean
  parent: { id: string; langs: readonly string[] } | null
  /** It answers nobody: we spoke first. */
  first: boolean
}

export type Settled =
  | { is: 'sent'; externalId: string | null; url: string | null }
  | { is: 'refused' | 'unknown'; why: string }
  | { is: 'queued'; leavesAt: Date; why: string }

/**
 * What becomes of a reply after a try. `once`: how the channel keeps a second try from saying it twice.
 * Where it can't, a try that may have arrived is never repeated by itself: a person looks.
 */
export function settle(sent: Sent, attempt: number, once: 'key' | 'none', at: Date, random: number): Settled {
  switch (sent.is) {
    case 'sent':
      return { is: 'sent', externalId: sent.id, url: sent.url }
    case 'refused':
      return { is: 'refused', why: sent.why }
    case 'try-later':
      if (sent.mayHaveArrived && once === 'none') return { is: 'unknown', why: sent.why }
      if (attempt >= MOST_TRIES) return { is: 'refused', why: `${sent.why} (tried ${attempt} times)` }
      return { is: 'queued', leavesAt: nextTry(attempt, at, sent.after, random), why: sent.why }
  }
}

/** After a worker died while it held a reply: try again where a key makes that safe, else ask a person. */
export const afterCrash = (once: 'key' | 'none'): 'again' | 'unknown' => (once === 'key' ? 'again' : 'unknown')

const SECOND = 1000
const LONGEST_WAIT = 3600 * SECOND

/** Doubling from 2 s with jitter, never before the hour that the channel named, never later than an hour from now. */
export function nextTry(attempt: number, at: Date, after: Date | null, random: number): Date {
  const backOff = Math.min(2 ** attempt * SECOND, LONGEST_WAIT) * (0.5 + random / 2)
  const named = after && !Number.isNaN(after.getTime()) ? after.getTime() - at.getTime() : 0
  return new Date(at.getTime() + Math.min(Math.max(backOff, named), LONGEST_WAIT))
}
