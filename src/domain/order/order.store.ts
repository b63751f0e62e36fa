/** Orders as they lie in the database, and who their buyers are. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import type { Order, Status } from './order.ts'

export class OrderMissing extends Error {
  override name = 'OrderMissing'
  constructor() {
    super('There is no order by that id.')
  }
}

export type Source = 'file' | 'webhook' | 'api'
/** By what a buyer was found; `number`: they named the order. */
export type MatchedBy = 'mail' | 'name' | 'number' | 'hand'

/** False: an order of that number stands already. */
export const insertOrder = async (
  tx: Tx,
  order: Order,
  { id, source, at }: { id: Id; source: Source; at: Date },
): Promise<boolean> =>
  (await tx.run(sql`
    insert into customer_order (id, workspace_id, number, placed_at, what, value_cents, currency, status, status_at,
      buyer_name, buyer_mail, buyer_channel, buyer_handle, source, heard_at)
    values (${id}, ${tx.workspace}, ${order.number}, ${order.placedAt}, ${storable(order.what)}, ${order.value?.cents ?? null},
      ${order.value?.currency ?? null}, ${order.status}, ${order.statusAt}, ${order.buyer.name}, ${order.buyer.mail},
      ${order.buyer.account?.channel ?? null}, ${order.buyer.account?.handle ?? null}, ${source}, ${at})
    on conflict (workspace_id, number) do nothing`)) > 0

export type StandingOrder = Order & { id: Id; personId: Id | null }

/** Locked until the commit. Null: there is none of that number. */
export const orderForChange = async (tx: Tx, number: string): Promise<StandingOrder | null> => {
  const row = await tx.row<Omit<StandingOrder, 'buyer'> & Bought>(sql`
    select id, person_id, number, placed_at, what, status, status_at, value_cents, currency,
      buyer_name, buyer_mail, buyer_channel, buyer_handle
    from customer_order where workspace_id = ${tx.workspace} and number = ${number} for update`)
  if (row === null) return null
  const { buyerName, buyerMail, buyerChannel, buyerHandle, valueCents, currency, ...rest } = row
  // In the order in which they are told, so that two of them can be compared.
  return {
    ...rest,
    value: valueCents === null ? null : { cents: valueCents, currency: currency ?? '' },
    buyer: {
      name: buyerName,
      mail: buyerMail,
      account: buyerChannel === null ? null : { channel: buyerChannel, handle: buyerHandle ?? '' },
    },
  }
}
type Bought = {
  valueCents: number | null
  currency: string | null
  buyerName: string | null
  buyerMail: string | null
  buyerChannel: string | null
  buyerHandle: string | null
  status: Status
}

/** As it stands. Null: there is none by that id. */
export const orderById = async (
  tx: Tx,
  id: Id,
): Promise<Pick<StandingOrder, 'id' | 'number' | 'personId' | 'placedAt' | 'what' | 'value' | 'status'> | null> => {
  const number = await tx.row<{ number: string }>(
    sql`select number from customer_order where workspace_id = ${tx.workspace} and id = ${id}`,
  )
  return number && orderForChange(tx, number.number)
}

export const saveOrder = (tx: Tx, id: Id, { what, value, status, statusAt, buyer }: Order): Promise<number> =>
  tx.run(sql`
    update customer_order set what = ${storable(what)}, value_cents = ${value?.cents ?? null}, currency = ${value?.currency ?? null},
      status = ${status}, status_at = ${statusAt}, buyer_name = ${buyer.name}, buyer_mail = ${buyer.mail},
      buyer_channel = ${buyer.account?.channel ?? null}, buyer_handle = ${buyer.account?.handle ?? null}
    where workspace_id = ${tx.workspace} and id = ${id}`)

export type Matched = { id: Id; personId: Id; by: MatchedBy }

/**
 * Gives an order that waits to its buyer: by mail address, else by their name on a channel. It waits on where nobody has them, or
 * several humans: a shared mailbox says not who of them bought. Null: it waits.
 */
