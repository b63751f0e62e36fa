-- Whom we were asked to forget: a keyed hash of each of their names and of each message that was erased, so that nothing of it
-- is brought back by a replay, a refetch or a restored backup. The key is the workspace's own; the hashes say nothing without it.
alter table earshot.workspace
  add forgetting_key bytea not null default decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');

create table earshot.forgotten (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  trace bytea not null, -- the hash (domain/forgetting/forgotten.ts)
  at timestamptz not null, -- what they say after that is a stranger's
  primary key (workspace_id, trace)
);
alter table earshot.forgotten enable row level security;
create policy in_workspace on earshot.forgotten using (workspace_id = (select earshot.this_workspace()));
grant select, insert, update, delete on earshot.forgotten to earshot_app;

-- How long what is kept. What has no rule is kept until somebody erases it.
create table earshot.retention (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  what text not null check (what in ('hiccup', 'celebration', 'loss', 'order', 'preference', 'interest', 'promise', 'noted')),
  days integer not null check (days between 1 and 3650),
  primary key (workspace_id, what)
);
alter table earshot.retention enable row level security;
create policy in_workspace on earshot.retention using (workspace_id = (select earshot.this_workspace()));
grant select, insert, update, delete on earshot.retention to earshot_app;
