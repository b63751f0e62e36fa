/** Who spoke to us in each room lately, and who of us answered. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Asked } from './worked.ts'

export const WORKED_DAYS = 30
/** In a room with more, the newest conversations speak for the month. */
export const mostLookedAt = 200

export type RoomAsked = { id: Id; name: string; channel: string; bowedOutAt: Date | null; asked: Asked[] }

/** Each conversation once: its first word to us in the month, and our first after it. */
export async function askedByRoom(tx: Tx, now: Date): Promise<RoomAsked[]> {
  const since = new Date(now.getTime() - WORKED_DAYS * 86_400_000)
  const rows = await tx.rows<{ roomId: Id; at: Date; labels: string[]; answeredAt: Date | null; by: Id | null }>(sql`
    select r.id as room_id, first.at, first.labels, ours.at as answered_at, ours.by
    from room r
    cross join lateral (
      select id from conversation
      where workspace_id = r.workspace_id and room_id = r.id and last_at >= ${since}
      order by last_at desc, id desc
      limit ${mostLookedAt}) c
    cross join lateral (
      select at, labels from message
      where conversation_id = c.id and not us and deleted_at is null and reasons <> '{thread}' and at >= ${since}
      order by at, id limit 1) first
    left join lateral (
      (select m.at, said.by
       from (
         select at, reply_id from message
         where conversation_id = c.id and us and deleted_at is null and at >= first.at
         order by at limit 1) m
       left join reply said on said.id = m.reply_id)
      union all
      select said.at, said.by from reply said join outbox o on o.reply_id = said.id
      where said.conversation_id = c.id and o.state = 'sent' and o.external_id is null and said.at >= first.at
      order by at limit 1) ours on true
    where r.workspace_id = ${tx.workspace}`)
  const byRoom = Map.groupBy(rows, ({ roomId }) => roomId)
  const rooms = await tx.rows<Omit<RoomAsked, 'asked'>>(sql`
    select id, name, channel, bowed_out_at from room where workspace_id = ${tx.workspace} order by created_at, id`)
  return rooms.map((room) => ({
    ...room,
    asked: (byRoom.get(room.id) ?? []).map(({ at, labels, answeredAt, by }) => ({
      at,
      labels,
      answered: answeredAt && { at: answeredAt, by },
    })),
  }))
}

export type Brought = { roomId: Id; outcomes: number; seconds: number }

/** Of the month, by room: what came of the talk there and stands, and the seconds of care that it took. */
export function broughtByRoom(tx: Tx, now: Date): Promise<Brought[]> {
  const since = new Date(now.getTime() - WORKED_DAYS * 86_400_000)
  return tx.rows(sql`
    select room_id, sum(outcomes)::bigint as outcomes, sum(seconds)::bigint as seconds
    from (
      select c.room_id, count(*) as outcomes, 0 as seconds
      from outcome o join conversation c on c.id = o.conversation_id
      where o.workspace_id = ${tx.workspace} and o.at > ${since} and o.at <= ${now} and o.disputed_at is null and o.withdrawn_at is null
      group by 1
      union all
      select room_id, 0, sum(reading + writing + put_right)
      from care where workspace_id = ${tx.workspace} and day > ${since}::date
      group by 1
    ) month group by 1`)
}
