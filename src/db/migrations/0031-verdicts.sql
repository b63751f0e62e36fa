-- How we did, said by whom we answered: asked by choice with one reply, never by itself, and never twice in thirty days.
alter table earshot.workspace add asks_how boolean not null default false;

-- A link that somebody may follow and say so. `reply_id`: with which reply it was asked; null: it was not, or that reply was taken back.
create table earshot.verdict (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  conversation_id uuid not null references earshot.conversation on delete cascade,
  person_id uuid not null references earshot.person on delete cascade,
  word text not null unique,
  by uuid not null references earshot.teammate,
  at timestamptz not null,
  reply_id uuid unique references earshot.reply on delete set null,
  content boolean, -- null: they have not said it
  words text not null default '',
  said_at timestamptz,
  changes smallint not null default 0,
  check ((content is null) = (said_at is null))
);
create index on earshot.verdict (conversation_id);
create index on earshot.verdict (person_id);
create index verdict_said on earshot.verdict (workspace_id, said_at desc) where said_at is not null;

alter table earshot.verdict enable row level security;
create policy in_workspace on earshot.verdict using (workspace_id = (select earshot.this_workspace()));

-- Who follows the link is in no workspace yet.
create function earshot.verdict_worded(wanted text) returns table (workspace_id uuid, verdict_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, id from verdict where word = wanted $$;
revoke all on function earshot.verdict_worded from public;
grant execute on function earshot.verdict_worded to earshot_app;
