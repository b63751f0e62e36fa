/** Who waits for a word from us: since when the oldest message stands that nobody of us has answered. */

/** One word of a thread, in any order. `answers`: for a word of ours, whom it answers; null: everyone before it. */
export type Word = {
  readonly at: Date
  readonly us: boolean
  readonly who: string
  readonly answers: string | null
  readonly thanks: boolean
  /** Said to us: not just in a thread that we hold. */
  readonly toUs: boolean
  /** It had been heard when somebody here said "done" or "noted": it needs no word any more. */
  readonly settled: boolean
}

/**
 * A word of ours answers what its addressee said before it; a bare thanks after a word of ours waits for nothing; and who
 * never spoke to us in this thread is an onlooker.
 *
 * Bo asks at 9:00, Ada at 9:05; we answer Bo at 9:10. Ada has waited since 9:05.
 */
export function waitingSince(thread: readonly Word[]): Date | null {
  const inOrder = [...thread].sort((a, b) => b.at.getTime() - a.at.getTime()) // newest first
  const answered = new Set<string>()
  const speakToUs = new Set(thread.filter((word) => word.toUs).map((word) => word.who))
  const firstOfOurs = Math.min(...thread.filter((word) => word.us).map((word) => word.at.getTime()))
  const waits = (word: Word) =>
    speakToUs.has(word.who) && !word.settled && !(word.thanks && word.at.getTime() > firstOfOurs)
  let everyoneAnswered = false
  let oldest: Date | null = null
  for (const word of inOrder) {
    if (word.us) {
      if (word.answers === null) everyoneAnswered = true
      else answered.add(word.answers)
    } else if (!everyoneAnswered && !answered.has(word.who) && waits(word)) {
      oldest = word.at
    }
  }
  return oldest
}
