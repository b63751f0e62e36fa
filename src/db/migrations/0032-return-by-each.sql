-- The return's sums also by objective, room, question and month alone, so that reading it does not grow with all that they cross.
alter table earshot.return_cell add by text not null default 'all' check (by in ('all', 'objective', 'room', 'question', 'month'));
alter table earshot.return_cell alter by drop default, alter month drop not null, add check ((month is null) = (by not in ('all', 'month')));
alter table earshot.return_cell drop constraint return_cell_workspace_id_month_objective_id_room_id_questio_key;
alter table earshot.return_cell add unique nulls not distinct (workspace_id, by, month, objective_id, room_id, question_id, currency);
insert into earshot.return_cell (workspace_id, by, month, objective_id, room_id, question_id, currency, outcomes, first_cents, last_cents, shared_cents, seconds)
  select workspace_id, case grouping(month, objective_id, room_id, question_id) when 11 then 'objective' when 13 then 'room' when 14 then 'question' else 'month' end,
    month, objective_id, room_id, question_id, currency, sum(outcomes), sum(first_cents), sum(last_cents), sum(shared_cents), sum(seconds)
  from earshot.return_cell
  group by workspace_id, currency, grouping sets (objective_id, room_id, question_id, month);

-- What was added and is in no sum yet. Only ever added to, because everybody would wait for everybody at the sum of a month; who reads
-- the sums adds these up too, and soon they are folded into them (jobs/reckoning.ts).
create table earshot.return_change (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  month date not null,
  objective_id uuid,
  room_id uuid,
  question_id uuid,
  currency text not null,
  outcomes integer not null,
  first_cents bigint not null,
  last_cents bigint not null,
  shared_cents bigint not null,
  seconds bigint not null
);
create index on earshot.return_change (workspace_id);
alter table earshot.return_change enable row level security;
create policy in_workspace on earshot.return_change using (workspace_id = (select earshot.this_workspace()));

create function earshot.return_changed() returns table (workspace_id uuid)
  language sql stable security definer set search_path = earshot as $$ select distinct workspace_id from return_change $$;
revoke all on function earshot.return_changed from public;
grant execute on function earshot.return_changed to earshot_app;
