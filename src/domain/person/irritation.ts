/** Whether somebody is losing patience with us: the slope of their mood over their last messages, and what stands unanswered. */
import { irritation, type Mooded, slope } from '../../understanding/slope.ts'

export type Irritated = {
  readonly how: 'irritated' | 'very irritated'
  /** Of how many of their last messages the mood was looked at, in whatever rooms. */
  readonly messages: number
  /** Their mood sank over them. */
  readonly sinking: boolean
  readonly unanswered: number
}

/** Null: they are not, or nothing says so. Who spoke kindly last is not irritated, however long they wait. */
export function irritated(moods: readonly Mooded[], unanswered: number): Irritated | null {
  const newest = moods.reduce<Mooded | null>((last, it) => (last === null || it.at > last.at ? it : last), null)
  if (newest === null || newest.mood > positive) return null
  const fall = slope(moods)
  const degree = irritation(fall, unanswered)
  if (degree < half) return null
  return {
    how: degree < most ? 'irritated' : 'very irritated',
    messages: moods.length,
    sinking: fall < -flat,
    unanswered,
  }
}

const positive = 0.15
const half = 0.5
const most = 0.8
/** A fall by less a message is not worth a word. */
const flat = 0.05
