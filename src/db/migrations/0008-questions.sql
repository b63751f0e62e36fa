-- What many people ask. A question lies in parts: its own, and those that were joined into it, each with what its messages
-- are alike in (`sketch`). A message lies in one part and never moves by a join, so that a join is undone exactly.

create table earshot.question (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  -- The question that this part belongs to now: itself, unless it was joined into another.
  root uuid not null references earshot.question on delete cascade,
  -- As a teammate calls it; null: by its most typical wording.
  name text check (name <> ''),
  wording text not null,
  -- Null: nobody asks it any more.
  sketch bytea,
  -- Rises with each change in a workspace: who holds a copy of the sketches reads what is newer.
  version bigint not null,
  -- Of the whole question, where it is the root.
  asked integer not null default 0,
  last_at timestamptz,
  made_at timestamptz not null,
  joined_into uuid references earshot.question on delete set null,
  joined_by uuid references earshot.teammate,
  joined_at timestamptz,
  split_from uuid references earshot.question on delete set null,
  split_by uuid references earshot.teammate,
  split_at timestamptz,
  published_url text,
  published_on date,
  published_by uuid references earshot.teammate,
  check ((published_url is null) = (published_on is null) and (published_url is null) = (published_by is null))
);
create index question_most_asked on earshot.question (workspace_id, asked desc, id) where root = id and asked > 0;
create index question_parts on earshot.question (root);
create index question_joined on earshot.question (joined_into) where joined_into is not null;
create index question_split on earshot.question (split_from) where split_from is not null;
create index question_version on earshot.question (workspace_id, version);

-- A message that asks. It is placed in a question (`question_id`) soon after it was filed: what is due is found where it lies.
-- Room, person and hour are those of the message, so that a question is counted without reading messages.
create table earshot.asking (
  message_id uuid primary key references earshot.message on delete cascade,
  workspace_id uuid not null,
  conversation_id uuid not null,
  room_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  question_id uuid references earshot.question on delete cascade,
  -- When our first word after it was said in its conversation; null: it waits for one.
  answered_at timestamptz
);
create index asking_due on earshot.asking (workspace_id, at) where question_id is null;
create index asking_of_question on earshot.asking (question_id, at desc) where question_id is not null;
create index asking_of_person on earshot.asking (person_id, at);
create index asking_unanswered on earshot.asking (conversation_id, at) where answered_at is null;

do $$
declare t text;
begin
  foreach t in array array['question', 'asking'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;

create function earshot.askings_due(most integer) returns table (workspace_id uuid, message_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, message_id from asking where question_id is null order by workspace_id, at limit most $$;
revoke all on function earshot.askings_due from public;
grant execute on function earshot.askings_due to earshot_app;
