-- What is counted as it is heard, the storms that the counts showed, the voice that we earn, and how far our words went.

-- Messages, and those in anger among them, `about` a listener, room, intent, question or our replies ('listener:ID', 'intent:complaint').
-- By 5 minutes for two days and by the hour for nine weeks, so that it does not grow with what is said.
create table earshot.heard_count (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  about text not null,
  minutes smallint not null check (minutes in (5, 60)),
  begins timestamptz not null,
  said integer not null,
  unhappy integer not null,
  primary key (workspace_id, about, minutes, begins)
);
create index heard_count_newest on earshot.heard_count (workspace_id, minutes, begins);

-- `about`: what it was found by first, and what joined it later. `message_id`: the message of ours that backfired.
create table earshot.storm (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  kind text not null check (kind in ('loud', 'angry', 'backfire')),
  about text[] not null check (cardinality(about) > 0),
  message_id uuid references earshot.message on delete cascade,
  messages integer not null,
  people integer not null,
  ordinary real not null,
  begun_at timestamptz not null, -- of the half hour that showed it
  warned_at timestamptz not null,
  over_at timestamptz,
  on_duty uuid references earshot.teammate,
  holding text not null default '', -- what we say until we know more
  after_note text not null default '',
  check ((kind = 'backfire') = (message_id is not null))
);
create unique index storm_once on earshot.storm (workspace_id, (about[1])) where over_at is null;
create index on earshot.storm (workspace_id, warned_at desc);
create index on earshot.storm (message_id) where message_id is not null;

-- The five that explain it, each with why it was chosen.
create table earshot.storm_message (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  storm_id uuid not null references earshot.storm on delete cascade,
  message_id uuid not null references earshot.message on delete cascade,
  why text not null check (why in ('first', 'typical', 'passed-on', 'angriest')),
  number integer not null, -- of those like it, or that pass it on
  place smallint not null,
  primary key (storm_id, message_id)
);
create index on earshot.storm_message (message_id);

-- Its timeline.
create table earshot.storm_step (
  id bigint generated always as identity primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  storm_id uuid not null references earshot.storm on delete cascade,
  kind text not null check (kind in ('warned', 'joined', 'taken', 'left', 'worded', 'over', 'noted')),
  text text not null default '',
  at timestamptz not null,
  by uuid references earshot.teammate
);
create index on earshot.storm_step (storm_id, id);

-- Whose name a listener listens for: ours, or another's beside whom we want to see ourselves.
alter table earshot.listener add anothers boolean not null default false;

-- What is said of a name untagged: by day, topic ('' for all) and tone, kept in step with the messages by `count_voices`.
create table earshot.voice_day (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  listener_id uuid not null references earshot.listener on delete cascade,
  day date not null,
  room_id uuid not null, -- no reference: its rows go down to nothing with its messages
  topic text not null,
  tone text not null,
  said integer not null,
  primary key (workspace_id, listener_id, day, room_id, topic, tone)
);
create table earshot.voice_message (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  listener_id uuid not null references earshot.listener on delete cascade,
  at timestamptz not null,
  message_id uuid not null references earshot.message on delete cascade,
  primary key (listener_id, at, message_id)
);
create index on earshot.voice_message (message_id);

-- Who passed a message on, where the channel tells: the message stands in `room_id` under `target`, heard or not.
create table earshot.passing_on (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  room_id uuid not null references earshot.room on delete cascade,
  target text not null,
  kind text not null check (kind in ('repost', 'quote', 'link')),
  source text not null,
  external_id text not null,
  person_id uuid not null references earshot.person on delete cascade,
  message_id uuid references earshot.message on delete cascade, -- that quotes it or links to it; a repost has no words
  at timestamptz not null,
  primary key (workspace_id, room_id, target, source, external_id)
);
create index on earshot.passing_on (person_id);
create index on earshot.passing_on (message_id) where message_id is not null;
-- Links to a message of ours are found by its address.
create index message_of_ours_by_url on earshot.message (workspace_id, md5(url)) where us and url is not null;

-- The tone of a message as `toneOf` in domain/message/understood.ts says it; 'plain' where that says nothing.
create function earshot.tone_of(mood real, labels text[]) returns text language sql immutable parallel safe as $$
  select case
    when mood is null then 'plain'
    when mood > 0.15::real then 'glad'
    when mood >= (-0.15)::real then case when 'loss' = any(labels) then 'sad' else 'plain' end
    when 'loss' = any(labels) then 'sad'
    when mood < (-0.6)::real or 'abuse' = any(labels) then 'angry'
    else 'annoyed'
  end
$$;

-- The listeners that brought a message which nobody addressed to us; none for our own words and what was taken back.
create function earshot.untagged(us boolean, deleted_at timestamptz, reasons text[]) returns setof uuid
language sql stable as $$
  select l.id
  from unnest(case when us or deleted_at is not null or reasons && '{mention,reply,quote,room}' then '{}' else reasons end) as reason
  join earshot.listener l on reason like 'listener:%' and l.id::text = substr(reason, 10)
