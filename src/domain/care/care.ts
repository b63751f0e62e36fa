/** Care: the seconds that a teammate really spent on a conversation, reading and writing. Pure. */
import type { Id } from '../../lib/ids.ts'
import type { Cell } from '../return/cell.ts'

/** What one beat of the web app tells: since the last, so many seconds in which somebody was there and did something. */
export type Beat = { readonly conversation: Id; readonly reading: number; readonly writing: number }

/** Of one beat no more counts than this, however long it claims. */
export const MOST_A_BEAT = 90

/**
 * What counts of these beats. In all it is never more than the clock since the last beat that counted: two open windows, or a
 * program that makes hours up, still have one hour an hour. `sinceLast` null: this is the first.
 */
export function counted(beats: readonly Beat[], sinceLast: number | null): Beat[] {
  let left = Math.min(MOST_A_BEAT, Math.max(0, Math.floor(sinceLast ?? MOST_A_BEAT)))
  const take = (seconds: number) => {
    const taken = Math.min(left, Math.max(0, Math.floor(seconds)))
    left -= taken
    return taken
  }
  return beats
    .map(({ conversation, reading, writing }) => ({ conversation, writing: take(writing), reading: take(reading) }))
    .filter(({ reading, writing }) => reading + writing > 0)
}

/** What a row of care adds to the sums. */
export const careCell = (
  { day, ...it }: { day: string; objectiveId: Id | null; roomId: Id; questionId: Id | null },
  seconds: number,
): Cell => ({
  ...{ month: `${day.slice(0, 7)}-01`, objectiveId: it.objectiveId, roomId: it.roomId, questionId: it.questionId },
  ...{ currency: '', outcomes: 0, firstCents: 0, lastCents: 0, sharedCents: 0, seconds },
})

/** What a day's row can be put right to, in minutes; null: it can. */
export const wrongMinutes = (minutes: number): string | null =>
  Number.isFinite(minutes) && minutes >= 0 && minutes <= 24 * 60 ? null : 'A day has from 0 to 1440 minutes.'
