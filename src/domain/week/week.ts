/** One week, from Monday to Sunday (UTC): what is known of it, to be told on the Monday after. Pure. */
import type { Id } from '../../lib/ids.ts'
import type { Figures } from '../care/waited.ts'
import type { Counsel } from '../charter/worked.ts'
import type { Where } from '../objective/where.ts'

export type Week = {
  /** Its Monday and its Sunday. */
  readonly from: string
  readonly to: string
  readonly objectives: readonly ObjectiveWeek[]
  readonly care: { readonly now: Figures; readonly before: Figures }
  /** Rooms in which five or more were due, and less than four of five of them had a word in time. */
  readonly lateRooms: readonly { id: Id; name: string; due: number; late: number }[]
  readonly people: { won: number; lost: number; spotted: number; onTheWay: number }
  readonly outcomes: { n: number; before: number; values: readonly { currency: string; cents: number }[] }
  readonly verdicts: { content: number; all: number }
  /** Those asked twice or more, the most often asked first. `answered`: an answer to it is kept. */
  readonly questions: readonly { id: Id; name: string; asked: number; before: number; answered: boolean }[]
  readonly voice: readonly { name: string; now: number; before: number; unhappy: number }[]
  readonly storms: number
  /** As things stand when the letter is written. */
  readonly waiting: { people: number; longest: { conversationId: Id; name: string | null; since: Date } | null }
  /** Promises that fall due in the week after, or fell due and are open; what only one teammate may see is not among them. */
  readonly promises: number
  readonly troubles: readonly { id: Id; name: string; why: string }[]
  readonly counsel: { is: Exclude<Counsel['is'], 'stay'>; name: string } | null
}

export type ObjectiveWeek = {
  id: Id
  result: string
  unit: 'percent' | 'count' | 'number'
  /** Null: nothing was counted or told by then. */
  value: number | null
  before: number | null
  target: number
  due: string
  where: Where['is']
}

/** What is said of it: a sentence, and the screen where one sees more. */
export type Line = { readonly text: string; readonly to: string | null }
export type Letter = { readonly title: string; readonly changed: readonly Line[]; readonly next: readonly Line[] }

const DAY_MS = 86_400_000

/** The Monday on which a week begins that has ended by `at`: the last one. */
export function lastMonday(at: Date): string {
  const day = Math.floor(at.getTime() / DAY_MS)
  const sinceMonday = (day + 3) % 7 // day 0 was a Thursday
  return dayOf((day - sinceMonday - 7) * DAY_MS)
}

export const sundayOf = (monday: string): string => dayOf(Date.parse(monday) + 6 * DAY_MS)

/** Whether a day is one on which a week begins. */
export const isMonday = (day: string): boolean => new Date(day).getUTCDay() === 1

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
