-- What talk ended in, with its evidence and value; what the care cost; and both summed month by month.

create table earshot.outcome (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  objective_id uuid not null references earshot.objective on delete cascade,
  person_id uuid references earshot.person on delete set null,
  conversation_id uuid references earshot.conversation on delete set null,
  what text not null check (what <> ''),
  value_cents bigint not null check (value_cents between 0 and 100000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  at timestamptz not null, -- when it came about
  evidence text not null default '',
  source text not null check (source in ('closing', 'api', 'webhook', 'csv', 'link', 'code', 'hand', 'order')),
  key text check (key <> ''), -- as its source numbers it, so that the same is written down once
  by uuid references earshot.teammate, -- null: nobody of us, it came by itself
  written_at timestamptz not null,
  disputed_at timestamptz,
  disputed_by uuid references earshot.teammate,
  disputed_why text,
  withdrawn_at timestamptz,
  withdrawn_by uuid references earshot.teammate, -- null: by itself, as an order that was returned
  check ((disputed_at is null) = (disputed_by is null) and (disputed_at is null) = (disputed_why is null)),
  check (withdrawn_at is not null or withdrawn_by is null)
);
create unique index outcome_once on earshot.outcome (workspace_id, key) where key is not null;
create index outcome_newest on earshot.outcome (workspace_id, at desc, id desc);
create index outcome_of_objective on earshot.outcome (objective_id, at desc, id desc);
create index outcome_of_person on earshot.outcome (person_id) where person_id is not null;
create index outcome_in_conversation on earshot.outcome (conversation_id) where conversation_id is not null;

-- A word of ours that led to an outcome, as it was known when that was written down. It keeps where it was said, and not to whom.
create table earshot.outcome_touch (
  outcome_id uuid not null references earshot.outcome on delete cascade,
  workspace_id uuid not null,
  n integer not null, -- in the order of time, from 1
  at timestamptz not null,
  conversation_id uuid references earshot.conversation on delete set null,
  room_id uuid not null,
  question_id uuid, -- what was asked last before it
  by uuid references earshot.teammate, -- null: said on the channel itself
  primary key (outcome_id, n)
);
create index outcome_touch_in_conversation on earshot.outcome_touch (conversation_id) where conversation_id is not null;
create index outcome_touch_in_room on earshot.outcome_touch (workspace_id, room_id);
create index outcome_touch_of_question on earshot.outcome_touch (workspace_id, question_id) where question_id is not null;

-- What a teammate said at closing came of a conversation. `later`: they are asked again from that day on.
create table earshot.upshot (
  conversation_id uuid primary key references earshot.conversation on delete cascade,
  workspace_id uuid not null,
  said text not null check (said in ('something', 'nothing', 'later')),
  ask_on date,
  outcome_id uuid references earshot.outcome on delete set null,
  by uuid not null references earshot.teammate,
  at timestamptz not null,
  check ((said = 'later') = (ask_on is not null)),
  check (said = 'something' or outcome_id is null)
);
create index upshot_due on earshot.upshot (workspace_id, ask_on) where said = 'later';
create index on earshot.upshot (outcome_id) where outcome_id is not null;

-- What we give along, so that an outcome is known by it: a word to say, or, with a target, a short link. It belongs to an
-- objective and mostly to a conversation. No visitor is kept: `visits` counts people, neither programs nor previews.
create table earshot.code (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  word text not null check (word ~ '^[A-Za-z0-9]{3,32}$'),
  target text,
  objective_id uuid not null references earshot.objective on delete cascade,
  person_id uuid references earshot.person on delete set null,
  conversation_id uuid references earshot.conversation on delete set null,
  what text not null check (what <> ''),
  by uuid not null references earshot.teammate,
  at timestamptz not null,
  visits integer not null default 0,
  visit_counts boolean not null default false, -- to get there is the result: the first visit is an outcome
  check (target is not null or not visit_counts)
);
create unique index code_word on earshot.code (workspace_id, upper(word));
create unique index code_link on earshot.code (word) where target is not null;
create index on earshot.code (conversation_id) where conversation_id is not null;
create index on earshot.code (person_id) where person_id is not null;

-- Seconds that a teammate spent on a conversation on one day (UTC), by where they were spent and for what. `put_right`: the
-- teammate's own correction, added to what was measured.
create table earshot.care (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  teammate_id uuid not null references earshot.teammate,
  conversation_id uuid references earshot.conversation on delete set null,
  day date not null,
  reading integer not null default 0 check (reading >= 0),
  writing integer not null default 0 check (writing >= 0),
  put_right integer not null default 0,
  objective_id uuid,
  room_id uuid not null,
  question_id uuid,
  unique (teammate_id, conversation_id, day),
  check (reading + writing + put_right >= 0)
);
create index care_newest on earshot.care (workspace_id, day desc, id desc);
create index care_in_conversation on earshot.care (conversation_id) where conversation_id is not null;

-- Until when a teammate's time is counted: whoever looks at two conversations at once still has one hour an hour.
create table earshot.care_clock (
  teammate_id uuid primary key references earshot.teammate,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  at timestamptz not null
);

-- What an hour of care costs, as the owner sets it.
create table earshot.care_price (
  workspace_id uuid primary key references earshot.workspace on delete cascade,
  cents_an_hour bigint not null check (cents_an_hour between 0 and 100000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  by uuid not null references earshot.teammate,
  at timestamptz not null
);

-- The sums that the return is read from, kept with every change: by month (UTC), objective, room and question (as it was placed).
-- `currency` is empty where there are only seconds. An outcome counts in the cell of its first touch.
create table earshot.return_cell (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  month date not null,
  objective_id uuid,
  room_id uuid,
  question_id uuid,
  currency text not null,
  outcomes integer not null default 0,
  first_cents bigint not null default 0,
  last_cents bigint not null default 0,
  shared_cents bigint not null default 0,
  seconds bigint not null default 0,
  unique nulls not distinct (workspace_id, month, objective_id, room_id, question_id, currency)
);

-- What a conversation asks is looked up by it; and what was closed and opened again lately.
create index asking_in_conversation on earshot.asking (conversation_id, at desc);
create index happening_ended on earshot.happening (workspace_id, at) include (kind, conversation_id) where kind in ('closed', 'reopened');

do $$
declare t text;
begin
  foreach t in array array['outcome', 'outcome_touch', 'upshot', 'code', 'care', 'care_clock', 'care_price', 'return_cell'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;

create function earshot.link_coded(wanted text) returns table (workspace_id uuid, code_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, id from code where word = wanted and target is not null $$;
revoke all on function earshot.link_coded from public;
grant execute on function earshot.link_coded to earshot_app;
