-- What hangs on its workspace by way of another row needs no reference of its own: each was one more look-up for every
-- message that comes in. A message has its conversation, that its room, and the room its workspace; an identity has its person.

alter table earshot.message drop constraint message_workspace_id_fkey;
alter table earshot.conversation drop constraint conversation_workspace_id_fkey;
alter table earshot.identity drop constraint identity_workspace_id_fkey;

-- What the planner believes of a table until it is analyzed for the first time: how many different values a column has (below
-- zero: as a share of the rows), and which share is null. By itself it takes a workspace, a room or a state for one of two hundred, and a conversation
-- too, and rather reads and sorts all of one than follow the index that has it in order: right after an import, or in the first
-- busy minute of a new desk, a list took a hundred times as long as it needs.
do $$
declare
  believed record;
begin
  for believed in
    select c.table_name, c.column_name, b.many, b.nulls
    from information_schema.columns c
    join (values
      (null, 'workspace_id', 2, 0), (null, 'room_id', 2, 0), ('conversation', 'state', 2, 0), (null, 'conversation_id', -0.5, 0),
      (null, 'person_id', -0.5, 0), ('message', 'identity_id', -0.5, 0), ('message', 'deleted_at', 1, 0.99),
      ('identity', 'hidden_at', 1, 0.99), (null, 'external_id', -1, 0), ('conversation', 'thread_key', -1, 0)
    ) b (table_name, column_name, many, nulls) on b.column_name = c.column_name and coalesce(b.table_name, c.table_name) = c.table_name
    where c.table_schema = 'earshot'
  loop
    perform pg_restore_attribute_stats(
      'schemaname', 'earshot', 'relname', believed.table_name::text, 'attname', believed.column_name::text, 'inherited', false,
      'null_frac', believed.nulls::real, 'avg_width', 16, 'n_distinct', believed.many::real);
  end loop;
end $$;
