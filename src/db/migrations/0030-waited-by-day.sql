-- How long people waited for a word, counted by the day, so that what is read of it does not grow with what is asked. Counted anew
-- for whole days (domain/care/waited.store.ts) soon after something of them changed: the truth stays with askings and happenings.

-- What was meant besides asking, kept with it: a complaint before a request.
alter table earshot.asking add intent text not null default 'question' check (intent in ('question', 'complaint', 'request'));
update earshot.asking a set intent = case when 'complaint' = any(m.labels) then 'complaint' else 'request' end
  from earshot.message m where m.id = a.message_id and m.labels && '{complaint,request}';

-- Of a day in UTC: what people asked, and the conversations with them that were closed. `intent`: null where a conversation asked nothing.
create table earshot.waited_day (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  day date not null,
  room_id uuid not null references earshot.room on delete cascade,
  intent text,
  asked integer not null,
  answered integer not null,
  promised integer not null,
  in_time integer not null,
  closed integer not null,
  reopened integer not null,
  unique nulls not distinct (workspace_id, day, room_id, intent)
);
create index on earshot.waited_day (room_id);

-- Their waits within the hours of their rooms, in minutes, from shortest to longest: eight bands from a length to its double.
create table earshot.waited_band (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  day date not null,
  room_id uuid not null references earshot.room on delete cascade,
  intent text not null,
  band smallint not null,
  answers integer not null,
  shortest double precision not null,
  longest double precision not null,
  primary key (workspace_id, day, room_id, intent, band)
);
create index on earshot.waited_band (room_id);

-- Days to be counted anew. Only ever added to, so that nobody waits for another's day; who counts one takes it away. It outlives its
-- workspace, which takes its askings along.
create table earshot.waited_due (
  workspace_id uuid not null,
  day date not null
);
create index on earshot.waited_due (workspace_id, day);

do $$
declare t text;
begin
  foreach t in array array['waited_day', 'waited_band', 'waited_due'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
  end loop;
end $$;

-- Whoever changes what a day is counted from need not think of it: what was asked, the end of a conversation, whether somebody is human.
create function earshot.askings_changed() returns trigger language plpgsql set search_path = earshot as $$
begin
  insert into waited_due (workspace_id, day)
    select workspace_id, (at at time zone 'UTC')::date from changed
    union
    select h.workspace_id, (h.at at time zone 'UTC')::date
    from changed c join happening h on h.conversation_id = c.conversation_id and h.kind = 'closed' and h.at >= c.at;
  return null;
end $$;
create trigger asked after insert on earshot.asking referencing new table as changed
  for each statement execute function earshot.askings_changed();
create trigger unasked after delete on earshot.asking referencing old table as changed
  for each statement execute function earshot.askings_changed();

-- In which question it is placed changes no day.
create function earshot.askings_rewritten() returns trigger language plpgsql set search_path = earshot as $$
begin
  insert into waited_due (workspace_id, day)
    with rewritten as (
      select c.workspace_id, c.conversation_id, c.at from changed c join was w using (message_id)
      where (c.answered_at, c.promised, c.due_at, c.open_minutes, c.intent, c.room_id, c.person_id)
        is distinct from (w.answered_at, w.promised, w.due_at, w.open_minutes, w.intent, w.room_id, w.person_id))
    select workspace_id, (at at time zone 'UTC')::date from rewritten
    union
    select h.workspace_id, (h.at at time zone 'UTC')::date
    from rewritten c join happening h on h.conversation_id = c.conversation_id and h.kind = 'closed' and h.at >= c.at;
  return null;
end $$;
create trigger rewritten after update on earshot.asking referencing old table as was new table as changed
  for each statement execute function earshot.askings_rewritten();

create function earshot.ends_changed() returns trigger language plpgsql set search_path = earshot as $$
begin
  insert into waited_due (workspace_id, day)
    select workspace_id, (at at time zone 'UTC')::date from changed where kind = 'closed'
    union
    select h.workspace_id, (h.at at time zone 'UTC')::date
    from changed c join happening h on h.conversation_id = c.conversation_id and h.kind = 'closed'
    where c.kind = 'reopened';
  return null;
end $$;
create trigger ended after insert on earshot.happening referencing new table as changed
  for each statement execute function earshot.ends_changed();
create trigger unended after delete on earshot.happening referencing old table as changed
  for each statement execute function earshot.ends_changed();

create function earshot.kind_changed() returns trigger language plpgsql set search_path = earshot as $$
begin
  insert into waited_due (workspace_id, day)
    select workspace_id, (at at time zone 'UTC')::date from asking where person_id = new.id
    union
    select h.workspace_id, (h.at at time zone 'UTC')::date
    from conversation c join happening h on h.conversation_id = c.id and h.kind = 'closed' where c.person_id = new.id;
  return null;
end $$;
create trigger kind after update of kind on earshot.person for each row when (old.kind is distinct from new.kind)
  execute function earshot.kind_changed();

create function earshot.waited_days_due(most integer) returns table (workspace_id uuid, day date)
  language sql stable security definer set search_path = earshot as $$
  select distinct workspace_id, day from waited_due order by workspace_id, day desc limit most $$;
revoke all on function earshot.waited_days_due from public;
grant execute on function earshot.waited_days_due to earshot_app;

-- What was asked and closed before this migration.
insert into earshot.waited_due (workspace_id, day)
  select workspace_id, (at at time zone 'UTC')::date from earshot.asking
  union
  select workspace_id, (at at time zone 'UTC')::date from earshot.happening where kind = 'closed';
