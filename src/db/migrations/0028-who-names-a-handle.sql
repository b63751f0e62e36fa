-- Who named a handle in a message. All that name it are found by the index first: in their order of time PostgreSQL might walk
-- through all messages for a handle that hardly anybody names.
create function earshot.who_named(words tsquery, most integer) returns table (person_id uuid)
  language sql stable security definer rows 50 set search_path = earshot set plan_cache_mode = force_custom_plan as $$
  with named as materialized (
    select person_id from message
    where workspace_id = this_workspace() and deleted_at is null and not us and search @@ words)
  select distinct person_id from named limit most $$;
revoke all on function earshot.who_named from public;
grant execute on function earshot.who_named to earshot_app;
