/** An outcome: a real result, tied to an objective, with its evidence and value. It counts unless disputed or withdrawn. Pure. */
import type { Id } from '../../lib/ids.ts'
import type { Cell } from '../return/cell.ts'

export const sources = ['closing', 'api', 'webhook', 'csv', 'link', 'code', 'hand', 'order'] as const
/** How it came to us. */
export type Source = (typeof sources)[number]

export type Outcome = {
  readonly id: Id
  readonly objectiveId: Id
  readonly personId: Id | null
  readonly conversationId: Id | null
  readonly what: string
  readonly valueCents: number
  readonly currency: string
  /** When it came about. */
  readonly at: Date
  readonly evidence: string
  readonly source: Source
  /** As its source numbers it: the same key is written down once. */
  readonly key: string | null
  readonly disputed: { readonly by: Id; readonly at: Date; readonly why: string } | null
  /** `by` null: by itself, as an order that was returned. */
  readonly withdrawn: { readonly by: Id | null; readonly at: Date } | null
}

/** A word of ours before an outcome: where it was said, and what had been asked there last. */
export type Touch = {
  readonly at: Date
  readonly conversationId: Id
  readonly roomId: Id
  readonly questionId: Id | null
  readonly by: Id | null
}

export type Change = {
  readonly next: Outcome
  readonly happened: 'disputed' | 'undisputed' | 'withdrawn' | 'put back' | 'revalued' | null
}

/** Words of ours within so many days before an outcome have led to it. */
export const TOUCH_DAYS = 90
/** Of more than so many, these are the oldest. */
export const MOST_TOUCHES = 200

export const counts = ({ disputed, withdrawn }: Outcome): boolean => disputed === null && withdrawn === null

/** Stands aside, with why, until the dispute is settled. */
export const dispute = (now: Outcome, how: { by: Id; at: Date; why: string }): Change =>
  now.disputed ? same(now) : { next: { ...now, disputed: how }, happened: 'disputed' }

export const settleDispute = (now: Outcome): Change =>
  now.disputed ? { next: { ...now, disputed: null }, happened: 'undisputed' } : same(now)

export const withdraw = (now: Outcome, how: { by: Id | null; at: Date }): Change =>
  now.withdrawn ? same(now) : { next: { ...now, withdrawn: how }, happened: 'withdrawn' }

export const putBack = (now: Outcome): Change =>
  now.withdrawn ? { next: { ...now, withdrawn: null }, happened: 'put back' } : same(now)

/** What it is worth was told again. */
export const revalue = (now: Outcome, { cents, currency }: { cents: number; currency: string }): Change =>
  now.valueCents === cents && now.currency === currency
    ? same(now)
    : { next: { ...now, valueCents: cents, currency }, happened: 'revalued' }

const same = (now: Outcome): Change => ({ next: now, happened: null })

/** Why it can't be written down like that, in words; null: it can. */
export function wrongWith(it: Pick<Outcome, 'what' | 'valueCents' | 'currency' | 'at'>, now: Date): Wrong | null {
  if (it.what.trim() === '') return { field: 'what', why: 'What came of it?' }
  if (!Number.isSafeInteger(it.valueCents) || it.valueCents < 0)
    return { field: 'valueCents', why: 'A value is a whole number of cents, and not below 0.' }
  if (!/^[A-Z]{3}$/.test(it.currency)) return { field: 'currency', why: 'A currency has three capital letters: EUR.' }
  if (it.at.getTime() > now.getTime() + DAY) return { field: 'at', why: 'That day is still to come.' }
  return null
}
export type Wrong = { field: keyof Outcome; why: string }

const DAY = 24 * 3600 * 1000

/**
 * What an outcome adds to the sums: its whole value where the first touch was, its whole value where the last was, and in
 * equal shares where each was. 100 cents over three touches are 33, 33 and 34: the shares add up to the value. What no word of
 * ours led to is credited to no room.
 */
export function cellsOf(it: Outcome, touches: readonly Pick<Touch, 'roomId' | 'questionId'>[]): Cell[] {
  const places = touches.length > 0 ? touches : [{ roomId: null, questionId: null }]
  const upTo = (n: number) => Number((BigInt(it.valueCents) * BigInt(n)) / BigInt(places.length))
  return places.map(({ roomId, questionId }, index) => ({
    month: monthOf(it.at),
    objectiveId: it.objectiveId,
    roomId,
    questionId,
    currency: it.currency,
    outcomes: index === 0 ? 1 : 0,
    firstCents: index === 0 ? it.valueCents : 0,
    lastCents: index === places.length - 1 ? it.valueCents : 0,
    sharedCents: upTo(index + 1) - upTo(index),
    seconds: 0,
  }))
}

/** The first day of its month in UTC: `2026-06-01`. */
export const monthOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`
