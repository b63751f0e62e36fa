-- Of those of one workspace ($1) who said in the four weeks up to $2 whether they were content, the share that was, in percent.
select 100.0::float8 * count(*) filter (where content) / nullif(count(*), 0) as share
from earshot.verdict
where workspace_id = $1 and content is not null and said_at > $2::timestamptz - interval '28 days' and said_at <= $2
