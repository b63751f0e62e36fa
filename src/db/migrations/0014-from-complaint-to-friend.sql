-- The path from complaint to friend, one a human at a time, and the ladder for who makes trouble.

create table earshot.wooing (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  person_id uuid not null references earshot.person on delete cascade,
  conversation_id uuid references earshot.conversation on delete set null, -- where they waited
  cause text not null check (cause in ('sinking', 'waiting', 'let-down')),
  reason jsonb not null, -- what said so, in the figures that the screen puts into words
  spotted_at timestamptz not null,
  ended_at timestamptz
);
create unique index wooing_open on earshot.wooing (person_id) where ended_at is null;
create index wooing_newest on earshot.wooing (workspace_id, spotted_at desc);
create index wooing_of_person on earshot.wooing (person_id, ended_at);
create index on earshot.wooing (conversation_id) where conversation_id is not null;

-- What a teammate said of it, who and when. That we answered is read from the replies.
create table earshot.wooing_step (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  wooing_id uuid not null references earshot.wooing on delete cascade,
  step text not null check (step in ('acknowledged', 'put-right', 'followed-up', 'won-back', 'lost', 'unneeded')),
  at timestamptz not null,
  by uuid not null references earshot.teammate,
  primary key (wooing_id, step)
);

-- A rung stands from `at` until the end of `until_day`, or until somebody lifts it.
create table earshot.rung (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  person_id uuid not null references earshot.person on delete cascade,
  rung text not null check (rung in ('watch', 'word', 'place', 'hide', 'pause', 'block')),
  reason text not null check (reason <> ''),
  until_day date not null,
  at timestamptz not null,
  by uuid not null references earshot.teammate,
  lifted_at timestamptz,
  lifted_by uuid references earshot.teammate,
  check ((lifted_at is null) = (lifted_by is null))
);
create index on earshot.rung (person_id, at desc);
create index on earshot.rung (workspace_id, until_day) where lifted_at is null;

do $$
declare t text;
begin
  foreach t in array array['wooing', 'wooing_step', 'rung'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
