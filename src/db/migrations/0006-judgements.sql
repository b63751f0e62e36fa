-- What teammates said of messages that a listener finds: about us, or not. It goes with the listener and with the message.
-- `found`: whether the listener, as it reads now, finds that message.

create table earshot.judgement (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  listener_id uuid not null references earshot.listener on delete cascade,
  message_id uuid not null references earshot.message on delete cascade,
  about_us boolean not null,
  found boolean not null,
  by uuid not null references earshot.teammate,
  at timestamptz not null,
  primary key (listener_id, message_id)
);
create index judgement_newest on earshot.judgement (listener_id, at desc, message_id);
create index judgement_of_message on earshot.judgement (message_id);
alter table earshot.judgement enable row level security;
create policy in_workspace on earshot.judgement using (workspace_id = (select earshot.this_workspace()));
grant select, insert, update, delete on earshot.judgement to earshot_app;

-- The door to the words of messages, with bounds: no further back than `since`, in `rooms` alone (null: no bound, all of them).
drop function earshot.messages_with(tsquery, timestamptz, uuid, integer);
create function earshot.messages_with(
  words tsquery, before_at timestamptz, before_id uuid, most integer, since timestamptz default null, rooms uuid[] default null
) returns table (message_id uuid)
  language sql stable security definer rows 200 set search_path = earshot set plan_cache_mode = force_custom_plan as $$
  select id from message
  where workspace_id = this_workspace() and deleted_at is null and search @@ words
    and (before_at is null or (at, id) < (before_at, before_id))
    and (since is null or at >= since) and (rooms is null or room_id = any(rooms))
  order by at desc, id desc limit most $$;
revoke all on function earshot.messages_with from public;
grant execute on function earshot.messages_with to earshot_app;
