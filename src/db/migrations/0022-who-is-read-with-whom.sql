-- Whom a person is read with, as a plain column: PostgreSQL counts `coalesce` among what may leak, so that under row-level
-- security no index answers it, and each look at a human with two names walked through all people.

alter table earshot.person add column head_id uuid generated always as (coalesce(joined_to, id)) stored;
create index person_of_head on earshot.person (head_id);

-- Staff, bots and feeds are few: what counts humans leaves these out, and need not look at each of all the others.
create index person_apart on earshot.person (workspace_id) where kind <> 'human';

-- Who came back of late.
create index wooing_ended on earshot.wooing (workspace_id, ended_at desc) where ended_at is not null;

-- How many had to put a number behind a handle that others have: a range of the keys, in the order of their bytes.
alter table earshot.identity alter column handle_key type text collate "C";

-- The address as the profile spells it, and when we looked whether the page names its person back; null: not yet.
alter table earshot.identity_link add column url text, add column looked_at timestamptz;
