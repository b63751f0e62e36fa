/** Orders that follow a conversation: what talking to people is worth, as far as it can be told. Reads only. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

export type FollowedOrder = {
  orderId: Id
  number: string
  personId: Id
  /** The last that they had with us before they bought. */
  conversationId: Id
  placedAt: Date
  valueCents: number | null
  currency: string | null
}

/** So long after a conversation an order is put down to it. */
export const FOLLOWS_DAYS = 30

/**
 * Orders placed between the two hours by humans with whom we had spoken in the 30 days before, the oldest first. A conversation
 * counts where they spoke and somebody of us did; what came back or was called off is none.
 */
export const ordersAfterConversations = (tx: Tx, { from, to }: { from: Date; to: Date }): Promise<FollowedOrder[]> =>
  tx.rows(sql`
    select o.id as order_id, o.number, h.id as person_id, talk.id as conversation_id, o.placed_at, o.value_cents, o.currency
    from customer_order o
    join person p on p.id = o.person_id
    join person h on h.id = p.head_id
    cross join lateral (
      select c.id from conversation c
      where c.workspace_id = o.workspace_id
        and c.person_id = any(array(select id from person where head_id = h.id))
        and c.first_at < o.placed_at and c.last_at > o.placed_at - make_interval(days => ${FOLLOWS_DAYS})
        and exists (
          select from message m where m.conversation_id = c.id and m.us and m.deleted_at is null
            and m.at between o.placed_at - make_interval(days => ${FOLLOWS_DAYS}) and o.placed_at
          union all
          select from reply r join outbox x on x.reply_id = r.id where r.conversation_id = c.id and x.state = 'sent'
            and x.settled_at between o.placed_at - make_interval(days => ${FOLLOWS_DAYS}) and o.placed_at)
      order by c.last_at desc limit 1
    ) talk
    where o.workspace_id = ${tx.workspace} and o.placed_at > ${from} and o.placed_at <= ${to}
      and o.status in ('placed', 'delivered') and h.kind = 'human'
    order by o.placed_at, o.id`)
