import { holds } from './matches.ts'
import type { Post } from './post.ts'
import type { Query } from './query.ts'
import { read } from './reading.ts'

/** Standing queries, ready to be asked of each message. */
export type Listening = {
  /** The ids of the queries that match, in the order in which the queries were given. */
  matches(message: Post, now?: Date): string[]
}

/** Decides for many queries at once: the words of a message are found once, then each query is read plainly. */
export function listeningFor(queries: Iterable<{ id: string; query: Query }>): Listening {
  const standing = [...queries]
  return {
    matches: (message, now) => {
      const reading = read(message)
      return standing.filter(({ query }) => holds(query, reading, now ?? null)).map(({ id }) => id)
    },
  }
}
