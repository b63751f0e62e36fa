-- Row-level security

do $$
declare t text;
begin
  foreach t in array array['teammate', 'invitation', 'token', 'room', 'listener', 'person', 'identity', 'conversation',
                           'message', 'note', 'reply', 'outbox', 'happening', 'answered_request'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
  end loop;
end $$;
alter table earshot.workspace enable row level security;
create policy in_workspace on earshot.workspace using (id = (select earshot.this_workspace()));

-- The few doors between workspaces: each gives ids, never words.

create function earshot.workspaces_of_user(who text)
  returns table (workspace_id uuid, workspace_name text, teammate_id uuid, name text, role text)
  language sql stable security definer set search_path = earshot as $$
  select w.id, w.name, t.id, t.name, t.role
  from teammate t join workspace w on w.id = t.workspace_id
  where t.user_id = who and t.left_at is null
  order by t.joined_at, w.id $$;

create function earshot.token_by_hash(wanted bytea)
  returns table (token_id uuid, workspace_id uuid, teammate_id uuid, user_id text, scopes text[], expires_at timestamptz)
  language sql stable security definer set search_path = earshot as $$
  select k.id, k.workspace_id, k.teammate_id, t.user_id, k.scopes, k.expires_at
  from token k join teammate t on t.id = k.teammate_id
  where k.hash = wanted and k.revoked_at is null and t.left_at is null $$;

create function earshot.invitation_by_hash(wanted bytea)
  returns table (invitation_id uuid, workspace_id uuid, workspace_name text, mail text, role text, expires_at timestamptz, invited_by text)
  language sql stable security definer set search_path = earshot as $$
  select i.id, i.workspace_id, w.name, i.mail, i.role, i.expires_at, t.name
  from invitation i join workspace w on w.id = i.workspace_id join teammate t on t.id = i.invited_by
  where i.hash = wanted and i.accepted_at is null $$;

create function earshot.an_owner_exists() returns boolean
  language sql stable security definer set search_path = earshot as $$
  select exists (select from teammate where role = 'owner' and left_at is null) $$;

create function earshot.workspaces_named(wanted text) returns table (workspace_id uuid, name text)
  language sql stable security definer set search_path = earshot as $$
  select id, name from workspace where wanted is null or name = wanted order by created_at, id $$;

create function earshot.rooms_to_hear() returns table (workspace_id uuid, room_id uuid, channel text)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, id, channel from room where paused_at is null order by id $$;

create function earshot.replies_leaving(now timestamptz, most integer) returns table (workspace_id uuid, reply_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, reply_id from outbox
  where state in ('queued', 'sending') and leaves_at <= now
    and (state = 'queued' or leased_until < now or not exists (
      select from pg_locks where locktype = 'advisory' and classid = 7400 and objid = worker::oid and granted))
  order by leaves_at limit most $$;

create function earshot.conversations_waking(now timestamptz, most integer) returns table (workspace_id uuid, conversation_id uuid)
  language sql stable security definer set search_path = earshot as $$
  select workspace_id, id from conversation where state = 'snoozed' and snoozed_until <= now order by snoozed_until limit most $$;

-- The words of messages, within this workspace alone. Under row-level security a tsvector is compared only after the
-- policy was (its operator is not marked leakproof), so that no index of words could be used: this door uses it, and gives
-- ids. A frequent word is found sooner by walking the newest, a rare one by its index: each call is planned for its words.
create function earshot.messages_with(words tsquery, before_at timestamptz, before_id uuid, most integer) returns table (message_id uuid)
  language sql stable security definer rows 200 set search_path = earshot set plan_cache_mode = force_custom_plan as $$
  select id from message
  where workspace_id = this_workspace() and deleted_at is null and search @@ words
    and (before_at is null or (at, id) < (before_at, before_id))
  order by at desc, id desc limit most $$;

revoke all on all functions in schema earshot from public;
grant execute on all functions in schema earshot to earshot_app;
grant select, insert, update, delete on all tables in schema earshot, auth to earshot_app;
