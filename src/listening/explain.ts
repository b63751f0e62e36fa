import { holds } from './matches.ts'
import { places, placesNear } from './places.ts'
import type { Post } from './post.ts'
import { print, type Query } from './query.ts'
import { type Part, type Reading, read } from './reading.ts'

/** One reason why a query matches: the part of the query that holds, and where in the message it was found. */
export type Because = {
  term: string
  /** Empty for a field, and for what the channel carries beside the text. */
  spans: readonly Span[]
}

/** A stretch of the message as written, in UTF-16 units; `to` is the first that is not in it. */
export type Span = Exclude<Part, { in: 'beside' }> & { from: number; to: number }

/** Nobody reads more of them, and a long text may hold a word a hundred thousand times. */
const mostPlaces = 1_000

/**
 * Why a message is here: the parts of the query that made it match. What must not be there has nothing to show.
 * null when the query does not match.
 */
export function explain(query: Query, post: Post, now: Date | null = null): Because[] | null {
  const reading = read(post)
  return holds(query, reading, now) ? reasons(query, reading, now) : null
}

function reasons(query: Query, reading: Reading, now: Date | null): Because[] {
  switch (query.is) {
    case 'all':
      return query.queries.flatMap((each) => reasons(each, reading, now))
    case 'any':
      return query.queries.filter((each) => holds(each, reading, now)).flatMap((each) => reasons(each, reading, now))
    case 'not':
      return []
    case 'field':
      return [{ term: print(query), spans: [] }]
    case 'near':
      return [{ term: print(query), spans: spans(placesNear(query, reading), reading) }]
    case 'word':
    case 'phrase':
      return [{ term: print(query), spans: spans(places(query, reading), reading) }]
  }
}

function spans(found: Iterable<readonly number[]>, reading: Reading): Span[] {
  const numbers = new Set<number>()
  for (const words of Iterator.from(found).take(mostPlaces)) for (const at of words) numbers.add(at)
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const word = reading.words[at]
      return word && word.part.in !== 'beside' ? [{ ...word.part, from: word.from, to: word.to }] : []
    })
}
