/** A relationship that a teammate holds with a person: how close, how often to be in touch, and how it stands today. */

export type Closeness = 'friend' | 'regular' | 'acquaintance'
export type Tie = {
  readonly closeness: Closeness
  /** How often to be in touch, in days; null: when they come. */
  readonly everyDays: number | null
  readonly since: Date
}

/** So many relationships one human can hold (R. Dunbar, "Neocortex size as a constraint on group size in primates", 1992: about 150). */
export const mostHeld = 150

/** The closest first. */
export const byCloseness: readonly Closeness[] = ['friend', 'regular', 'acquaintance']

export const closer = (a: Closeness, b: Closeness): Closeness =>
  byCloseness.indexOf(a) <= byCloseness.indexOf(b) ? a : b

/**
 * How a tie stands: in touch, due within the day, overdue, or losing touch once twice the rhythm has passed in silence.
 * Any real contact in any room starts it anew; before the first, it counts from the day on which the tie was made.
 */
export type Touch = { is: 'in-touch' | 'due' | 'overdue' | 'losing'; dueAt: Date | null }

const DAY_MS = 86_400_000

export function touchOf({ everyDays, since }: Tie, lastContact: Date | null, now: Date): Touch {
  if (everyDays === null) return { is: 'in-touch', dueAt: null }
  const from = Math.max(lastContact?.getTime() ?? 0, since.getTime())
  const dueAt = new Date(from + everyDays * DAY_MS)
  return { is: standing(now.getTime() - dueAt.getTime(), everyDays * DAY_MS), dueAt }
}

function standing(late: number, rhythm: number): Touch['is'] {
  if (late >= rhythm) return 'losing'
  if (late >= DAY_MS) return 'overdue'
  return late >= -DAY_MS ? 'due' : 'in-touch'
}

/** How many more relationships somebody can take who holds `held` already. */
export const roomFor = (held: number): number => Math.max(0, mostHeld - held)

/** The window in which we count how often we wrote first. */
export const PRESSURE_DAYS = 30
