-- A room's charter, and what we learn from those who speak there against its advice.

create table earshot.charter (
  room_id uuid primary key references earshot.room on delete cascade,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  purpose text not null,
  tone text[] not null check (cardinality(tone) <= 3),
  good text not null,
  bad text not null,
  etiquette text not null,
  never text not null,
  hours jsonb, -- null: day and night
  owner_id uuid references earshot.teammate,
  promises jsonb not null, -- minutes within the hours, by intent
  at timestamptz not null,
  by uuid not null references earshot.teammate
);
create index on earshot.charter (workspace_id);

-- A warning that somebody saw and spoke against. `about`: what it pointed at, never the words of a person.
create table earshot.overruling (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  room_id uuid not null references earshot.room on delete cascade,
  reply_id uuid not null references earshot.reply on delete cascade,
  warning text not null,
  about text not null,
  at timestamptz not null,
  by uuid not null references earshot.teammate,
  primary key (reply_id, warning, about)
);
create index on earshot.overruling (room_id, warning, about);

-- We no longer speak there of our own accord, and listen on.
alter table earshot.room
  add bowed_out_at timestamptz,
  add bowed_out_by uuid references earshot.teammate,
  add check ((bowed_out_at is null) = (bowed_out_by is null)),
  -- Silent against its own rhythm, since its last word; null: it speaks as it does.
  add quiet_since timestamptz;

-- A reply that answers nobody: we spoke first. It has its place in the outbox like every other.
create table earshot.first_word (
  reply_id uuid primary key references earshot.reply on delete cascade,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  kind text not null check (kind in ('question', 'value', 'help', 'news')),
  objective_id uuid references earshot.objective on delete set null,
  person_id uuid references earshot.person on delete cascade, -- null: to the room
  answers_id uuid not null references earshot.teammate, -- who answers those who reply
  text_key text not null, -- its words without their signs: nobody says the same to many
  overruled text, -- why it was said while people waited beyond the promise
  at timestamptz not null
);
create index on earshot.first_word (workspace_id, at desc);
create index on earshot.first_word (person_id) where person_id is not null;
create index on earshot.first_word (objective_id) where objective_id is not null;

do $$
declare t text;
begin
  foreach t in array array['charter', 'overruling', 'first_word'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
