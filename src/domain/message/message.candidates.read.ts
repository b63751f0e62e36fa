/** Messages that may match a query, as the plain reading wants them: the words narrow it by the index. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Post } from '../../listening/post.ts'
import { found, type Understood } from './understood.ts'

/** A place between messages, newest first. */
export type Place = { at: string; id: Id }

export type Candidate = {
  id: Id
  conversationId: Id
  at: Date
  /** The time whole, beyond the milliseconds of `at`. */
  key: string
  /** Who said it is gone from their channel: it is not shown. */
  hidden: boolean
  us: boolean
  post: Post
}

export type Bounds = {
  /** A `tsquery`; null: words don't narrow it. */
  words: string | null
  /** Only older ones. */
  after: Place | null
  since?: Date | null
  rooms?: readonly Id[] | null
  most: number
}

/** Newest first; fewer than `most` when there are no more. */
export const candidates = async (tx: Tx, bounds: Bounds): Promise<Candidate[]> =>
  rowsOf(tx, bounds.words === null ? newest(tx, bounds) : newestWith(bounds.words, bounds))

/** Those of these that are still there. */
export const postsOf = (tx: Tx, ids: readonly Id[]): Promise<Candidate[]> =>
  rowsOf(
    tx,
    sql`select * from message where workspace_id = ${tx.workspace} and id = any(${array(ids, 'uuid')}) and deleted_at is null`,
  )

type Row = Omit<Candidate, 'post'> &
  Pick<Understood, 'language' | 'labels' | 'mood'> & {
    text: string
    title: string | null
    langs: string[]
    links: string[]
    mentions: string[]
    tags: string[]
    images: { alt: string }[]
    inReplyTo: string | null
    authorId: string
    handle: string | null
    name: string | null
    room: string
    channel: string
    assignee: string | null
  }

// Each author and each conversation by a question of its own (`limit 1`): under row-level security the planner can't tell how
// many a workspace has, and a join may read them all.
async function rowsOf(tx: Tx, messages: ReturnType<typeof sql>): Promise<Candidate[]> {
  const rows = await tx.rows<Row>(sql`
    select m.id, m.conversation_id, m.at, m.at::text as key, i.hidden_at is not null as hidden, m.us,
      m.text, m.title, m.langs, m.language, m.labels, m.mood, m.links, m.mentions, m.tags, m.images, m.parent_external_id as in_reply_to,
      i.external_id as author_id, i.handle, i.name, r.name as room, r.channel,
      (select t.name from conversation c join teammate t on t.id = c.assignee_id where c.id = m.conversation_id limit 1) as assignee
    from (${messages}) m
    left join lateral (
      select external_id, handle, name, hidden_at from identity where id = m.identity_id limit 1
    ) i on true
    left join room r on r.id = m.room_id
    order by m.at desc, m.id desc`)
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversationId,
    at: row.at,
    key: row.key,
    hidden: row.hidden,
    us: row.us,
    post: { ...row, ...found(row, row.langs), author: { id: row.authorId, handle: row.handle, name: row.name } },
  }))
}

const newest = (tx: Tx, { after, since = null, rooms = null, most }: Bounds) => sql`
  select * from message
  where workspace_id = ${tx.workspace} and deleted_at is null
    ${after === null ? sql`` : sql`and (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    ${since === null ? sql`` : sql`and at >= ${since}`}
    ${rooms === null ? sql`` : sql`and room_id = any(${array(rooms, 'uuid')})`}
  order by at desc, id desc
  limit ${most}`

const newestWith = (words: string, { after, since = null, rooms = null, most }: Bounds) => sql`
  select message.*
  from messages_with(${words}::tsquery, ${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${most},
    ${since}::timestamptz, ${rooms && array(rooms, 'uuid')}) found
  join message on message.id = found.message_id`
