/** The days of the clock after a sale as the owner set them, and what teammates said of its steps. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { type Days, type Said, type Step, usualDays } from './clock.ts'

export const daysOf = async (tx: Tx): Promise<Days> =>
  (await tx.row<Days>(sql`select thank, ask, listen from order_clock where workspace_id = ${tx.workspace}`)) ??
  usualDays

export const saveDays = (tx: Tx, { thank, ask, listen }: Days): Promise<number> =>
  tx.run(sql`
    insert into order_clock (workspace_id, thank, ask, listen) values (${tx.workspace}, ${thank}, ${ask}, ${listen})
    on conflict (workspace_id) do update set thank = excluded.thank, ask = excluded.ask, listen = excluded.listen`)

export type NewSaid = Said & { by: Id; at: Date }

/** Gives whose order it is; null: there is no such order, or it waits for its buyer. */
export const saveSaid = async (tx: Tx, order: Id, it: NewSaid): Promise<Id | null> => {
  const buyer = await buyerOf(tx, order)
  if (buyer === null) return null
  await tx.run(sql`
    insert into order_step (workspace_id, order_id, step, said, until_day, at, by)
    values (${tx.workspace}, ${order}, ${it.step}, ${it.said}, ${it.untilDay}, ${it.at}, ${it.by})
    on conflict (order_id, step) do update set said = excluded.said, until_day = excluded.until_day, at = excluded.at, by = excluded.by`)
  return buyer
}

/** Takes back what was said of a step; the same. */
export const dropSaid = async (tx: Tx, order: Id, step: Step): Promise<Id | null> => {
  const buyer = await buyerOf(tx, order)
  if (buyer === null) return null
  await tx.run(
    sql`delete from order_step where workspace_id = ${tx.workspace} and order_id = ${order} and step = ${step}`,
  )
  return buyer
}

const buyerOf = async (tx: Tx, order: Id): Promise<Id | null> =>
  (
    await tx.row<{ id: Id | null }>(
      sql`select person_id as id from customer_order where workspace_id = ${tx.workspace} and id = ${order} for update`,
    )
  )?.id ?? null
