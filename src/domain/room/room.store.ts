/** Rooms as they lie in the database. Their secrets are sealed; only who hears or sends opens them. */
import { json, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Json } from '../../lib/json.ts'
import type { Seal } from '../../lib/seal.ts'
import type { Room, Trouble } from './room.ts'

export class RoomMissing extends Error {
  override name = 'RoomMissing'
  constructor(id: string) {
    super(`There is no room ${id} here.`)
  }
}

export type NewRoom = {
  id: Id
  channel: string
  address: string
  name: string
  account: { id: string; handle: string } | null
  settings: Json
  secret: Json | null
  demo: boolean
  at: Date
  by: Id | null
}

/** Null: a room with this address stands here already. */
export async function add(tx: Tx, room: NewRoom, seal: Seal): Promise<Id | null> {
  const row = await tx.row<{ id: Id }>(sql`
    insert into room (id, workspace_id, channel, address, name, account, settings, secret, demo, created_at, created_by)
    values (${room.id}, ${tx.workspace}, ${room.channel}, ${room.address}, ${room.name}, ${json(room.account)}, ${json(room.settings)},
      ${room.secret === null ? null : seal.seal(JSON.stringify(room.secret))}, ${room.demo}, ${room.at}, ${room.by})
    on conflict (workspace_id, channel, address) do nothing
    returning id`)
  return row?.id ?? null
}

const columns = sql`
  id, channel, address, name, nullif(account, 'null') as account, settings, demo,
  case when paused_at is not null then json_build_object('at', paused_at, 'by', paused_by) end as paused`

/** Throws RoomMissing. */
export async function room(tx: Tx, id: Id): Promise<Room> {
  const found = await tx.row<Room>(sql`select ${columns} from room where workspace_id = ${tx.workspace} and id = ${id}`)
  if (!found) throw new RoomMissing(id)
  return found
}

export const byAddress = (tx: Tx, channel: string, address: string): Promise<Room | null> =>
  tx.row(
    sql`select ${columns} from room where workspace_id = ${tx.workspace} and channel = ${channel} and address = ${address}`,
  )

/** What a channel needs to hear or send; null: the room is gone or paused. Throws SealBroken. */
export async function connection(
  tx: Tx,
  id: Id,
  seal: Seal,
): Promise<(Room & { secret: Json | null; cursor: Json | null }) | null> {
  const found = await tx.row<Room & { secret: Buffer | null; cursor: Json | null }>(sql`
    select ${columns}, secret, cursor from room where workspace_id = ${tx.workspace} and id = ${id}`)
  return found && { ...found, secret: found.secret === null ? null : (JSON.parse(seal.open(found.secret)) as Json) }
}

/** As the room's channel said it last. */
export const keepQuota = (tx: Tx, id: Id, quota: { left: number; of: number; until: Date }): Promise<number> =>
  tx.run(
    sql`update room set quota = ${json({ ...quota, until: quota.until.toISOString() })} where workspace_id = ${tx.workspace} and id = ${id}`,
  )

export const keepSecret = (tx: Tx, id: Id, secret: Json, seal: Seal): Promise<number> =>
  tx.run(
    sql`update room set secret = ${seal.seal(JSON.stringify(secret))} where workspace_id = ${tx.workspace} and id = ${id}`,
  )

/** Signed in anew: history, cursor and conversations stay. */
export const reconnect = (tx: Tx, id: Id, settings: Json, secret: Json | null, seal: Seal): Promise<number> =>
  tx.run(sql`
    update room set settings = ${json(settings)}, secret = ${secret === null ? null : seal.seal(JSON.stringify(secret))}, trouble = null
    where workspace_id = ${tx.workspace} and id = ${id}`)

/** Where a channel goes on after a restart, and what it could not read until there. `at` null: where it was. */
export type Cursor = {
  at: Json | null
  eventAt: Date | null
  gap?: { from: Date; to: Date; why: string }
  unreadable?: number
}

export function moveCursor(tx: Tx, id: Id, { at: to, eventAt, gap, unreadable = 0 }: Cursor, heardAt: Date): void {
  tx.send(sql`
    update room
    set cursor = coalesce(${to === null ? null : JSON.stringify(to)}::jsonb, cursor), heard_at = ${heardAt},
      event_at = coalesce(${eventAt}::timestamptz, event_at), trouble = null, unreadable = unreadable + ${unreadable},
      gaps = jsonb_path_query_array(gaps || ${JSON.stringify(gap ? [gap] : [])}::jsonb, '$[last - 9 to last]')
    where workspace_id = ${tx.workspace} and id = ${id}`)
}

export const tell = (tx: Tx, id: Id, trouble: Trouble | null): Promise<number> =>
  tx.run(sql`
    update room set trouble = ${trouble === null ? null : JSON.stringify(trouble)}::jsonb
    where workspace_id = ${tx.workspace} and id = ${id}`)

export const pause = (tx: Tx, id: Id, paused: { at: Date; by: Id } | null): Promise<number> =>
  tx.run(sql`
    update room set paused_at = ${paused?.at ?? null}, paused_by = ${paused?.by ?? null}
    where workspace_id = ${tx.workspace} and id = ${id}`)

/** We speak there no more of our own accord, and listen on; null: we work it again. */
export const bowOut = (tx: Tx, id: Id, bowed: { at: Date; by: Id } | null): Promise<number> =>
  tx.run(sql`
    update room set bowed_out_at = ${bowed?.at ?? null}, bowed_out_by = ${bowed?.by ?? null}
    where workspace_id = ${tx.workspace} and id = ${id}`)

/** Leaves it, with everything that was heard there. */
export async function leave(tx: Tx, id: Id): Promise<number> {
  const left = await tx.run(sql`delete from room where workspace_id = ${tx.workspace} and id = ${id}`)
  await forgetStrangers(tx)
  return left
}

/** People of whom nothing is left go too, but for who bought something, and who is one with somebody: to them they would be missed. */
const forgetStrangers = (tx: Tx): Promise<number> =>
  tx.run(sql`
    delete from person p
    where p.workspace_id = ${tx.workspace} and not exists (select from message m where m.person_id = p.id)
      and not exists (select from conversation c where c.person_id = p.id)
      and not exists (select from customer_order o where o.person_id = p.id)
      and not exists (select from person_join j where (j.absorbed_id = p.id or j.kept_id = p.id) and j.apart_at is null)`)

/** Rooms of every workspace that want to be heard. */
export const toHear = (tx: Omit<Tx, 'workspace'>): Promise<{ workspaceId: Id; roomId: Id; channel: string }[]> =>
  tx.rows(sql`select workspace_id, room_id, channel from rooms_to_hear()`)
