-- One human, many names. Nothing that a person holds is moved when two are joined: each keeps its identities and messages, and
-- `joined_to` names the one whom they are read with. Taking apart takes that name away again.

alter table earshot.person
  add joined_to uuid references earshot.person on delete set null,
  add kind text not null default 'human' check (kind in ('human', 'staff', 'bot', 'feed')),
  add name_key text collate "C" generated always as (lower(name)) stored,
  add check (joined_to <> id);
create index person_joined on earshot.person (joined_to) where joined_to is not null;
create index person_named on earshot.person (workspace_id, name_key);

-- `absorbed_id` is read with `kept_id` while the join stands. A person is absorbed once at a time, so that joins are trees.
create table earshot.person_join (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  kept_id uuid not null references earshot.person on delete cascade,
  absorbed_id uuid not null references earshot.person on delete cascade,
  at timestamptz not null,
  by uuid references earshot.teammate, -- null: proof from their own control joined them
  evidence jsonb not null default '[]',
  apart_at timestamptz,
  apart_by uuid references earshot.teammate,
  check (kept_id <> absorbed_id)
);
create unique index person_absorbed_once on earshot.person_join (absorbed_id) where apart_at is null;
create index person_join_kept on earshot.person_join (kept_id);

-- A teammate's no: these two are not the same human. `one_id` < `other_id`.
create table earshot.not_the_same (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  one_id uuid not null references earshot.person on delete cascade,
  other_id uuid not null references earshot.person on delete cascade,
  at timestamptz not null,
  by uuid references earshot.teammate,
  primary key (one_id, other_id),
  check (one_id < other_id)
);
create index on earshot.not_the_same (other_id);

-- What suggestions look people up by: equality of plain columns, which row-level security lets an index answer.
-- `handle_key`: the local part of a handle, letters and digits alone. `link_key`: an address without its scheme and end.
-- `link_consent`: {at, by, how}, where the channel's rules ask for the person's own yes before we link this name with others.
alter table earshot.identity
  add bio text,
  add link_consent jsonb,
  add handle_key text generated always as (nullif(regexp_replace(lower(regexp_replace(split_part(ltrim(handle, '@'), '@', 1), '\.bsky\.social$', '')), '[^[:alnum:]]', '', 'g'), '')) stored,
  add mail_key text generated always as (lower(substring(coalesce(substring(handle from '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'), external_id) from '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'))) stored,
  add link_key text generated always as (nullif(lower(regexp_replace(url, '^https?://(www\.)?|[/#?]+$', '', 'g')), '')) stored;
create index identity_by_handle on earshot.identity (workspace_id, handle_key) where handle_key is not null;
create index identity_by_mail on earshot.identity (workspace_id, mail_key) where mail_key is not null;
create index identity_by_link on earshot.identity (workspace_id, link_key) where link_key is not null;

-- What a profile links to, keyed as above. `proven`: the channel saw that the page links back (rel="me").
create table earshot.identity_link (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  identity_id uuid not null references earshot.identity on delete cascade,
  link_key text not null,
  proven boolean not null,
  primary key (identity_id, link_key)
);
create index identity_linking on earshot.identity_link (workspace_id, link_key);

-- What happened to a person goes with them.
alter table earshot.happening add person_id uuid references earshot.person on delete cascade;
create index happening_to_person on earshot.happening (person_id, id) where person_id is not null;

do $$
declare t text;
begin
  foreach t in array array['person_join', 'not_the_same', 'identity_link'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
