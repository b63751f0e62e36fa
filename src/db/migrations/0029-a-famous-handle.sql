-- Of a handle that everybody names, some who named it are enough: all of them would be read for every conversation with one of
-- that name. Still by the index of words alone, whatever the planner believes of how often it is named.
create or replace function earshot.who_named(words tsquery, most integer) returns table (person_id uuid)
  language sql stable security definer rows 50
  set search_path = earshot set plan_cache_mode = force_custom_plan set enable_seqscan = off set enable_indexscan = off as $$
  with named as materialized (
    select person_id from message
    where workspace_id = this_workspace() and deleted_at is null and not us and search @@ words limit 2000)
  select distinct person_id from named limit most $$;
