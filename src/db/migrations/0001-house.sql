-- The house: workspaces and who works in them, rooms, what was heard, what we do about it, and what we say.
--
-- Every row has its workspace. The program runs as earshot_app, which is neither superuser nor owner, so that
-- row-level security binds it; each transaction names its workspace in the setting earshot.workspace.

create schema earshot;
create schema auth;

do $$ begin
  if not exists (select from pg_roles where rolname = 'earshot_app') then
    create role earshot_app nologin;
  end if;
  execute format('grant earshot_app to %I', current_user);
end $$;

grant usage on schema earshot, auth to earshot_app;
alter default privileges in schema earshot grant select, insert, update, delete on tables to earshot_app;
alter default privileges in schema earshot grant usage on sequences to earshot_app;
alter default privileges in schema auth grant select, insert, update, delete on tables to earshot_app;

create function earshot.this_workspace() returns uuid language sql stable as
  $$ select nullif(current_setting('earshot.workspace', true), '')::uuid $$;

-- Sign-in: better-auth's tables, in its spelling. A user may work in several workspaces.

create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null default false,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" on delete cascade
);
create index on auth.session ("userId");

create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.account ("userId");

create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.verification (identifier);

create table auth."rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

-- The one-time link that makes the first owner. Kept as a hash; gone when it was used.
create table auth.setup_link (
  hash bytea primary key,
  made_at timestamptz not null
);

-- Workspaces and teammates

create table earshot.workspace (
  id uuid primary key,
  name text not null check (name <> ''),
  created_at timestamptz not null
);

create table earshot.teammate (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  user_id text not null references auth."user" on delete cascade,
  name text not null check (name <> ''),
  role text not null check (role in ('owner', 'admin', 'teammate', 'guest')),
  joined_at timestamptz not null,
  left_at timestamptz,
  unique (workspace_id, user_id)
);
create index on earshot.teammate (user_id);

create table earshot.invitation (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  mail text not null,
  role text not null check (role in ('admin', 'teammate', 'guest')),
  hash bytea not null unique,
  invited_by uuid not null references earshot.teammate,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz
);

create table earshot.token (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  teammate_id uuid not null references earshot.teammate on delete cascade,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null check (scopes <@ array['read', 'write', 'admin'] and scopes <> '{}'),
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);

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

-- Row-level security

do $$
declare t text;
begin
  foreach t in array array['teammate', 'invitation', 'token', 'room', 'listener', 'person', 'identity', 'conversation',
                           'message', 'note', 'reply', 'outbox', 'happening', 'answered_request'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
  end loop;
end $$;
alter table earshot.workspace enable row level security;
create policy in_workspace on earshot.workspace using (id = (select earshot.this_workspace()));

-- The few doors between workspaces: each gives ids, never words.

create function earshot.workspaces_of_user(who text)
  returns table (workspace_id uuid, workspace_name text, teammate_id uuid, name text, role text)
  language sql stable security definer set search_path = earshot as $$
  select w.id, w.name, t.id, t.name, t.role
  from teammate t join workspace w on w.id = t.workspace_id
  where t.user_id = who and t.left_at is null
  order by t.joined_at, w.id $$;

create function earshot.token_by_hash(wanted bytea)
  returns table (token_id uuid, workspace_id uuid, teammate_id uuid, user_id text, scopes text[], expires_at timestamptz)
  language sql stable security definer set search_path = earshot as $$
  select k.id, k.workspace_id, k.teammate_id, t.user_id, k.scopes, k.expires_at
  from token k join teammate t on t.id = k.teammate_id
  where k.hash = wanted and k.revoked_at is null and t.left_at is null $$;

create function earshot.invitation_by_hash(wanted bytea)
  returns table (invitation_id uuid, workspace_id uuid, workspace_name text, mail text, role text, expires_at timestamptz, invited_by text)
  language sql stable security definer set search_path = earshot as $$
  select i.id, i.workspace_id, w.name, i.mail, i.role, i.expires_at, t.name
  from invitation i join workspace w on w.id = i.workspace_id join teammate t on t.id = i.invited_by
  where i.hash = wanted and i.accepted_at is null $$;

create function earshot.an_owner_exists() returns boolean
  language sql stable security definer set search_path = earshot as $$
  select exists (select from teammate where role = 'owner' and left_at is null) $$;

create function earshot.workspaces_named(wanted text) returns table (workspace_id uuid, name text)
  language sql stable security definer set search_path = earshot as $$
  select id, name from workspace where wanted is null or name = wanted order by created_at, id $$;

create function earshot.rooms_to_hear() returns table (workspace_id uuid, room_id uuid, channel text)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, id, channel from room where paused_at is null order by id $$;

create function earshot.replies_leaving(now timestamptz, most integer) returns table (workspace_id uuid, reply_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, reply_id from outbox
  where state in ('queued', 'sending') and leaves_at <= now
    and (state = 'queued' or leased_until < now or not exists (
      select from pg_locks where locktype = 'advisory' and classid = 7400 and objid = worker::oid and granted))
  order by leaves_at limit most $$;

create function earshot.conversations_waking(now timestamptz, most integer) returns table (workspace_id uuid, conversation_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, id from conversation where state = 'snoozed' and snoozed_until <= now order by snoozed_until limit most $$;

-- The words of messages, within this workspace alone. Under row-level security a tsvector is compared only after the
-- policy was (its operator is not marked leakproof), so that no index of words could be used: this door uses it, and gives
-- ids. A frequent word is found sooner by walking the newest, a rare one by its index: each call is planned for its words.
create function earshot.messages_with(words tsquery, before_at timestamptz, before_id uuid, most integer) returns table (message_id uuid)
  language sql stable security definer rows 200 set search_path = earshot set plan_cache_mode = force_custom_plan as $$
  select id from message
  where workspace_id = this_workspace() and deleted_at is null and search @@ words
    and (before_at is null or (at, id) < (before_at, before_id))
  order by at desc, id desc limit most $$;

revoke all on all functions in schema earshot from public;
grant execute on all functions in schema earshot to earshot_app;
grant select, insert, update, delete on all tables in schema earshot, auth to earshot_app;