$$;

create function earshot.count_voices() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into earshot.voice_message (workspace_id, listener_id, at, message_id)
    select m.workspace_id, l, m.at, m.id from came m, earshot.untagged(m.us, m.deleted_at, m.reasons) l;
    insert into earshot.voice_day as v (workspace_id, listener_id, day, room_id, topic, tone, said)
    select m.workspace_id, l, (m.at at time zone 'utc')::date, m.room_id, topic, earshot.tone_of(m.mood, m.labels), count(*)
    from came m, earshot.untagged(m.us, m.deleted_at, m.reasons) l, unnest('{""}' || m.labels) topic
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (workspace_id, listener_id, day, room_id, topic, tone) do update set said = v.said + excluded.said;
  elsif tg_op = 'DELETE' then
    update earshot.voice_day v set said = v.said - d.said
    from (
      select m.workspace_id, l as listener_id, (m.at at time zone 'utc')::date as day, m.room_id, topic,
        earshot.tone_of(m.mood, m.labels) as tone, count(*) as said
      from gone m, earshot.untagged(m.us, m.deleted_at, m.reasons) l, unnest('{""}' || m.labels) topic
      group by 1, 2, 3, 4, 5, 6
    ) d
    where (v.workspace_id, v.listener_id, v.day, v.room_id, v.topic, v.tone)
      = (d.workspace_id, d.listener_id, d.day, d.room_id, d.topic, d.tone);
  else
    -- Most changes of a message leave its voice as it was.
    if not exists (
      select from gone g join came c using (id)
      where (g.at, g.room_id, g.reasons, g.labels, g.mood, g.deleted_at) is distinct from (c.at, c.room_id, c.reasons, c.labels, c.mood, c.deleted_at)
    ) then
      return null;
    end if;
    delete from earshot.voice_message v using gone g
    where v.message_id = g.id and not exists (
      select from came c, earshot.untagged(c.us, c.deleted_at, c.reasons) l where c.id = g.id and c.at = v.at and l = v.listener_id);
    insert into earshot.voice_message (workspace_id, listener_id, at, message_id)
    select m.workspace_id, l, m.at, m.id from came m, earshot.untagged(m.us, m.deleted_at, m.reasons) l
    on conflict do nothing;
    insert into earshot.voice_day as v (workspace_id, listener_id, day, room_id, topic, tone, said)
    select workspace_id, l, (at at time zone 'utc')::date, room_id, topic, earshot.tone_of(mood, labels), sum(n)
    from (select 1 as n, c.* from came c union all select -1, g.* from gone g) m, earshot.untagged(us, deleted_at, reasons) l,
      unnest('{""}' || labels) topic
    group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6
    on conflict (workspace_id, listener_id, day, room_id, topic, tone) do update set said = v.said + excluded.said;
  end if;
  return null;
end $$;
create trigger count_voices_said after insert on earshot.message
  referencing new table as came for each statement execute function earshot.count_voices();
create trigger count_voices_changed after update on earshot.message
  referencing old table as gone new table as came for each statement execute function earshot.count_voices();
create trigger count_voices_gone after delete on earshot.message
  referencing old table as gone for each statement execute function earshot.count_voices();

insert into earshot.voice_message (workspace_id, listener_id, at, message_id)
select m.workspace_id, l, m.at, m.id from earshot.message m, earshot.untagged(m.us, m.deleted_at, m.reasons) l;
insert into earshot.voice_day (workspace_id, listener_id, day, room_id, topic, tone, said)
select m.workspace_id, l, (m.at at time zone 'utc')::date, m.room_id, topic, earshot.tone_of(m.mood, m.labels), count(*)
from earshot.message m, earshot.untagged(m.us, m.deleted_at, m.reasons) l, unnest('{""}' || m.labels) topic
group by 1, 2, 3, 4, 5, 6;

-- What was heard in the last weeks says what is ordinary, so that a desk that stood before is warned from its first day on.
insert into earshot.heard_count (workspace_id, about, minutes, begins, said, unhappy)
select workspace_id, about, 60, date_trunc('hour', at), count(*), count(*) filter (where earshot.tone_of(mood, labels) in ('annoyed', 'angry'))
from earshot.message,
  unnest(array['room:' || room_id] || array(select it from unnest(reasons) it where it like 'listener:%')
    || array(select 'intent:' || it from unnest(labels) it where it in ('complaint', 'question', 'urgent'))) about
where not us and deleted_at is null and at > now() - interval '9 weeks'
group by 1, 2, 4;

do $$
declare t text;
begin
  foreach t in array array['heard_count', 'storm', 'storm_message', 'storm_step', 'voice_day', 'voice_message', 'passing_on'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
