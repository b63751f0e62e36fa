/** Who waits for a word from us: since when the oldest message stands that nobody of us has answered. */

/** One word of a thread, in any order. `answers`: for a word of ours, whom it answers; null: everyone before it. */
export type Word = {
  readonly at: Date
  readonly us: boolean
  readonly who: string
  readonly answers: string | null
  readonly thanks: boolean
}

/**
 * A word of ours answers what its addressee said before it; a bare thanks after a word of ours waits for nothing.
 *
 * Bo asks at 9:00, Ada at 9:05; we answer Bo at 9:10. Ada has waited since 9:05.
 */
export function waitingSince(thread: readonly Word[]): Date | null {
  const inOrder = [...thread].sort((a, b) => b.at.getTime() - a.at.getTime()) // newest first
  const answered = new Set<string>()
  let everyoneAnswered = false
  let wordOfOurs = Number.POSITIVE_INFINITY
  for (const word of thread) if (word.us) wordOfOurs = Math.min(wordOfOurs, word.at.getTime())
  let oldest: Date | null = null
  for (const word of inOrder) {
    if (word.us) {
      if (word.answers === null) everyoneAnswered = true
      else answered.add(word.answers)
    } else if (!everyoneAnswered && !answered.has(word.who) && !(word.thanks && word.at.getTime() > wordOfOurs)) {
      oldest = word.at
    }
  }
  return oldest
}
