/** Something to remember about a person: dated, sourced, with its sensitivity, its end, and who may see it. */
import type { Id } from '../../lib/ids.ts'

export type MomentKind = 'hiccup' | 'celebration' | 'loss' | 'order' | 'preference' | 'interest' | 'promise'
/** `private`: not for every ear. `tender`: no template, no jest, nothing to sell. */
export type Sensitivity = 'ordinary' | 'private' | 'tender'

/** Days are `2026-06-01`: what people remember has a day, not a minute. */
export type Moment = {
  readonly kind: MomentKind
  readonly text: string
  readonly onDay: string
  /** Of a promise: when it is due. */
  readonly dueDay: string | null
  readonly sensitivity: Sensitivity
  /** From that day on it is remembered no more; null: until somebody erases it. */
  readonly expiresDay: string | null
  /** Null: the whole team. */
  readonly onlyFor: Id | null
  readonly settled: 'kept' | 'broken' | null
}

/** Why it can't be written like that, in words; null: it can. */
export function wrongWith(
  moment: Pick<Moment, 'kind' | 'onDay' | 'dueDay' | 'expiresDay'> & { replyId?: Id | null; messageId?: Id | null },
): Wrong | null {
  if (moment.replyId && (moment.kind !== 'promise' || moment.messageId))
    return { field: 'kind', why: 'Out of a reply of ours comes a promise, and nothing else.' }
  if (moment.dueDay !== null && moment.kind !== 'promise')
    return { field: 'dueDay', why: 'Only a promise has a day on which it is due.' }
  if (moment.expiresDay !== null && moment.expiresDay <= moment.onDay)
    return { field: 'expiresDay', why: 'It would be forgotten before it happened.' }
  return null
}

export type Wrong = { field: keyof Moment; why: string }

/** A day in UTC. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
