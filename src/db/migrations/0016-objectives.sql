-- Business results that we want, and what of the desk serves which.

create table earshot.objective (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  result text not null check (result <> ''), -- in a sentence
  kind text not null check (kind in ('reputation', 'sales', 'service', 'values', 'learning', 'people')),
  measure text not null check (measure in (
    'answered-in-time', 'won-back', 'orders', 'meetings', 'sign-ups', 'unasked', 'voice', 'satisfaction', 'told')),
  baseline numeric not null,
  target numeric not null check (target <> baseline),
  due date not null,
  unit_value_cents bigint check (unit_value_cents >= 0), -- what one more is worth; null: nobody said
  currency text check (currency ~ '^[A-Z]{3}$'),
  owner_id uuid not null references earshot.teammate,
  created_at timestamptz not null,
  let_go_at timestamptz,
  let_go_by uuid references earshot.teammate,
  check ((unit_value_cents is null) = (currency is null)),
  check ((let_go_at is null) = (let_go_by is null))
);
create index on earshot.objective (workspace_id, created_at);

-- The numbers of those that the desk is told: typed in, or sent by the API. The last one counts.
create table earshot.told_number (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  objective_id uuid not null references earshot.objective on delete cascade,
  at timestamptz not null,
  number numeric not null,
  by uuid not null references earshot.teammate,
  primary key (objective_id, at)
);

-- Null: it serves none. A brief that was let go is written for no objective, and nobody is asked about it again.
alter table earshot.room add objective_id uuid references earshot.objective on delete set null;
alter table earshot.listener add objective_id uuid references earshot.objective on delete set null;
alter table earshot.question
  add objective_id uuid references earshot.objective on delete set null,
  add brief_let_go_at timestamptz,
  add brief_let_go_by uuid references earshot.teammate,
  add check ((brief_let_go_at is null) = (brief_let_go_by is null));
create index on earshot.room (objective_id) where objective_id is not null;
create index on earshot.listener (objective_id) where objective_id is not null;
create index on earshot.question (objective_id) where objective_id is not null;

-- What an objective counts is read from these alone, and from no message.
drop index earshot.asking_newest; -- the next one does its work too
create index asking_answered on earshot.asking (workspace_id, at) include (answered_at, room_id);
create index wooing_won_back on earshot.wooing_step (workspace_id, at) where step = 'won-back';
create index question_last_asked on earshot.question (workspace_id, last_at) where root = id;

do $$
declare t text;
begin
  foreach t in array array['objective', 'told_number'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
