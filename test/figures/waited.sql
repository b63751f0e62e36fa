-- How long people of one workspace ($1) waited, for what they asked from $2 to before $3, as it stands at $4: counted anew from what
-- was said, what was closed and the charters. Open minutes are counted one by one; no time that the desk reckoned is read.
with said as (
  select m.id, m.conversation_id, m.room_id, m.at, m.labels,
    case when 'complaint' = any(m.labels) then 'complaint' when 'request' = any(m.labels) then 'request' else 'question' end as intent,
    (select min(ours.at) from earshot.message ours where ours.conversation_id = m.conversation_id and ours.us and ours.at > m.at) as answered_at
  from earshot.message m join earshot.person p on p.id = m.person_id
  where m.workspace_id = $1 and not m.us and m.deleted_at is null and p.kind = 'human' and 'question' = any(m.labels)
    and m.at >= $2 and m.at < $3
),
clocked as (
  select s.*, c.hours,
    coalesce((select min(value::integer) from jsonb_each_text(c.promises) where key = any(s.labels)), (c.promises ->> 'any')::integer) as promise,
    (
      select count(*) from generate_series(s.at, coalesce(s.answered_at, $4) - interval '1 minute', interval '1 minute') minute
      where c.hours is null or exists (
        select from jsonb_array_elements(c.hours -> 'week' -> (extract(isodow from minute at time zone (c.hours ->> 'zone'))::integer - 1)) span
        where to_char(minute at time zone (c.hours ->> 'zone'), 'HH24:MI') >= span ->> 0
          and to_char(minute at time zone (c.hours ->> 'zone'), 'HH24:MI') < span ->> 1
          and not c.hours -> 'holidays' ? to_char(minute at time zone (c.hours ->> 'zone'), 'YYYY-MM-DD'))
    ) as open,
    extract(epoch from coalesce(s.answered_at, $4) - s.at) / 60 as minutes
  from said s left join earshot.charter c on c.room_id = s.room_id
),
judged as (
  select *, case when promise is null then minutes <= 24 * 60 else open <= promise end as within from clocked
),
keyed as (
  select key, judged.* from judged, unnest(array['all', room_id::text, intent]) key
),
ends as (
  select c.id, c.room_id, (
      select case when 'complaint' = any(m.labels) then 'complaint' when 'request' = any(m.labels) then 'request' else 'question' end
      from earshot.message m
      where m.conversation_id = c.id and not m.us and 'question' = any(m.labels) and m.at <= min(h.at) order by m.at desc limit 1
    ) as intent,
    exists (select from earshot.happening o where o.conversation_id = c.id and o.kind = 'reopened' and o.at > min(h.at)) as again
  from earshot.conversation c join earshot.person p on p.id = c.person_id and p.kind = 'human'
  join earshot.happening h on h.conversation_id = c.id and h.kind = 'closed' and h.at >= $2 and h.at < $3
  where c.workspace_id = $1
  group by c.id, (h.at at time zone 'UTC')::date
),
ended as (
  select key, count(*) as closed, count(*) filter (where again) as reopened
  from ends, unnest(array['all', room_id::text, intent]) key where key is not null group by 1
)
select coalesce(k.key, e.key) as key, coalesce(asked, 0)::integer as asked, coalesce(answered, 0)::integer as answered,
  coalesce(due, 0)::integer as due, coalesce(promised, 0)::integer as promised, coalesce(in_time, 0)::integer as "inTime",
  median, ninety, coalesce(closed, 0)::integer as closed, coalesce(reopened, 0)::integer as reopened
from (
  select key, count(*) as asked, count(answered_at) as answered,
    count(*) filter (where answered_at is not null or not within) as due,
    count(*) filter (where promise is not null and (answered_at is not null or not within)) as promised,
    count(*) filter (where answered_at is not null and within) as in_time,
    percentile_cont(0.5) within group (order by open * 60) filter (where answered_at is not null) as median,
    percentile_cont(0.9) within group (order by open * 60) filter (where answered_at is not null) as ninety
  from keyed group by 1
) k full join ended e using (key)
order by 1
