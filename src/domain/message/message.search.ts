/** Search over all messages: the words narrow it by the index, the plain reading decides. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { explain } from '../../listening/explain.ts'
import type { Post } from '../../listening/post.ts'
import type { Query } from '../../listening/query.ts'
import { narrow } from '../../listening/search.ts'

export type Hit = { id: Id; conversationId: Id; at: Date; spans: [from: number, to: number][] }
export type Place = { at: string; id: Id }

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
    const candidates = await candidatesAfter(tx, words, place, wanted)
    for (const candidate of candidates) {
      const because = explain(query, asPost(candidate), now)
      place = { at: candidate.key, id: candidate.id }
      if (because === null) continue
      const spans = because
        .flatMap((it) => it.spans)
        .flatMap((span): [number, number][] => (span.in === 'text' ? [[span.from, span.to]] : []))
      hits.push({ id: candidate.id, conversationId: candidate.conversationId, at: candidate.at, spans })
      if (hits.length === most) return { hits, next: place }
    }
    read += candidates.length
    if (candidates.length < wanted) return { hits, next: null }
  }
  return { hits, next: place }
}

type Candidate = {
  id: Id
  conversationId: Id
  key: string
  at: Date
  text: string
  title: string | null
  langs: string[]
  links: string[]
  mentions: string[]
  tags: string[]
  images: { alt: string }[]
  parentExternalId: string | null
  authorId: string
  handle: string | null
  name: string | null
  room: string
  channel: string
  assignee: string | null
}

const candidatesAfter = (tx: Tx, words: string | null, after: Place | null, most: number): Promise<Candidate[]> =>
  tx.rows(sql`
    select m.id, m.conversation_id, m.at, m.at::text as key, m.text, m.title, m.langs, m.links, m.mentions, m.tags, m.images, m.parent_external_id,
      i.external_id as author_id, i.handle, i.name, r.name as room, r.channel, t.name as assignee
    from (${words === null ? newest(tx, after, most) : newestWith(words, after, most)}) found
    join message m on m.id = found.id
    join identity i on i.id = m.identity_id and i.hidden_at is null
    left join room r on r.id = m.room_id
    left join conversation c on c.id = m.conversation_id
    left join teammate t on t.id = c.assignee_id
    order by m.at desc, m.id desc`)

const newest = (tx: Tx, after: Place | null, most: number) => sql`
  select id from message
  where workspace_id = ${tx.workspace} and deleted_at is null
    ${after === null ? sql`` : sql`and (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
  order by at desc, id desc
  limit ${most}`

const newestWith = (words: string, after: Place | null, most: number) => sql`
  select message_id as id from messages_with(${words}::tsquery, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${most})`

const asPost = (it: Candidate): Post => ({
  ...it,
  author: { id: it.authorId, handle: it.handle, name: it.name },
  inReplyTo: it.parentExternalId,
})
