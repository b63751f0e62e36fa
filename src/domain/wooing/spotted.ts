/** Who needs wooing: whose mood sinks, who waits too long, or whom we let down twice, before they shout. Pure. */
import type { Irritated } from '../person/irritation.ts'

export type Cause = 'sinking' | 'waiting' | 'let-down'

/** Why somebody was spotted, in figures that the screen puts into words. */
export type Reason =
  | { readonly is: 'let-down'; readonly times: number }
  | { readonly is: 'sinking'; readonly messages: number; readonly unanswered: number }
  | { readonly is: 'waiting'; readonly hours: number; readonly unanswered: number }

export type Seen = {
  readonly irritated: Irritated | null
  /** Their oldest word without an answer; null: they do not wait. */
  readonly waitingSince: Date | null
  /** What they wait with is a complaint. */
  readonly complains: boolean
  /** On how many days within LET_DOWN_DAYS something went wrong: written down by us, or complained of and not answered. */
  readonly letDowns: number
}

/** A complaint is old after a day, anything else after three. */
const patienceHours = { complaint: 24, other: 72 }
const letDownsToWoo = 2
/** How long a let-down counts. */
export const LET_DOWN_DAYS = 90
const HOUR_MS = 3_600_000

/** The gravest reason; null: nothing says that they need it. */
export function spotted({ irritated, waitingSince, complains, letDowns }: Seen, now: Date): Reason | null {
  if (letDowns >= letDownsToWoo) return { is: 'let-down', times: letDowns }
  if (irritated?.sinking) return { is: 'sinking', messages: irritated.messages, unanswered: irritated.unanswered }
  const hours = waitingSince === null ? 0 : Math.floor((now.getTime() - waitingSince.getTime()) / HOUR_MS)
  const tooLong = hours >= (complains ? patienceHours.complaint : patienceHours.other)
  return irritated || tooLong ? { is: 'waiting', hours, unanswered: irritated?.unanswered ?? 1 } : null
}
