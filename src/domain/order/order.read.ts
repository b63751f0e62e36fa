/** Orders as the screens show them: of a person, of nobody yet, and those whose next step is due. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { careDays } from '../moment/brief.ts'
import { dayOf } from '../moment/moment.ts'
import type { PersonLine } from '../person/person.read.ts'
import { lastContact } from '../tie/tie.read.ts'
import { type Days, LATE_DAYS, LONGEST_DAYS, type Meanwhile, type Said } from './clock.ts'
import type { MatchedBy } from './order.store.ts'
import type { Status } from './order.ts'

export type OrderRow = {
  id: Id
  number: string
  placedAt: Date
  what: string
  valueCents: number | null
  currency: string | null
  status: Status
  statusAt: Date
  matchedBy: MatchedBy | null
}
export type WaitingOrder = OrderRow & { buyer: { name: string | null; mail: string | null; handle: string | null } }
export type RunningOrder = OrderRow & {
  person: PersonLine
  /** What to call them. */
  called: string | null
  /** All who are one human with the buyer. */
  people: Id[]
  fromDay: string
  said: Said[]
  meanwhile: Omit<Meanwhile, 'pressed'>
  /** Where they spoke last; null: nowhere. */
  conversationId: Id | null
  /** In which they wrote last, as far as it was understood. */
  language: string | null
}

const columns = sql`o.id, o.number, o.placed_at, o.what, o.value_cents, o.currency, o.status, o.status_at, o.matched_by`

const MOST = 200

/** Those of which it is not known who bought them, the newest first, at most 200. */
export const waitingOrders = (tx: Tx): Promise<WaitingOrder[]> =>
  tx.rows(sql`
    select ${columns}, json_build_object('name', o.buyer_name, 'mail', o.buyer_mail, 'handle', o.buyer_handle) as buyer
    from customer_order o where o.workspace_id = ${tx.workspace} and o.person_id is null
    order by o.placed_at desc, o.id limit ${MOST}`)

/** Of one human, the newest first, with what the clock looks at. Only of the newest that still runs the clock goes: `running`. */
export const ordersOf = (tx: Tx, people: readonly Id[], now: Date): Promise<(RunningOrder & { running: boolean })[]> =>
  tx.rows(sql`
    select *, runs and row_number() over (partition by runs order by placed_at desc, id) = 1 as running from (
      select ${columns}, o.status in ('placed', 'delivered') as runs, ${withClock(now)}
      from customer_order o ${whose}
      where o.workspace_id = ${tx.workspace} and o.person_id = any(${array(people, 'uuid')})
    ) theirs
    order by placed_at desc, id limit ${MOST}`)

/** Null: they bought nothing. */
export const lastOrderOf = (
  tx: Tx,
  people: readonly Id[],
): Promise<Pick<OrderRow, 'what' | 'number' | 'status' | 'statusAt'> | null> =>
  tx.row(sql`
    select what, number, status, status_at from customer_order
    where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')}) order by placed_at desc, id limit 1`)

/** So many of the newest orders of which a step may be due are looked at. */
const MOST_RUNNING = 300

/**
 * Orders of which a step may be due, the newest first: of each human the newest whose clock runs alone, and only of those whom `me`
 * holds and those whom nobody here holds.
 */
export const runningOrders = (tx: Tx, me: Id, days: Days, now: Date): Promise<RunningOrder[]> => {
  const longest = Math.max(0, ...Object.values(days).map((it) => it ?? 0)) + LATE_DAYS
  return tx.rows(sql`
    select ${columns}, ${withClock(now)}
    from customer_order o ${whose}
    where o.workspace_id = ${tx.workspace} and o.status in ('placed', 'delivered')
      and o.placed_at > ${now}::timestamptz - make_interval(days => ${longest + MOST_ON_THE_WAY})
      and h.kind = 'human' and ${mayBeDue(days, dayOf(now))}
      and not exists (
        select from customer_order newer
        where newer.person_id = any(names.ids) and newer.status in ('placed', 'delivered')
          and (newer.placed_at > o.placed_at or (newer.placed_at = o.placed_at and newer.id < o.id)))
      and (exists (select from tie t where t.person_id = any(names.ids) and t.teammate_id = ${me})
        or not exists (select from tie t join teammate m on m.id = t.teammate_id where t.person_id = any(names.ids) and m.left_at is null))
    order by o.placed_at desc, o.id limit ${MOST_RUNNING}`)
}