export const matchOrder = (tx: Tx, id: Id): Promise<Matched | null> =>
  tx.row(sql`
    with asked as (
      select * from customer_order where workspace_id = ${tx.workspace} and id = ${id} and person_id is null
    ),
    had as (
      select i.person_id, 'mail' as by from asked o join identity i on i.workspace_id = o.workspace_id and i.mail_key = o.buyer_mail
      where not i.us
      union all
      select i.person_id, 'name' from asked o join identity i
        on i.workspace_id = o.workspace_id and i.channel = o.buyer_channel and i.external_id = o.buyer_handle
      where not i.us
      union all
      select i.person_id, 'name' from asked o join identity i
        on i.workspace_id = o.workspace_id and i.channel = o.buyer_channel and i.handle_key = ${handleKey(sql`o.buyer_handle`)}
      where not i.us and lower(ltrim(i.handle, '@')) = o.buyer_handle
    ),
    people as (
      select h.id as head, had.by from had join person p on p.id = had.person_id join person h on h.id = p.head_id
      where h.kind = 'human'
    ),
    sure as (
      select min(head::text)::uuid as person_id, by from people group by by having count(distinct head) = 1 order by by limit 1
    )
    update customer_order o set person_id = sure.person_id, matched_by = sure.by from sure
    where o.workspace_id = ${tx.workspace} and o.id = ${id}
    returning o.id, o.person_id, o.matched_by as by`)

// As identity.handle_key is made (0010-people.sql), so that its index answers.
const handleKey = (handle: ReturnType<typeof sql>) => sql`
  nullif(regexp_replace(lower(regexp_replace(split_part(ltrim(${handle}, '@'), '@', 1), '\.bsky\.social$', '')), '[^[:alnum:]]', '', 'g'), '')`

/** Whoever shows up takes the orders that wait for them: by their mail, their name, or the number of one that they speak of. */
export const matchArrived = (
  tx: Tx,
  identities: readonly Id[],
  spoke: readonly { personId: Id; number: string }[],
): Promise<Matched[]> =>
  tx.rows(sql`
    with theirs as (
      select i.person_id, i.channel, i.mail_key, i.external_id, lower(ltrim(i.handle, '@')) as handle
      from identity i join person p on p.id = i.person_id join person h on h.id = p.head_id
      where i.workspace_id = ${tx.workspace} and i.id = any(${array(identities, 'uuid')}) and not i.us and h.kind = 'human'
    ),
    found as (
      select o.id, t.person_id, 'mail' as by from theirs t join customer_order o
        on o.workspace_id = ${tx.workspace} and o.person_id is null and o.buyer_mail = t.mail_key
      union all
      select o.id, t.person_id, 'name' from theirs t join customer_order o
        on o.workspace_id = ${tx.workspace} and o.person_id is null and o.buyer_channel = t.channel
          and o.buyer_handle = any(array[t.handle, t.external_id])
      union all
      select o.id, said.person_id, 'number'
      from unnest(${array(
        spoke.map((it) => it.personId),
        'uuid',
      )}, ${array(
        spoke.map((it) => it.number),
        'text',
      )}) as said (person_id, number)
      join theirs t on t.person_id = said.person_id
      join customer_order o on o.workspace_id = ${tx.workspace} and o.number = said.number and o.person_id is null
    )
    update customer_order o set person_id = f.person_id, matched_by = f.by
    from (select distinct on (id) * from found order by id, array_position(array['mail', 'name', 'number'], by)) f
    where o.workspace_id = ${tx.workspace} and o.id = f.id
    returning o.id, o.person_id, o.matched_by as by`)

/** By a teammate's hand; null: it waits again. Gives who had it. Throws OrderMissing. */
export async function saveBuyer(tx: Tx, id: Id, person: Id | null): Promise<Id | null> {
  const before = await tx.row<{ personId: Id | null }>(
    sql`select person_id from customer_order where workspace_id = ${tx.workspace} and id = ${id} for update`,
  )
  if (before === null) throw new OrderMissing()
  await tx.run(sql`
    update customer_order set person_id = ${person}, matched_by = ${person === null ? null : 'hand'}
    where workspace_id = ${tx.workspace} and id = ${id}`)
  return before.personId
}
