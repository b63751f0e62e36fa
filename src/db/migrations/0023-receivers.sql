-- Programs of others that we tell something, each message signed (Standard Webhooks, lib/signed.ts).
create table earshot.receiver (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  name text not null check (name <> ''),
  url text not null,
  sealed bytea, -- what its messages are signed with; null: it is told nothing any more
  made_at timestamptz not null,
  made_by uuid not null references earshot.teammate
);
create index on earshot.receiver (workspace_id);

-- What one is told. The words are made when it leaves and kept nowhere, so that nobody who is forgotten waits in here.
create table earshot.push (
  id uuid primary key, -- the message's id: the same at each try
  workspace_id uuid not null references earshot.workspace on delete cascade,
  receiver_id uuid not null references earshot.receiver on delete cascade,
  question_id uuid not null references earshot.question on delete cascade, -- whose brief it is
  at timestamptz not null,
  by uuid not null references earshot.teammate,
  state text not null default 'queued' check (state in ('queued', 'sent', 'refused')),
  tries integer not null default 0,
  due_at timestamptz not null,
  why text -- it did not arrive at the last try
);
create index push_due on earshot.push (due_at) where state = 'queued';
create index push_of_receiver on earshot.push (receiver_id, at desc);
create index push_of_question on earshot.push (question_id, at desc);

create function earshot.pushes_due(now timestamptz, most integer) returns table (workspace_id uuid, push_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, id from push where state = 'queued' and due_at <= now order by due_at limit most $$;
revoke all on function earshot.pushes_due from public;
grant execute on function earshot.pushes_due to earshot_app;

do $$
declare t text;
begin
  foreach t in array array['receiver', 'push'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
