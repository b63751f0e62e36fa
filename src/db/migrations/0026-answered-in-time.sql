-- By when somebody who asks is to have a word from us, and how long they waited in the hours of their room. Reckoned soon after it
-- was asked or answered (jobs/reckoning.ts) by the room's charter as it stands then: a promise that is changed later judges only
-- those who still have time. What was asked before this migration is reckoned by the charter of today.
alter table earshot.asking
  add due_at timestamptz, -- infinity: the room never opens
  add promised boolean, -- by the room's promise; else within 24 hours
  add open_minutes double precision; -- from the question to our first word
create index asking_to_reckon on earshot.asking (workspace_id, at)
  where due_at is null or (answered_at is not null and open_minutes is null);
-- A question is settled with its answer, or when its time is over: whichever comes first.
create index asking_settled on earshot.asking (workspace_id, least(answered_at, due_at)) include (answered_at, due_at, promised, room_id);

create function earshot.askings_to_reckon(most integer) returns table (workspace_id uuid, message_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, message_id from asking
  where due_at is null or (answered_at is not null and open_minutes is null) order by workspace_id, at limit most $$;
revoke all on function earshot.askings_to_reckon from public;
grant execute on function earshot.askings_to_reckon to earshot_app;
