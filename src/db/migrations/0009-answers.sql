-- Answers that are kept: of each question its versions, of which the newest stands ready. An answer goes with its question.

create table earshot.answer (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  question_id uuid not null references earshot.question on delete cascade,
  version integer not null check (version > 0),
  text text not null check (text <> ''),
  -- Who gave it first; null: it is not known any more.
  by uuid references earshot.teammate,
  owner_id uuid not null references earshot.teammate,
  review_on date not null,
  kept_by uuid not null references earshot.teammate,
  kept_at timestamptz not null,
  unique (question_id, version)
);
create index answer_of_workspace on earshot.answer (workspace_id);
alter table earshot.answer enable row level security;
create policy in_workspace on earshot.answer using (workspace_id = (select earshot.this_workspace()));
grant select, insert, update, delete on earshot.answer to earshot_app;
