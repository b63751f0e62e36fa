/** A room: one connected place on a channel, where we hear and perhaps answer. */
import type { Id } from '../../lib/ids.ts'
import type { Json } from '../../lib/json.ts'

export type Room = {
  readonly id: Id
  readonly channel: string
  /** Names the place on its channel and never changes. */
  readonly address: string
  readonly name: string
  /** The account we speak as; null: we only hear there. */
  readonly account: { readonly id: string; readonly handle: string } | null
  /** Only the room's channel knows its shape. */
  readonly settings: Json
  readonly paused: { readonly at: Date; readonly by: Id | null } | null
  readonly demo: boolean
}

/** What keeps a room from hearing. `needs` says who can mend it: time alone, a new sign-in, or the owner. */
export type Trouble = {
  readonly why: string
  readonly needs: 'time' | 'sign-in' | 'owner'
  readonly since: string
  readonly nextTry: string | null
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 10 * 60_000

/** How long to wait before the next try, after so many failed ones in a row; doubling with jitter, never before `retryAfter`. */
export function waitBeforeRetry(failures: number, at: Date, retryAfter: Date | null, random: number): number {
  const backOff = Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures, 20), LONGEST_WAIT_MS) * (0.5 + random / 2)
  return Math.max(backOff, retryAfter ? Math.min(retryAfter.getTime() - at.getTime(), 24 * 3_600_000) : 0)
}
