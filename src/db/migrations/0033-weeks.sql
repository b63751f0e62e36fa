-- In which language a teammate is written to each Monday; null: they are not.
alter table earshot.teammate add week_in text check (week_in in ('en', 'de'));

-- The letter of one week to one teammate: written once, tried until it is taken or its days are over. Its words are kept nowhere.
create table earshot.week_mail (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  teammate_id uuid not null references earshot.teammate on delete cascade,
  monday date not null, -- on which the week began
  state text not null check (state in ('queued', 'sent', 'refused')),
  tries integer not null,
  due_at timestamptz not null,
  why text, -- it did not arrive at the last try
  primary key (teammate_id, monday)
);
create index on earshot.week_mail (workspace_id);
alter table earshot.week_mail enable row level security;
create policy in_workspace on earshot.week_mail using (workspace_id = (select earshot.this_workspace()));

-- Who wants the letter of a week and has it not. Guests see what was given to them, and no figures.
create function earshot.weeks_due(of date, now timestamptz, most integer) returns table (workspace_id uuid, teammate_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select t.workspace_id, t.id from teammate t
  where t.week_in is not null and t.left_at is null and t.role <> 'guest'
    and not exists (select from week_mail m where m.teammate_id = t.id and m.monday = of and (m.state <> 'queued' or m.due_at > now))
  limit most $$;
revoke all on function earshot.weeks_due from public;
grant execute on function earshot.weeks_due to earshot_app;
