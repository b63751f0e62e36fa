-- The ground: the program's role, sign-in, workspaces and who works in them.
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
