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

/** Where all the terms stand within reach of each other, from start to end: the numbers of their words. */
export function* placesNear({ terms, within }: Near, reading: Reading): Generator<number[]> {
  const found = distinct(terms).map((term) => {
    const starts: number[] = []
    for (const [start] of places(term, reading)) if (start !== undefined) starts.push(start)
    const length = term.is === 'word' ? 1 : term.words.length
    return { starts, length, positions: starts.map((at) => positionOf(at, reading)) }
  })
  const all = found.map(({ positions }) => positions)
  for (const meeting of meetings(all, within)) {
    yield found.flatMap(({ starts, length }, i) => {
      const start = starts[meeting[i] ?? -1] ?? 0
      return Array.from({ length }, (_, word) => start + word)
    })
  }
}

/**
 * Where several things meet within reach of each other: for each of them, which of its positions (ascending) it is.
 * Each has a finger on one of its positions. A finger that one further on can't reach moves, and none moves back, so
 * there are no more moves than positions. When no finger need move, they hold a meeting.
 */
export function* meetings(all: readonly (readonly number[])[], within: number): Generator<readonly number[]> {
  const fingers = all.map((positions) => fingerOn(positions))
  // The rarest first: it sends the others past most of their positions.
  const rarestFirst = [...fingers].sort((a, b) => a.count - b.count)

  let from = 0 // The next meeting has no position before this one.
  while (from !== end) {
    const farther = rarestFirst.find((finger) => finger.moveTo(from) - within > from)
    if (farther) from = farther.position() - within
    else {
      yield fingers.map((finger) => finger.on())
      from = Math.min(...fingers.map((finger) => finger.position())) + 1
    }
  }
}

/** Where a finger is that has run out of positions; minus any distance, it is still there. */
const end = Number.POSITIVE_INFINITY

function fingerOn(positions: readonly number[]) {
  let on = 0
  const position = () => positions[on] ?? end
  return {
    count: positions.length,
    on: () => on,
    position,
    /** Moves to the first position at or after `from`, and says which it is. */
    moveTo(from: number): number {
      while (position() < from) on++
      return position()
    },
  }
}

const positionOf = (at: number, reading: Reading): number => reading.words[at]?.position ?? end

/** A term that is asked for twice is found where it is found once. */
const distinct = (terms: readonly Term[]): Term[] => [
  ...new Map(terms.map((term) => [JSON.stringify(term), term])).values(),
]
