-- What was said untagged of one name ($2, a listener) in one workspace ($1), as it stands at $3: counted anew from the messages. Four weeks
-- up to and with today beside the four before; thirteen weeks by their Mondays; and how many messages have each of the words $4.
with said as (
  select m.*, (m.at at time zone 'UTC')::date as day,
    case when mood is null then 'plain' when mood > 0.15::real then 'glad'
      when mood >= (-0.15)::real and 'loss' = any(labels) then 'sad' when mood >= (-0.15)::real then 'plain'
      when 'loss' = any(labels) then 'sad' when mood < (-0.6)::real or 'abuse' = any(labels) then 'angry' else 'annoyed' end as tone
  from earshot.message m
  where workspace_id = $1 and 'listener:' || $2 = any(reasons) and not us and deleted_at is null and not reasons && '{mention,reply,quote,room}'
),
spans as (
  select *, day > today - 28 as is_now, day <= today - 28 and day > today - 56 as is_before
  from said, (select ($3::timestamptz at time zone 'UTC')::date as today) t
)
select
  (select json_build_object('now', count(*) filter (where is_now), 'before', count(*) filter (where is_before),
    'glad', count(*) filter (where is_now and tone = 'glad'), 'unhappy', count(*) filter (where is_now and tone in ('angry', 'annoyed'))) from spans) as name,
  (select json_object_agg(week || ' ' || tone, n) from (
    select date_trunc('week', day)::date as week, tone, count(*) as n from spans
    where day <= today and day >= date_trunc('week', today)::date - 84 group by 1, 2) weeks) as weeks,
  (select json_object_agg(topic, json_build_array(now, before)) from (
    select topic, count(*) filter (where is_now) as now, count(*) filter (where is_before) as before from spans, unnest(labels) topic
    group by 1 having count(*) filter (where is_now or is_before) > 0) topics) as topics,
  (select json_object_agg(room_id, json_build_array(now, before)) from (
    select room_id, count(*) filter (where is_now) as now, count(*) filter (where is_before) as before from spans
    group by 1 having count(*) filter (where is_now or is_before) > 0) rooms) as rooms,
  (select json_object_agg(word, json_build_array(now, before)) from (
    select word, count(*) filter (where is_now) as now, count(*) filter (where is_before) as before
    from unnest($4::text[]) word left join spans on lower(text) ~ ('\m' || word || '\M') group by 1) words) as words
