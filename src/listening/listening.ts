import { QueryIndex } from './index/query-index.ts'
import type { Post } from './post.ts'
import type { Query } from './query.ts'

/** Standing queries, ready to be asked of each message. */
export type Listening = {
  /** The ids of the queries that match, in the order in which the queries were given. */
  matches(message: Post, now?: Date): readonly string[]
}

/** Decides for many queries at once. Of two with one id the later stands. */
export function listeningFor(queries: Iterable<{ id: string; query: Query }>): Listening {
  const index = new QueryIndex()
  for (const { id, query } of queries) index.add(id, query)
  return { matches: (message, now) => index.match(message, now ?? null) }
}
