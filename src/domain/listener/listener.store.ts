/** Listeners: standing queries over rooms. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

export type Listener = {
  id: Id
  name: string
  query: string
  rooms: Id[] | null
  objective: Id | null
  createdAt: Date
}

const columns = sql`id, name, query, rooms, objective_id as objective, created_at`

export const listeners = (tx: Tx): Promise<Listener[]> =>
  tx.rows(sql`select ${columns} from listener where workspace_id = ${tx.workspace} order by created_at, id`)

/** Null: there is none here by that id. */
export const listener = (tx: Tx, id: Id): Promise<Listener | null> =>
  tx.row(sql`select ${columns} from listener where workspace_id = ${tx.workspace} and id = ${id}`)

/** Names by id, to say why a message is here; asked for only where a listener brought one of them. */
export async function names(tx: Tx, brought: readonly { reasons: readonly string[] }[]): Promise<Map<Id, string>> {
  if (!brought.some(({ reasons }) => reasons.some((reason) => reason.startsWith('listener:')))) return new Map()
  const rows = await tx.rows<{ id: Id; name: string }>(
    sql`select id, name from listener where workspace_id = ${tx.workspace}`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** False: a listener has that name already. */
export const add = async (tx: Tx, it: Omit<Listener, 'objective'> & { by: Id }): Promise<boolean> =>
  (await tx.run(sql`
    insert into listener (id, workspace_id, name, query, rooms, created_at, created_by)
    values (${it.id}, ${tx.workspace}, ${it.name}, ${it.query}, ${it.rooms && array(it.rooms, 'uuid')}, ${it.createdAt}, ${it.by})
    on conflict do nothing`)) > 0

export const change = (tx: Tx, it: Omit<Listener, 'createdAt' | 'objective'>): Promise<Listener | null> =>
  tx.row(sql`
    update listener set name = ${it.name}, query = ${it.query}, rooms = ${it.rooms && array(it.rooms, 'uuid')}
    where workspace_id = ${tx.workspace} and id = ${it.id}
    returning ${columns}`)

export const remove = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`delete from listener where workspace_id = ${tx.workspace} and id = ${id}`)
