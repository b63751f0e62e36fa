-- The questions of one workspace ($1) as they stand at $2: counted anew from what was said.
select p.root as key, count(*)::integer as asked, count(distinct m.person_id)::integer as people,
  count(*) filter (where m.at > $2::timestamptz - interval '28 days')::integer as lately,
  count(*) filter (where m.at <= $2::timestamptz - interval '28 days' and m.at > $2::timestamptz - interval '56 days')::integer as before,
  count(ours.at)::integer as answered,
  round(percentile_cont(0.5) within group (order by extract(epoch from ours.at - m.at)))::integer as "medianWait",
  (select json_agg(n order by n desc) from (
    select count(*)::integer as n from earshot.asking b join earshot.question q on q.id = b.question_id where q.root = p.root group by b.room_id) rooms) as rooms
from earshot.message m join earshot.asking a on a.message_id = m.id join earshot.question p on p.id = a.question_id
left join lateral (
  select min(o.at) as at from (
    select o.at from earshot.message o where o.conversation_id = m.conversation_id and o.us
    union all
    select r.at from earshot.reply r join earshot.outbox x on x.reply_id = r.id where r.conversation_id = m.conversation_id and x.state = 'sent'
  ) o where o.at > m.at) ours on true
where m.workspace_id = $1 and not m.us and m.deleted_at is null
group by p.root order by p.root
