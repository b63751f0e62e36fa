/** What filing does to conversations: start them, let them grow, join them, count them anew. */
import { array, sql, type Tx } from '../../db/db.ts'
import { insert } from '../../db/insert.ts'
import { rowset } from '../../db/rowset.ts'
import type { Id } from '../../lib/ids.ts'
import type { Standing } from './conversation.ts'

/** What a batch of messages adds to one conversation. */
export type Growth = {
  id: Id
  firstAt: Date
  lastAt: Date
  messages: number
  /** The newest words that are not ours, if any. */
  preview: string | null
  title: string | null
  /** Who spoke first that is not us, if anybody. */
  personId: Id | null
  reasons: readonly string[]
}

export type Start = Growth & { threadKey: string; standing: Standing; waitingSince: Date | null }

/**
 * Until the transaction ends nobody else files in this workspace: threads are found by what others filed, so that two at
 * once would miss each other's. And statements are planned without looking at their values: what PostgreSQL knows of its
 * tables is older than what is being filed, and where it has not met a workspace yet it would rather read all of its
 * conversations, at every batch, than find the few that grow by their ids.
 */
export const holdFiling = (tx: Tx): void =>
  tx.send(sql`
    select pg_advisory_xact_lock(hashtextextended(${tx.workspace}, 0)),
      set_config('plan_cache_mode', 'force_generic_plan', true)`)

/** Starts them. The caller holds the filing. */
export const start = (tx: Tx, roomId: Id, conversations: readonly Start[]): void =>
  insert(
    tx,
    'conversation',
    columns,
    conversations.map((it) => ({
      id: it.id,
      workspace_id: tx.workspace,
      room_id: roomId,
      thread_key: it.threadKey,
      person_id: it.personId,
      state: it.standing.is,
      state_at: it.standing.at,
      waiting_since: it.waitingSince,
      reasons: it.reasons,
      title: it.title,
      preview: it.preview ?? '',
      first_at: it.firstAt,
      last_at: it.lastAt,
      messages: it.messages,
    })),
  )

const columns = {
  id: 'uuid',
  workspace_id: 'uuid',
  room_id: 'uuid',
  thread_key: 'text',
  person_id: 'uuid',
  state: 'text',
  state_at: 'timestamptz',
  waiting_since: 'timestamptz',
  reasons: 'text[]',
  title: 'text',
  preview: 'text',
  first_at: 'timestamptz',
  last_at: 'timestamptz',
  messages: 'integer',
} as const

export function grow(tx: Tx, growths: readonly Growth[]): void {
  if (growths.length === 0) return
  tx.send(sql`
    update conversation c
    set first_at = least(c.first_at, g.first_at),
      last_at = greatest(c.last_at, g.last_at),
      messages = c.messages + g.messages,
      preview = case when g.preview is not null and g.last_at >= c.last_at then g.preview else coalesce(nullif(c.preview, ''), g.preview, '') end,
      title = coalesce(c.title, g.title),
      person_id = case when g.person_id is not null and g.first_at < c.first_at then g.person_id else coalesce(c.person_id, g.person_id) end,
      reasons = array(select distinct unnest(c.reasons || g.reasons))
    from ${rowset('g', growing, growths.map(grown))}
    where c.workspace_id = ${tx.workspace} and c.id = g.id`)
}

const growing = {
  id: 'uuid',
  first_at: 'timestamptz',
  last_at: 'timestamptz',
  messages: 'integer',
  preview: 'text',
  title: 'text',
  person_id: 'uuid',
  reasons: 'text[]',
} as const

const grown = ({ firstAt, lastAt, personId, ...it }: Growth) => ({
  ...it,
  first_at: firstAt,
  last_at: lastAt,
  person_id: personId,
})

export function rekey(tx: Tx, keys: ReadonlyMap<Id, string>): void {
  if (keys.size === 0) return
  const rows = [...keys].map(([id, key]) => ({ id, key }))
  tx.send(sql`
    update conversation c set thread_key = k.key
    from json_to_recordset(${JSON.stringify(rows)}::json) as k (id uuid, key text)
    where c.workspace_id = ${tx.workspace} and c.id = k.id`)
}

/** Two conversations turned out to be one: everything of `absorb` moves over, and what needed us there needs us still. */
export function join(tx: Tx, joined: readonly { absorb: Id; into: Id }[]): void {
  for (const { absorb, into } of joined) {
    for (const table of ['message', 'note', 'reply', 'happening']) {
      tx.send(
        sql`update ${sql.raw(table)} set conversation_id = ${into} where workspace_id = ${tx.workspace} and conversation_id = ${absorb}`,
      )
    }
    tx.send(sql`
      update conversation c
      set state = case when a.state = 'open' then 'open' else c.state end,
        snoozed_until = case when a.state = 'open' then null else c.snoozed_until end,
        waiting_since = least(c.waiting_since, a.waiting_since),
        assignee_id = coalesce(c.assignee_id, a.assignee_id),
        reasons = array(select distinct unnest(c.reasons || a.reasons)),
        trouble = coalesce(c.trouble, a.trouble)
      from conversation a
      where c.workspace_id = ${tx.workspace} and c.id = ${into} and a.id = ${absorb}`)
    tx.send(sql`delete from conversation where workspace_id = ${tx.workspace} and id = ${absorb}`)
  }
  recount(tx, [...new Set(joined.map(({ into }) => into))])
}

/** After something was joined, edited or taken back: first, last, how many and the newest words, from the messages. */
export function recount(tx: Tx, ids: readonly Id[]): void {
  if (ids.length === 0) return
  tx.send(sql`
    update conversation c
    set messages = t.messages,
      first_at = coalesce(t.first_at, c.first_at),
      last_at = coalesce(t.last_at, c.last_at),
      title = t.title,
      preview = coalesce(t.preview, ''),
      person_id = coalesce(t.person_id, c.person_id)
    from (
      select wanted.id, count(m.id)::integer as messages, min(m.at) as first_at, max(m.at) as last_at,
        (array_agg(m.title order by m.at, m.id) filter (where m.title is not null))[1] as title,
        (array_agg(left(regexp_replace(m.text, '\\s+', ' ', 'g'), 200) order by m.at desc, m.id desc) filter (where not m.us))[1] as preview,
        (array_agg(m.person_id order by m.at, m.id) filter (where not m.us))[1] as person_id
      from unnest(${array(ids, 'uuid')}) as wanted (id)
      left join message m on m.conversation_id = wanted.id and m.deleted_at is null
      group by wanted.id
    ) t
    where c.workspace_id = ${tx.workspace} and c.id = t.id`)
}
