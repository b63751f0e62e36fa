-- Relationships that teammates hold with people.

create table earshot.tie (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  teammate_id uuid not null references earshot.teammate,
  person_id uuid not null references earshot.person on delete cascade,
  closeness text not null check (closeness in ('friend', 'regular', 'acquaintance')),
  every_days integer check (every_days between 1 and 730), -- null: when they come
  since timestamptz not null,
  primary key (teammate_id, person_id)
);
create index on earshot.tie (person_id);
create index on earshot.tie (workspace_id, teammate_id);
alter table earshot.tie enable row level security;
create policy in_workspace on earshot.tie using (workspace_id = (select earshot.this_workspace()));
grant select, insert, update, delete on earshot.tie to earshot_app;
