-- What is heard: rooms and listeners, people, conversations, messages.

-- Rooms and listeners

create table earshot.room (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  channel text not null,
  address text not null,
  name text not null check (name <> ''),
  account jsonb,
  settings jsonb not null,
  secret bytea,
  cursor jsonb,
  heard_at timestamptz,
  event_at timestamptz,
  trouble jsonb,
  gaps jsonb not null default '[]',
  unreadable integer not null default 0,
  paused_at timestamptz,
  paused_by uuid references earshot.teammate,
  demo boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references earshot.teammate,
  unique (workspace_id, channel, address)
);

create table earshot.listener (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  name text not null check (name <> ''),
  query text not null,
  rooms uuid[],
  demo boolean not null default false,
  created_at timestamptz not null,
  created_by uuid references earshot.teammate,
  unique (workspace_id, name)
);

-- People

create table earshot.person (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  name text not null,
  met_at timestamptz not null
);
create index on earshot.person (workspace_id);

create table earshot.identity (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  person_id uuid not null references earshot.person on delete cascade,
  channel text not null,
  external_id text not null,
  handle text,
  name text,
  avatar text,
  url text,
  us boolean not null default false,
  hidden_at timestamptz,
  unique (workspace_id, channel, external_id)
);
create index on earshot.identity (person_id);

-- Conversations. `thread_key`: the channel's id of its first message, which may not have been heard yet.
-- `waiting_since`: when the oldest word that we have not answered was said. `settled_at`: what had been heard by then needs none.

create table earshot.conversation (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  room_id uuid not null references earshot.room on delete cascade,
  thread_key text not null,
  person_id uuid references earshot.person,
  state text not null check (state in ('open', 'waiting', 'snoozed', 'done', 'noted')),
  state_at timestamptz not null,
  state_by uuid references earshot.teammate,
  snoozed_until timestamptz,
  keep_on_reply boolean not null default false,
  waiting_since timestamptz,
  settled_at timestamptz,
  assignee_id uuid references earshot.teammate,
  reasons text[] not null default '{}',
  title text,
  preview text not null default '',
  first_at timestamptz not null,
  last_at timestamptz not null,
  messages integer not null default 0,
  trouble text check (trouble in ('refused', 'unknown')),
  check ((state = 'snoozed') = (snoozed_until is not null)),
  unique (workspace_id, room_id, thread_key)
);
-- Not coalesce(): under row-level security PostgreSQL holds it for leaky, and a page by cursor would read all before it.
create index conversation_longest_wait on earshot.conversation (workspace_id, state, (case when waiting_since is null then 'infinity' else waiting_since end), id);
create index conversation_newest on earshot.conversation (workspace_id, state, last_at desc, id desc);
create index conversation_in_room on earshot.conversation (workspace_id, room_id, state, (case when waiting_since is null then 'infinity' else waiting_since end), id);
create index conversation_newest_of_all on earshot.conversation (workspace_id, last_at desc, id desc);
create index conversation_newest_in_room on earshot.conversation (workspace_id, room_id, last_at desc, id desc) include (messages);
create index conversation_of_assignee on earshot.conversation (workspace_id, assignee_id, state) where assignee_id is not null;
create index conversation_of_person on earshot.conversation (person_id, last_at desc);
create index conversation_waking on earshot.conversation (snoozed_until) where state = 'snoozed';
create index conversation_in_trouble on earshot.conversation (workspace_id, room_id) where trouble is not null;

-- Messages. `search` is written by the program with the words that listening reads, so that search and listeners agree.

create table earshot.message (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  room_id uuid not null references earshot.room on delete cascade,
  conversation_id uuid not null references earshot.conversation on delete cascade,
  identity_id uuid not null references earshot.identity,
  person_id uuid not null references earshot.person,
  source text not null,
  external_id text not null,
  parent_external_id text,
  us boolean not null default false,
  reply_id uuid,
  at timestamptz not null,
  heard_at timestamptz not null,
  title text,
  text text not null,
  url text,
  langs text[] not null default '{}',
  links text[] not null default '{}',
  mentions text[] not null default '{}',
  tags text[] not null default '{}',
  images jsonb not null default '[]',
  reasons text[] not null default '{}',
  edited_at timestamptz,
  deleted_at timestamptz,
  search tsvector not null,
  constraint message_said_once unique (workspace_id, room_id, external_id, source)
);
create index message_in_thread on earshot.message (conversation_id, at, id);
create index message_of_person on earshot.message (person_id, at desc);
create index message_of_identity on earshot.message (identity_id); -- else each identity that goes reads all messages
create index message_newest on earshot.message (workspace_id, at desc, id desc);
create index message_words on earshot.message using gin (search);
