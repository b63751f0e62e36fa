-- A promise of ours comes out of a reply, and goes with it: what was taken back was not promised.
alter table earshot.moment
  add reply_id uuid references earshot.reply on delete cascade,
  add check (reply_id is null or (kind = 'promise' and message_id is null));
create index on earshot.moment (reply_id) where reply_id is not null;
-- Promises that are still to be kept, by who made them.
create index moment_promised on earshot.moment (workspace_id, by, due_day) where kind = 'promise' and settled is null;

-- A teammate's no: nothing of this message, or of this reply of ours, is to be remembered. It isn't offered again.
create table earshot.moment_refusal (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  message_id uuid unique references earshot.message on delete cascade,
  reply_id uuid unique references earshot.reply on delete cascade,
  by uuid not null references earshot.teammate,
  at timestamptz not null,
  check (num_nonnulls(message_id, reply_id) = 1)
);
create index on earshot.moment_refusal (workspace_id);
alter table earshot.moment_refusal enable row level security;
create policy in_workspace on earshot.moment_refusal using (workspace_id = (select earshot.this_workspace()));
grant select, insert, update, delete on earshot.moment_refusal to earshot_app;
