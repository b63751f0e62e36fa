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

-- What to remember about a person, written by hand.

create table earshot.moment (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  person_id uuid not null references earshot.person on delete cascade,
  kind text not null check (kind in ('hiccup', 'celebration', 'loss', 'order', 'preference', 'interest', 'promise')),
  text text not null check (text <> ''),
  on_day date not null,
  due_day date, -- of a promise
  message_id uuid references earshot.message on delete set null, -- where it was said
  sensitivity text not null check (sensitivity in ('ordinary', 'private', 'tender')),
  expires_day date, -- from that day on it is remembered no more; null: until somebody erases it
  only_for uuid references earshot.teammate, -- null: the whole team sees it
  by uuid not null references earshot.teammate,
  at timestamptz not null,
  settled text check (settled in ('kept', 'broken')), -- of a promise
  settled_by uuid references earshot.teammate,
  settled_at timestamptz,
  check (due_day is null or kind = 'promise'),
  check (settled is null or kind = 'promise'),
  check ((settled is null) = (settled_by is null) and (settled is null) = (settled_at is null))
);
create index on earshot.moment (person_id, on_day desc);
create index on earshot.moment (message_id) where message_id is not null;
alter table earshot.moment enable row level security;
create policy in_workspace on earshot.moment using (workspace_id = (select earshot.this_workspace()));
grant select, insert, update, delete on earshot.moment to earshot_app;

-- What to call somebody, how to say it, and how they like to be reached, as teammates wrote it down.
alter table earshot.person add called text, add spoken text, add pronouns text, add reached text;
