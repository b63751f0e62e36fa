import { carries } from './fields.ts'
import { places, placesNear } from './places.ts'
import type { Post } from './post.ts'
import type { Query } from './query.ts'
import { type Reading, read } from './reading.ts'

/**
 * The plain reading of the language: whether a query matches a message. It is the truth that anything faster is held to.
 * `now` is for `older_than:` alone; without it no message has an age.
 */
export function matches(query: Query, post: Post, now: Date | null = null): boolean {
  return holds(query, read(post), now)
}

/** The same, of a message that was read already. */
export function holds(query: Query, reading: Reading, now: Date | null): boolean {
  switch (query.is) {
    case 'all':
      return query.queries.every((each) => holds(each, reading, now))
    case 'any':
      return query.queries.some((each) => holds(each, reading, now))
    case 'not':
      return !holds(query.query, reading, now)
    case 'field':
      return carries(query.name, query.value, reading.post, now)
    case 'near':
      return !placesNear(query, reading).next().done
    case 'word':
    case 'phrase':
      return !places(query, reading).next().done
  }
}
