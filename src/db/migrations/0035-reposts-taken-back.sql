-- A repost that is taken back is found by its own id.
create index passing_on_by_id on earshot.passing_on (room_id, external_id);
