-- The return of one workspace ($1), counted anew from what was said, asked, written down and spent: no sum that the desk keeps is
-- read, nor which words of ours it found to have led to an outcome.
with human as (
  select id, coalesce(joined_to, id) as head from earshot.person where workspace_id = $1
),
counting as (
  select o.* from earshot.outcome o where o.workspace_id = $1 and o.disputed_at is null and o.withdrawn_at is null
),
talk as (
  select o.id as outcome, o.conversation_id as conversation from counting o where o.conversation_id is not null
  union
  select o.id, m.conversation_id
  from counting o join human h on h.id = o.person_id join human other on other.head = h.head
  join earshot.message m on m.person_id = other.id and not m.us and m.at <= o.at
  union
  select o.id, c.id
  from counting o join human h on h.id = o.person_id join human other on other.head = h.head
  join earshot.conversation c on c.person_id = other.id
),
word as (
  select o.id as outcome, m.id, m.at, m.room_id, m.conversation_id
  from counting o join talk t on t.outcome = o.id join earshot.message m on m.conversation_id = t.conversation
  where m.us and m.deleted_at is null and m.at <= o.at and m.at >= o.at - interval '90 days'
  union all
  select o.id, r.id, r.at, b.room_id, r.conversation_id
  from counting o join talk t on t.outcome = o.id join earshot.reply r on r.conversation_id = t.conversation
  join earshot.outbox b on b.reply_id = r.id and b.state = 'sent'
  where r.at <= o.at and r.at >= o.at - interval '90 days' and not exists (select from earshot.message m where m.reply_id = r.id)
),
numbered as (
  select w.*, row_number() over (partition by outcome order by at, id) as n, count(*) over (partition by outcome) as many,
    (select question_id from earshot.asking a where a.conversation_id = w.conversation_id and a.question_id is not null and a.at <= w.at
     order by a.at desc, a.message_id desc limit 1) as part
  from word w
),
credit as (
  select to_char(o.at at time zone 'utc', 'YYYY-MM') as month, o.objective_id as objective, n.room_id as room, q.root as question, o.currency,
    case when coalesce(n.n, 1) = 1 then 1 else 0 end as outcomes,
    case when coalesce(n.n, 1) = 1 then o.value_cents else 0 end as first,
    case when coalesce(n.n, 1) = coalesce(n.many, 1) then o.value_cents else 0 end as last,
    o.value_cents * coalesce(n.n, 1) / coalesce(n.many, 1) - o.value_cents * (coalesce(n.n, 1) - 1) / coalesce(n.many, 1) as shared,
    0 as seconds
  from counting o left join numbered n on n.outcome = o.id left join earshot.question q on q.id = n.part
  union all
  select to_char(c.day, 'YYYY-MM'), c.objective_id, c.room_id, q.root, '', 0, 0, 0, 0, c.reading + c.writing + c.put_right
  from earshot.care c left join earshot.question q on q.id = c.question_id
  where c.workspace_id = $1
),
by as (
  select 'objective' as grouping, objective::text as key, currency, outcomes, first, last, shared, seconds from credit
  union all select 'room', room::text, currency, outcomes, first, last, shared, seconds from credit
  union all select 'question', question::text, currency, outcomes, first, last, shared, seconds from credit
  union all select 'month', month, currency, outcomes, first, last, shared, seconds from credit
)
select grouping, key, currency, sum(outcomes)::int as outcomes, sum(first)::bigint as "firstCents", sum(last)::bigint as "lastCents",
  sum(shared)::bigint as "sharedCents", sum(seconds)::bigint as seconds
from by
group by 1, 2, 3
having sum(outcomes) <> 0 or sum(first) <> 0 or sum(last) <> 0 or sum(shared) <> 0 or sum(seconds) <> 0
order by 1, 2, 3
