/**
 * Speaking first: one message, to one person or to one room, for an objective, with somebody who answers the replies. There is no
 * way to say the same to many, and none to say it later: whoever speaks is there.
 */
import type { Id } from '../../lib/ids.ts'
import type { Role } from '../teammate/teammate.ts'

/** Words of ours that answer nobody, to one person, in thirty days and in all rooms. Our choice: a friend would write no more. */
export const mostFirstWords = 3
/** In so many days nobody says the same words first a second time. */
export const SAME_WORDS_DAYS = 30

/** People who wait in the room beyond its promise: how many, and who of them has waited longest. */
export type Beyond = {
  readonly count: number
  readonly longest: { readonly conversationId: Id; readonly since: Date } | null
}

export type Speaking = {
  /** Nobody: to the room. */
  readonly to: { readonly name: string; readonly firstWords: number } | null
  readonly saidBefore: boolean
  readonly beyond: Beyond
  /** Why it is said while people wait; null: nobody gave a reason. */
  readonly reason: string | null
  readonly mayOverrule: boolean
}

export type Verdict =
  | { is: 'may' }
  /** `held`: those who wait come first, unless whoever may overrule that says why. */
  | { is: 'held' | 'refused'; why: string }

export function verdict({ to, saidBefore, beyond, reason, mayOverrule }: Speaking): Verdict {
  if (to && to.firstWords >= mostFirstWords)
    return {
      is: 'refused',
      why: `We wrote to ${to.name} first ${to.firstWords} times in thirty days. Let them come to us.`,
    }
  if (saidBefore)
    return { is: 'refused', why: 'These words were said first already, lately. Nobody here writes the same to many.' }
  if (beyond.count === 0) return { is: 'may' }
  const who = beyond.count === 1 ? 'One person waits' : `${beyond.count} people wait`
  if (reason === null) return { is: 'held', why: `${who} here beyond our promise. Answer them first.` }
  if (!mayOverrule)
    return { is: 'held', why: `${who} here beyond our promise, and only an owner may speak before they are answered.` }
  return { is: 'may' }
}

/** The owner of the workspace, or whoever looks after the room. */
export const mayOverrule = (who: { id: Id; role: Role }, roomOwner: Id | null): boolean =>
  who.role === 'owner' || who.id === roomOwner

/** The words without their signs and without whom they are said to: by these the same is known again. */
export const keyOfWords = (text: string): string =>
  (
    text
      .toLowerCase()
      .replace(/@[\p{L}\p{N}._-]+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')

/** A word to one person is seen by them where it bears their handle. */
export const addressed = (text: string, handle: string | null): string =>
  handle === null || text.includes(`@${handle}`) ? text : `@${handle} ${text}`
