-- What is understood of a message, kept with it: nothing of our own words (mood null). It goes when the message is taken back.

alter table earshot.message
  add column language text,
  add column labels text[] not null default '{}',
  add column mood real,
  add column mood_sure real,
  add column urgency real;

-- What was filed before it could be understood is found where it lies.
create index message_not_understood on earshot.message (workspace_id, id) where mood is null and not us and deleted_at is null;

-- What a teammate said a message is: it holds for that message, and teaches the workspace's own model.
create table earshot.correction (
  message_id uuid primary key references earshot.message on delete cascade,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  label jsonb not null,
  by uuid not null references earshot.teammate,
  at timestamptz not null
);
create index correction_of_workspace on earshot.correction (workspace_id, at);
alter table earshot.correction enable row level security;
create policy in_workspace on earshot.correction using (workspace_id = (select earshot.this_workspace()));

-- The workspace's own model: a few KB that never leave it. No row: it was taught nothing yet.
create table earshot.learned (
  workspace_id uuid primary key references earshot.workspace on delete cascade,
  model bytea not null,
  corrections integer not null,
  at timestamptz not null
);
alter table earshot.learned enable row level security;
create policy in_workspace on earshot.learned using (workspace_id = (select earshot.this_workspace()));

grant select, insert, update, delete on earshot.correction, earshot.learned to earshot_app;

create function earshot.messages_not_understood(most integer) returns table (workspace_id uuid, message_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, id from message where mood is null and not us and deleted_at is null order by workspace_id, id limit most $$;
revoke all on function earshot.messages_not_understood from public;
grant execute on function earshot.messages_not_understood to earshot_app;
