/** One sum that the return is read from: what a month, an objective, a room and a question have in common. Pure. */
import type { Id } from '../../lib/ids.ts'

export type Cell = {
  /** Its first day in UTC: `2026-06-01`. */
  readonly month: string
  readonly objectiveId: Id | null
  readonly roomId: Id | null
  readonly questionId: Id | null
  /** Empty where there are only seconds. */
  readonly currency: string
  readonly outcomes: number
  readonly firstCents: number
  readonly lastCents: number
  readonly sharedCents: number
  readonly seconds: number
}

/** What takes these away again. */
export const negated = (cells: readonly Cell[]): Cell[] =>
  cells.map((it) => ({
    ...it,
    outcomes: -it.outcomes,
    firstCents: -it.firstCents,
    lastCents: -it.lastCents,
    sharedCents: -it.sharedCents,
    seconds: -it.seconds,
  }))
