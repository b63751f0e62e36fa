import type { Near, Term } from './query.ts'
import type { Reading } from './reading.ts'

/** Where something was found: the position of its first word, and the numbers of all its words in the reading. */
export type Place = { position: number; words: readonly number[] }

/** Where a term stands in a message, from its start to its end; nothing beyond what is asked for is worked out. */
export function* places(term: Term, reading: Reading): Generator<Place> {
  const words = term.is === 'word' ? [term] : term.words
  const [first, ...others] = words
  if (first === undefined) return
  for (const at of reading.find(first)) {
    const position = reading.words[at]?.position ?? 0
    // The position of the last word tells whether a part ended in between.
    const lastPosition = reading.words[at + others.length]?.position
    if (lastPosition !== position + others.length) continue
    if (others.every((word, i) => reading.is(at + 1 + i, word))) yield { position, words: words.map((_, i) => at + i) }
  }
}

/** Where all the terms stand within reach of each other: each time that another word completes such a group. */
export function* placesNear({ terms, within }: Near, reading: Reading): Generator<Place> {
  const found = terms.flatMap((term, which) => [...places(term, reading)].map((place) => ({ ...place, which })))
  found.sort((a, b) => a.position - b.position)

  // A window slides over what was found. `inside` counts each term in it, and knows only those that are.
  const inside = new Map<number, number>()
  let left = 0
  for (const [right, entering] of found.entries()) {
    inside.set(entering.which, (inside.get(entering.which) ?? 0) + 1)
    for (let leaving = found[left]; leaving && entering.position - leaving.position > within; leaving = found[++left]) {
      const others = (inside.get(leaving.which) ?? 0) - 1
      if (others > 0) inside.set(leaving.which, others)
      else inside.delete(leaving.which)
    }
    if (inside.size === terms.length) {
      const group = found.slice(left, right + 1)
      yield { position: group[0]?.position ?? entering.position, words: group.flatMap(({ words }) => words) }
    }
  }
}
