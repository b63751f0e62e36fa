-- Of the people of one workspace ($1) who were spotted in the twelve months up to $2: by month and cause, what became of them; counted anew.
select to_char(w.spotted_at at time zone 'UTC', 'YYYY-MM') as month, w.cause,
  sum(case when exists (select from earshot.wooing_step s where s.wooing_id = w.id and s.step = 'won-back') then 1 else 0 end)::integer as "wonBack",
  sum(case when exists (select from earshot.wooing_step s where s.wooing_id = w.id and s.step = 'lost') then 1 else 0 end)::integer as "lost",
  sum(case when not exists (select from earshot.wooing_step s where s.wooing_id = w.id and s.step in ('won-back', 'lost')) then 1 else 0 end)::integer as "onTheWay"
from earshot.wooing w
where w.workspace_id = $1
  and date_trunc('month', w.spotted_at at time zone 'UTC') > date_trunc('month', $2::timestamptz at time zone 'UTC') - interval '12 months'
  and w.spotted_at <= $2
  and not exists (select from earshot.wooing_step s where s.wooing_id = w.id and s.step = 'unneeded')
  and (select h.kind from earshot.person p join earshot.person h on h.id = coalesce(p.joined_to, p.id) where p.id = w.person_id) = 'human'
group by 1, 2 order by 1 desc, 2
