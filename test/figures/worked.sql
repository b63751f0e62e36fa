-- How each room of one workspace ($1) was worked in the thirty days up to $2: counted anew, conversation by conversation. Promises are
-- taken by the clock: rooms with hours are counted by waited.sql.
with spoken as (
  select c.id, c.room_id, first.at, first.labels
  from earshot.conversation c, lateral (
    select m.at, m.labels from earshot.message m
    where m.conversation_id = c.id and not m.us and m.deleted_at is null and m.reasons <> '{thread}' and m.at >= $2::timestamptz - interval '30 days'
    order by m.at, m.id limit 1) first
  where c.workspace_id = $1
),
answers as (
  select s.*, (
      select min(at) from (
        select m.at from earshot.message m where m.conversation_id = s.id and m.us and m.deleted_at is null
        union all
        select r.at from earshot.reply r join earshot.outbox o on o.reply_id = r.id where r.conversation_id = s.id and o.state = 'sent'
      ) ours where ours.at >= s.at) as answered_at,
    coalesce((select min(value::integer) from jsonb_each_text(c.promises) where key = any(s.labels)), (c.promises ->> 'any')::integer) as promise
  from spoken s left join earshot.charter c on c.room_id = s.room_id
),
judged as (
  select *, s.at + coalesce(promise, 24 * 60) * interval '1 minute' as due_at from answers s
)
select r.id as key, count(j.id)::integer as asked, count(j.answered_at)::integer as answered,
  count(*) filter (where j.answered_at is not null or j.due_at < $2)::integer as due,
  count(*) filter (where j.promise is not null and (j.answered_at is not null or j.due_at < $2))::integer as promised,
  count(*) filter (where j.answered_at <= j.due_at)::integer as "inTime",
  (select count(*)::integer from earshot.outcome o join earshot.conversation c on c.id = o.conversation_id
   where c.room_id = r.id and o.at > $2::timestamptz - interval '30 days' and o.disputed_at is null and o.withdrawn_at is null) as outcomes
from earshot.room r left join judged j on j.room_id = r.id
where r.workspace_id = $1 group by r.id order by r.id
