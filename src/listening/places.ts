import type { Near, Term } from './query.ts'
import type { Reading } from './reading.ts'

/** Where a term stands in a message, from start to end: the numbers of its words. No more are sought than are asked for. */
export function* places(term: Term, reading: Reading): Generator<number[]> {
  const [first, ...others] = term.is === 'word' ? [term] : term.words
  if (first === undefined) return
  for (const at of reading.find(first)) {
    if (!others.every((word, i) => reading.is(at + 1 + i, word))) continue
    const last = at + others.length
    // Positions jump from one part of the message to the next: across a jump, words don't follow each other.
    if (positionOf(last, reading) - positionOf(at, reading) === others.length)
      yield [at, ...others.map((_, i) => at + 1 + i)]
  }
}

/**
 * Where all the terms stand within reach of each other, from start to end: the numbers of their words.
 * Each term has a finger on one of its places. A finger that one further on can't reach moves, and none moves back, so
 * there are no more moves than places. When no finger need move, they hold a group.
 */
export function* placesNear({ terms, within }: Near, reading: Reading): Generator<number[]> {
  const fingers = distinct(terms).map((term) => fingerOn(term, reading))
  fingers.sort((a, b) => a.left() - b.left()) // The rarest first: it sends the others past most of their places.

  let from = 0 // The next group has no word before this position.
  while (from !== end) {
    const farther = fingers.find((finger) => finger.moveTo(from) - within > from)
    if (farther) from = farther.position() - within
    else {
      yield fingers.flatMap((finger) => finger.words())
      from = Math.min(...fingers.map((finger) => finger.position())) + 1
    }
  }
}

/** Where a finger is that has run out of places; minus any distance, it is still there. */
const end = Number.POSITIVE_INFINITY

function fingerOn(term: Term, reading: Reading) {
  const starts: number[] = []
  for (const [start] of places(term, reading)) if (start !== undefined) starts.push(start)
  const length = term.is === 'word' ? 1 : term.words.length
  let on = 0
  const position = () => positionOf(starts[on], reading)
  return {
    position,
    left: () => starts.length - on,
    words: () => Array.from({ length }, (_, i) => (starts[on] ?? 0) + i),
    /** Moves to the first place at or after a position, and says which position that is. */
    moveTo(from: number): number {
      while (position() < from) on++
      return position()
    },
  }
}

const positionOf = (at: number | undefined, reading: Reading): number => reading.words[at ?? -1]?.position ?? end

/** A term that is asked for twice is found where it is found once. */
const distinct = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((term) => [JSON.stringify(term), term])).values(),
]
