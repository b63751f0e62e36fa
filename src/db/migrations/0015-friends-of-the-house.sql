-- What people did for us, and the thanks for it. `confirmed` false: a teammate said that it was nothing of the kind.

create table earshot.deed (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  person_id uuid not null references earshot.person on delete cascade,
  kind text not null check (kind in ('answered', 'defended', 'sent', 'came-back')),
  text text not null default '',
  message_id uuid references earshot.message on delete cascade, -- where it was done
  wooing_id uuid references earshot.wooing on delete cascade, -- how they came back
  confirmed boolean not null,
  at timestamptz not null,
  by uuid not null references earshot.teammate,
  thanked_at timestamptz,
  thanked_by uuid references earshot.teammate,
  check ((thanked_at is null) = (thanked_by is null))
);
create unique index deed_once_said on earshot.deed (message_id) where message_id is not null;
create unique index deed_once_won on earshot.deed (wooing_id) where wooing_id is not null;
create index on earshot.deed (person_id);
create index on earshot.deed (workspace_id, at desc) where confirmed;

-- Two people brought together, with both agreeing. `one_id` < `other_id`: a pair is proposed once.
create table earshot.introduction (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  one_id uuid not null references earshot.person on delete cascade,
  other_id uuid not null references earshot.person on delete cascade,
  why text not null check (why in ('same-question', 'solved', 'interest')),
  about text not null, -- the question, or what both like
  begun_at timestamptz not null,
  begun_by uuid not null references earshot.teammate,
  written_at timestamptz, -- the note that brings them together
  written_by uuid references earshot.teammate,
  check (one_id < other_id),
  check ((written_at is null) = (written_by is null)),
  unique (one_id, other_id)
);
create index on earshot.introduction (other_id);
create index on earshot.introduction (workspace_id, begun_at desc);

-- Each of the two is asked, and answers, on their own.
create table earshot.introduction_side (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  introduction_id uuid not null references earshot.introduction on delete cascade,
  person_id uuid not null references earshot.person on delete cascade,
  asked_at timestamptz not null,
  asked_by uuid not null references earshot.teammate,
  said text check (said in ('yes', 'no', 'never')), -- never: they want no introduction at all
  said_at timestamptz,
  said_by uuid references earshot.teammate,
  primary key (introduction_id, person_id),
  check ((said is null) = (said_at is null) and (said is null) = (said_by is null))
);
create index on earshot.introduction_side (person_id);

-- Interests are looked through, and hiccups; and what was asked lately, whoever asked it.
create index asking_newest on earshot.asking (workspace_id, at desc);
create index moment_of_kind on earshot.moment (workspace_id, kind, on_day desc);

do $$
declare t text;
begin
  foreach t in array array['deed', 'introduction', 'introduction_side'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
