-- Whose turn it is on which day of the week (ISO: 1 is Monday, in UTC): a storm that is warned of begins with them.
create table earshot.duty (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  teammate_id uuid not null references earshot.teammate on delete cascade,
  primary key (workspace_id, weekday)
);
create index on earshot.duty (teammate_id);
alter table earshot.duty enable row level security;
create policy in_workspace on earshot.duty using (workspace_id = (select earshot.this_workspace()));

-- How much a room's channel lets us do still, and until when that counts, as it said last: {"left": 4982, "of": 5000, "until": "…"}.
alter table earshot.room add quota jsonb;
