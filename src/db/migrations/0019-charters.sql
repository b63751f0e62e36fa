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

do $$
declare t text;
begin
  foreach t in array array['charter', 'overruling'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
