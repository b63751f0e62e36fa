-- What hangs on its workspace by way of another row needs no reference of its own: each was one more look-up for every
-- message that comes in. A message has its conversation, that its room, and the room its workspace; an identity has its person.

alter table earshot.message drop constraint message_workspace_id_fkey;
alter table earshot.conversation drop constraint conversation_workspace_id_fkey;
alter table earshot.identity drop constraint identity_workspace_id_fkey;
