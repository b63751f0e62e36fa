/** Where we are on the way to what we want, and whether that is where we should be by now. Pure. */
import type { Objective } from './objective.ts'

/**
 * `ahead`: on the straight line from baseline to target that ends on the due day, or beyond it; `behind`: not yet there.
 * `unknown`: nothing was counted or told so far.
 */
export type Where = {
  is: 'reached' | 'ahead' | 'behind' | 'missed' | 'unknown'
  /** How much of the way lies behind us: 0 at the baseline, 1 at the target; below 0 where we went back. */
  share: number | null
  /** The number that the straight line asks for today. */
  expected: number
}

type Way = Pick<Objective, 'baseline' | 'target' | 'due' | 'createdAt'>

/** Whole things come one by one: who is no more than a twentieth of the way short of the line is on it. */
const LEEWAY = 0.05

/** `value` null: nothing was counted or told so far. */
export function whereWeAre({ baseline, target, due, createdAt }: Way, value: number | null, now: Date): Where {
  const until = endOf(due)
  const passed = (now.getTime() - createdAt.getTime()) / Math.max(1, until.getTime() - createdAt.getTime())
  const elapsed = Math.min(1, Math.max(0, passed))
  const expected = baseline + (target - baseline) * elapsed
  if (value === null) return { is: now >= until ? 'missed' : 'unknown', share: null, expected }
  const share = (value - baseline) / (target - baseline)
  if (share >= 1) return { is: 'reached', share, expected }
  if (now >= until) return { is: 'missed', share, expected }
  return { is: share >= elapsed - LEEWAY ? 'ahead' : 'behind', share, expected }
}

/** The first moment after a day, in UTC. */
export const endOf = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)

const WEEK_MS = 7 * 86_400_000

/**
 * The moments for which an objective is counted, the newest first: now (or the end of its last day), and every week before
 * back to when it was made; at most `most`.
 */
export function weeksBack({ due, createdAt }: Pick<Objective, 'due' | 'createdAt'>, now: Date, most: number): Date[] {
  const last = Math.max(createdAt.getTime(), Math.min(now.getTime(), endOf(due).getTime()))
  const weeks = Math.floor((last - createdAt.getTime()) / WEEK_MS)
  return Array.from({ length: Math.min(most, weeks + 1) }, (_, back) => new Date(last - back * WEEK_MS))
}
