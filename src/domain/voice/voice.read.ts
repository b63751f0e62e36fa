/** The voice that we earn: what is said of a name untagged, read from daily counts and never from all messages. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

export const tones = ['angry', 'annoyed', 'sad', 'plain', 'glad'] as const
export type Tone = (typeof tones)[number]

/** Days as `2026-06-01`, in UTC; `to` is not in it. */
export type Span = { from: string; to: string }
/** What is compared: this span with the one before it. */
export type Compared = { before: Span; now: Span }

export type NameRow = {
  id: Id
  name: string
  anothers: boolean
  now: number
  before: number
  glad: number
  unhappy: number
}

const within = (span: Span) => sql`v.day >= ${span.from}::date and v.day < ${span.to}::date`
const saidIn = (span: Span, more = sql``) => sql`coalesce(sum(v.said) filter (where ${within(span)} ${more}), 0)`

/** Every listener, ours first. `glad` and `unhappy` are of now. */
export const names = (tx: Tx, { before, now }: Compared): Promise<NameRow[]> =>
  tx.rows(sql`
    select l.id, l.name, l.anothers, ${saidIn(now)} as now, ${saidIn(before)} as before,
      ${saidIn(now, sql`and v.tone = 'glad'`)} as glad, ${saidIn(now, sql`and v.tone in ('annoyed', 'angry')`)} as unhappy
    from listener l
    left join voice_day v on v.workspace_id = l.workspace_id and v.listener_id = l.id and v.topic = ''
      and v.day >= ${before.from}::date and v.day < ${now.to}::date
    where l.workspace_id = ${tx.workspace}
    group by l.id
    order by l.anothers, now desc, l.name`)

export type Filter = { listenerId: Id; room: Id | null; topic: string | null }
const those = (tx: Tx, { listenerId, room, topic }: Filter) => sql`
  v.workspace_id = ${tx.workspace} and v.listener_id = ${listenerId} and v.topic = ${topic ?? ''}
  ${room === null ? sql`` : sql`and v.room_id = ${room}`}`

/** By week (its Monday) and tone; weeks in which nothing was said are left out. */
export const weeks = (tx: Tx, of: Filter, span: Span): Promise<{ week: string; tone: Tone; said: number }[]> =>
  tx.rows(sql`
    select date_trunc('week', v.day)::date::text as week, v.tone, sum(v.said) as said
    from voice_day v
    where ${those(tx, of)} and ${within(span)}
    group by 1, 2 having sum(v.said) > 0 order by 1, 2`)

type Two = { now: number; before: number }

/** What it was about; a message may be about several things. */
export const topics = (tx: Tx, { listenerId, room }: Filter, spans: Compared): Promise<(Two & { topic: string })[]> =>
  tx.rows(sql`
    select v.topic, ${saidIn(spans.now)} as now, ${saidIn(spans.before)} as before
    from voice_day v
    where v.workspace_id = ${tx.workspace} and v.listener_id = ${listenerId} and v.topic <> ''
      ${room === null ? sql`` : sql`and v.room_id = ${room}`} and v.day >= ${spans.before.from}::date and v.day < ${spans.now.to}::date
    group by 1 having sum(v.said) > 0 order by now desc, topic`)

export type RoomRow = Two & { id: Id; name: string; channel: string }
export const rooms = (tx: Tx, of: Filter, spans: Compared): Promise<RoomRow[]> =>
  tx.rows(sql`
    select r.id, r.name, r.channel, ${saidIn(spans.now)} as now, ${saidIn(spans.before)} as before
    from voice_day v join room r on r.id = v.room_id
    where ${those(tx, { ...of, room: null })} and v.day >= ${spans.before.from}::date and v.day < ${spans.now.to}::date
    group by r.id having sum(v.said) > 0 order by now desc, r.name`)

/** So many of the newest in a span are read for their words: enough to compare, and never more however much is said. */
export const mostRead = 1_000

export const texts = async (tx: Tx, listenerId: Id, { from, to }: Span): Promise<string[]> => {
  const rows = await tx.rows<{ text: string }>(sql`
    select concat_ws(' ', m.title, m.text) as text
    from (
      select message_id from voice_message
      where workspace_id = ${tx.workspace} and listener_id = ${listenerId} and at >= ${`${from}T00:00:00Z`} and at < ${`${to}T00:00:00Z`}
      order by at desc limit ${mostRead}
    ) v
    join message m on m.id = v.message_id`)
  return rows.map(({ text }) => text)
}

/** False: there is no listener by that id. */
export const setAnothers = async (tx: Tx, listenerId: Id, anothers: boolean): Promise<boolean> =>
  (await tx.run(
    sql`update listener set anothers = ${anothers} where workspace_id = ${tx.workspace} and id = ${listenerId}`,
  )) > 0
