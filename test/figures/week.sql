-- What a week of one workspace ($1) that begins on $2 is told to have been, where no page tells it: counted anew.
select
  (select count(*)::integer from earshot.wooing_step s where s.workspace_id = $1 and s.step = 'won-back'
    and (s.at at time zone 'UTC')::date between $2::date and $2::date + 6) as won,
  (select count(*)::integer from earshot.wooing_step s where s.workspace_id = $1 and s.step = 'lost'
    and (s.at at time zone 'UTC')::date between $2::date and $2::date + 6) as lost,
  (select count(*)::integer from earshot.wooing w where w.workspace_id = $1 and (w.spotted_at at time zone 'UTC')::date between $2::date and $2::date + 6
    and not exists (select from earshot.wooing_step s where s.wooing_id = w.id and s.step = 'unneeded')) as spotted,
  (select count(*)::integer from earshot.outcome o where o.workspace_id = $1 and o.disputed_at is null and o.withdrawn_at is null
    and (o.at at time zone 'UTC')::date between $2::date and $2::date + 6) as outcomes,
  (select coalesce(sum(value_cents), 0)::integer from earshot.outcome o where o.workspace_id = $1 and o.disputed_at is null and o.withdrawn_at is null
    and (o.at at time zone 'UTC')::date between $2::date and $2::date + 6) as cents,
  (select count(*)::integer from earshot.conversation c where c.workspace_id = $1 and c.state = 'open' and c.waiting_since is not null) as waiting,
  (select coalesce(json_agg(n order by n desc), '[]') from (
    select count(*)::integer as n from earshot.asking a join earshot.question p on p.id = a.question_id
    where a.workspace_id = $1 and (a.at at time zone 'UTC')::date between $2::date and $2::date + 6
    group by p.root having count(*) > 1 order by 1 desc limit 5) asked) as asked
