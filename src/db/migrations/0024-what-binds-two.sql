-- Two may also be introduced who do the same work or live in one place. `dismissed`: a teammate said that these two need no
-- introduction; nobody was asked, and the pair is not proposed again.
alter table earshot.introduction
  drop constraint introduction_why_check,
  add constraint introduction_why_check check (why in ('same-question', 'solved', 'interest', 'trade', 'place')),
  add column dismissed boolean not null default false,
  add constraint introduction_dismissed_check check (not (dismissed and written_at is not null));
