/** The return, read from its sums alone, and from no message. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Price, Sum } from './return.ts'

export const groupings = ['objective', 'room', 'question', 'month'] as const
export type Grouping = (typeof groupings)[number]

/** Null: of all. `from` and `to` are months, `2026-06`, both among them. */
export type Of = {
  objective: Id | null
  room: Id | null
  question: Id | null
  from: string | null
  to: string | null
}

/** The greatest first; months in their order, the newest first. What was joined into a question is counted with it. */
export function sums(tx: Tx, by: Grouping, of: Of, most: number): Promise<Sum[]> {
  const { key, name, names, order } = shapes[by]
  return tx.rows(sql`
    select g.key::text as key, ${name} as name, g.currency, g.outcomes, g.first_cents, g.last_cents, g.shared_cents, g.seconds
    from (
      select ${key} as key, c.currency, sum(c.outcomes) as outcomes, sum(c.first_cents)::bigint as first_cents,
        sum(c.last_cents)::bigint as last_cents, sum(c.shared_cents)::bigint as shared_cents, sum(c.seconds)::bigint as seconds
      from ${cells(tx, of, by)} left join question part on part.id = c.question_id
      where ${where(of)}
      group by 1, 2
      having sum(c.outcomes) <> 0 or sum(c.first_cents) <> 0 or sum(c.last_cents) <> 0 or sum(c.shared_cents) <> 0 or sum(c.seconds) <> 0
    ) g ${names}
    order by ${order}, g.currency
    limit ${most}`)
}

/** Of all that `of` covers, by currency. */
export const total = (tx: Tx, of: Of): Promise<Sum[]> =>
  tx.rows(sql`
    select null as key, null as name, c.currency, sum(c.outcomes) as outcomes, sum(c.first_cents)::bigint as first_cents,
      sum(c.last_cents)::bigint as last_cents, sum(c.shared_cents)::bigint as shared_cents, sum(c.seconds)::bigint as seconds
    from ${cells(tx, of, 'month')} left join question part on part.id = c.question_id
    where ${where(of)}
    group by c.currency
    order by c.currency`)

/** Null: the owner has not said what an hour costs. */
export const priceOf = (tx: Tx): Promise<Price | null> =>
  tx.row(sql`select cents_an_hour, currency from care_price where workspace_id = ${tx.workspace}`)

/** Null takes it away. */
export const savePrice = (tx: Tx, it: Price | null, { by, at }: { by: Id; at: Date }): Promise<number> =>
  it === null
    ? tx.run(sql`delete from care_price where workspace_id = ${tx.workspace}`)
    : tx.run(sql`
        insert into care_price (workspace_id, cents_an_hour, currency, by, at)
        values (${tx.workspace}, ${it.centsAnHour}, ${it.currency}, ${by}, ${at})
        on conflict (workspace_id) do update set cents_an_hour = excluded.cents_an_hour, currency = excluded.currency,
          by = excluded.by, at = excluded.at`)

/** `c`: the sums, and what is not folded into them yet. Of all there are sums by `by` alone; of some, those by everything are added up. */
function cells(tx: Tx, of: Of, by: Grouping) {
  const some = Object.values(of).some((it) => it !== null)
  const columns = sql`month, objective_id, room_id, question_id, currency, outcomes, first_cents, last_cents, shared_cents, seconds`
  return sql`(
    select ${columns} from return_cell where workspace_id = ${tx.workspace} and by = ${some ? 'all' : by}
    union all
    select ${columns} from return_change where workspace_id = ${tx.workspace}) c`
}

function where({ objective, room, question, from, to }: Of) {
  const all = [sql`true`]
  if (objective !== null) all.push(sql`c.objective_id = ${objective}`)
  if (room !== null) all.push(sql`c.room_id = ${room}`)
  if (question !== null) all.push(sql`part.root = ${question}`)
  if (from !== null) all.push(sql`c.month >= ${`${from}-01`}::date`)
  if (to !== null) all.push(sql`c.month <= ${`${to}-01`}::date`)
  return sql.join(all, sql` and `)
}

const greatest = sql`g.shared_cents desc, g.seconds desc, g.key`
const shapes = {
  objective: {
    key: sql`c.objective_id`,
    name: sql`o.result`,
    names: sql`left join objective o on o.id = g.key`,
    order: greatest,
  },
  room: { key: sql`c.room_id`, name: sql`r.name`, names: sql`left join room r on r.id = g.key`, order: greatest },
  question: {
    key: sql`part.root`,
    name: sql`coalesce(q.name, q.wording)`,
    names: sql`left join question q on q.id = g.key`,
    order: greatest,
  },
  month: { key: sql`to_char(c.month, 'YYYY-MM')`, name: sql`null`, names: sql``, order: sql`g.key desc` },
}
