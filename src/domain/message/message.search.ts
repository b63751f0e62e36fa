/** Search over all messages: the words narrow it by the index, the plain reading decides. */
import type { Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { type Because, explain } from '../../listening/explain.ts'
import type { Query } from '../../listening/query.ts'
import { narrow } from '../../listening/search.ts'
import { candidates, type Place } from './message.candidates.read.ts'

/** Where in a text it was found: [from, to) in UTF-16 units. */
export type Spans = [from: number, to: number][]
export type Hit = { id: Id; conversationId: Id; at: Date; spans: Spans }

/** How many candidates one search reads at most; a query that words can't narrow may end before all were seen. */
const MOST_READ = 5_000

/** Newest first. `next`: where to go on; null: that was all. */
export async function find(
  tx: Tx,
  query: Query,
  { after, most, now }: { after: Place | null; most: number; now: Date },
): Promise<{ hits: Hit[]; next: Place | null }> {
  const words = narrow(query)
  const hits: Hit[] = []
  let place = after
  for (let read = 0; read < MOST_READ; ) {
    const wanted = Math.min(Math.max(most * 2, 200), MOST_READ - read)
    const page = await candidates(tx, { words, after: place, most: wanted })
    for (const { id, conversationId, at, key, hidden, post } of page) {
      place = { at: key, id }
      const because = hidden ? null : explain(query, post, now)
      if (because === null) continue
      hits.push({ id, conversationId, at, spans: spansIn('text', because) })
      if (hits.length === most) return { hits, next: place }
    }
    read += page.length
    if (page.length < wanted) return { hits, next: null }
  }
  return { hits, next: place }
}

export const spansIn = (part: 'text' | 'title', because: readonly Because[]): Spans =>
  because.flatMap(({ spans }) => spans).flatMap((span): Spans => (span.in === part ? [[span.from, span.to]] : []))
