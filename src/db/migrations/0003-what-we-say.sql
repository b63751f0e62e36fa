-- What we say: among ourselves, and to them

create table earshot.note (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  conversation_id uuid not null references earshot.conversation on delete cascade,
  by uuid not null references earshot.teammate,
  at timestamptz not null,
  text text not null
);
create index on earshot.note (conversation_id, at);

create table earshot.reply (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  conversation_id uuid not null references earshot.conversation on delete cascade,
  in_reply_to uuid references earshot.message on delete set null,
  by uuid not null references earshot.teammate,
  at timestamptz not null,
  text text not null
);
create index on earshot.reply (conversation_id, at);
create index on earshot.reply (in_reply_to) where in_reply_to is not null;

-- Where a reply waits until its channel has it. `attempt` is the fence: who holds an older number may no longer settle.
create table earshot.outbox (
  reply_id uuid primary key references earshot.reply on delete cascade,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  room_id uuid not null references earshot.room on delete cascade,
  key text not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'refused', 'unknown')),
  leaves_at timestamptz not null,
  attempt integer not null default 0,
  worker integer,
  leased_until timestamptz,
  why text,
  external_id text,
  url text,
  settled_at timestamptz,
  check ((state = 'sending') = (worker is not null)),
  check ((state = 'sending') = (leased_until is not null))
);
create index outbox_leaving on earshot.outbox (leaves_at) where state in ('queued', 'sending');
create index outbox_unsaid on earshot.outbox (workspace_id, room_id) where state in ('refused', 'unknown');

-- What happened: the audit log, undo, live events. Numbered in the order of commit within a workspace.
create table earshot.happening (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  at timestamptz not null,
  by uuid references earshot.teammate,
  kind text not null,
  conversation_id uuid references earshot.conversation on delete cascade,
  room_id uuid references earshot.room on delete cascade,
  detail jsonb not null default '{}'
);
create index on earshot.happening (workspace_id, id);
create index on earshot.happening (conversation_id, id) where conversation_id is not null;

-- The first answer to each Idempotency-Key, given again to whoever asks again.
create table earshot.answered_request (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  teammate_id uuid not null references earshot.teammate on delete cascade,
  key text not null,
  request bytea not null,
  status integer,
  body jsonb,
  at timestamptz not null,
  primary key (workspace_id, teammate_id, key)
);
