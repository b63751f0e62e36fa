/** Few rooms, worked well: how each was worked lately, and whether to take up one more or to leave one. */
import type { Id } from '../../lib/ids.ts'
import { type Charter, dueBy } from './charter.ts'
import { type Calendar, calendarOf } from './hours.ts'

/** Somebody spoke to us, and perhaps had a word back. `by` null: somebody of us who answered on the channel itself. */
export type Asked = {
  readonly at: Date
  readonly labels: readonly string[]
  readonly answered: { readonly at: Date; readonly by: Id | null } | null
}

export type Worked = {
  readonly asked: number
  readonly answered: number
  /** Those who were answered or whose time is over: how many, of these by a promise of the room, and how many had a word in time. */
  readonly due: number
  readonly promised: number
  readonly inTime: number
  /** Answers by teammate, the most first. */
  readonly by: readonly { readonly teammate: Id | null; readonly answers: number }[]
}

export function workedOf(asked: readonly Asked[], charter: Charter, now: Date): Worked {
  const calendar = calendarOf(charter.hours)
  const held = asked.flatMap((it) => settled(it, charter, calendar, now) ?? [])
  const answers = asked.flatMap(({ answered }) => answered ?? [])
  const by = [...Map.groupBy(answers, (it) => it.by)].map(([teammate, theirs]) => ({
    teammate,
    answers: theirs.length,
  }))
  return {
    asked: asked.length,
    answered: answers.length,
    due: held.length,
    promised: held.filter(({ promised }) => promised).length,
    inTime: held.filter(({ inTime }) => inTime).length,
    by: by.toSorted((a, b) => b.answers - a.answers),
  }
}

/** Whether they had a word in time; null: there is time left. */
function settled({ at, labels, answered }: Asked, charter: Charter, calendar: Calendar, now: Date) {
  const { at: by, promised } = dueBy(charter, { since: at, labels }, calendar)
  if (answered) return { promised, inTime: by === null || answered.at <= by }
  return by !== null && by < now ? { promised, inTime: false } : null
}

/** Below so many who asked, a share tells nothing. */
const enough = 20
const well = 0.8
const badly = 0.3

export type Standing = 'well' | 'partly' | 'badly' | 'unworked' | 'quiet'

/** How a room is worked; `quiet`: hardly anybody asked. */
export function standingOf({ asked, answered, due, inTime }: Worked): Standing {
  if (asked < enough) return 'quiet'
  if (answered === 0) return 'unworked'
  if (answered / asked < badly) return 'badly'
  return answered / asked >= well && (due === 0 || inTime / due >= well) ? 'well' : 'partly'
}

export type RoomWorked = { readonly roomId: Id; readonly bowedOut: boolean; readonly worked: Worked }
export type Counsel = { is: 'leave' | 'work' | 'mend'; roomId: Id } | { is: 'stay' }

/**
 * One thing at a time. A room that is worked badly is left, the worst first; one that is worked in part is mended, before another
 * is taken up; and when all that we work we work well, the room where most people ask in vain is next.
 */
export function counsel(rooms: readonly RoomWorked[]): Counsel {
  const ours = rooms.filter(({ bowedOut }) => !bowedOut).map((it) => ({ ...it, standing: standingOf(it.worked) }))
  const worst = (standing: Standing) =>
    ours.filter((it) => it.standing === standing).toSorted((a, b) => share(a.worked) - share(b.worked))[0]
  const left = worst('badly')
  if (left) return { is: 'leave', roomId: left.roomId }
  const mended = worst('partly')
  if (mended) return { is: 'mend', roomId: mended.roomId }
  const next = ours.filter((it) => it.standing === 'unworked').toSorted((a, b) => b.worked.asked - a.worked.asked)[0]
  return next ? { is: 'work', roomId: next.roomId } : { is: 'stay' }
}

const share = ({ asked, answered }: Worked) => answered / asked