/** Without what came between: a contact moves a step by as long again as it is worth a word, or its time has gone by. */
const mayBeDue = ({ thank, ask, listen }: Days, today: string) => sql`(
  exists (
    select from (values ('thank', ${thank}::integer), ('ask', ${ask}), ('listen', ${listen})) as step (name, days)
    where ${fromDay} + step.days between ${today}::date - ${2 * LATE_DAYS}::integer and ${today}::date
      and not exists (select from order_step said where said.order_id = o.id and said.step = step.name))
  or exists (
    select from order_step said where said.order_id = o.id and said.said = 'later'
      and said.until_day between ${today}::date - ${LATE_DAYS}::integer and ${today}::date))`

const fromDay = sql`((case when o.status = 'delivered' then o.status_at else o.placed_at end) at time zone 'UTC')::date`

/** Whether there is any order of which a step could be due by the longest clock: a desk that sells nothing looks no further. */
export const clockRuns = async (tx: Tx, now: Date): Promise<boolean> =>
  (await tx.row(sql`
    select from customer_order
    where workspace_id = ${tx.workspace} and placed_at > ${now}::timestamptz - make_interval(days => ${LONGEST_DAYS + LATE_DAYS + MOST_ON_THE_WAY})
      and person_id is not null and status in ('placed', 'delivered')
    limit 1`)) !== null

/** So many days an order may be on its way, until its clock begins with its delivery. */
const MOST_ON_THE_WAY = 60

const whose = sql`
  join person p on p.id = o.person_id
  join person h on h.id = p.head_id
  cross join lateral (select array(select id from person where head_id = h.id) as ids) names
  left join lateral (select handle, avatar from identity where person_id = h.id order by channel, id limit 1) i on true`

const withClock = (now: Date) => sql`
  json_build_object('id', h.id, 'name', h.name, 'handle', i.handle, 'avatar', i.avatar) as person, h.called, names.ids as people,
  ${fromDay}::text as from_day,
  coalesce((select json_agg(json_build_object('step', step, 'said', said, 'untilDay', until_day)) from order_step where order_id = o.id), '[]') as said,
  (select id from conversation where person_id = any(names.ids) order by last_at desc limit 1) as conversation_id,
  (select language from message where person_id = any(names.ids) and not us and language is not null order by at desc limit 1) as language,
  json_build_object(
    'lastContactDay', to_char((${lastContact(sql`names.ids`)}) at time zone 'UTC', 'YYYY-MM-DD'),
    'complained', exists (
      select from message where person_id = any(names.ids) and not us and deleted_at is null and at >= o.placed_at and 'complaint' = any(labels)),
    'beingWooed', exists (select from wooing where person_id = any(names.ids) and ended_at is null),
    'waits', exists (select from conversation where person_id = any(names.ids) and state = 'open' and waiting_since is not null),
    'grieves', exists (
      select from moment where person_id = any(names.ids) and only_for is null and (expires_day is null or expires_day > ${dayOf(now)}::date)
        and (sensitivity = 'tender' or (kind = 'loss' and on_day > ${dayOf(now)}::date - ${careDays.loss}::integer))),
    'onLadder', exists (
      select from rung where person_id = any(names.ids) and lifted_at is null and until_day >= ${dayOf(now)}::date
        and rung in ('hide', 'pause', 'block'))
  ) as meanwhile`
