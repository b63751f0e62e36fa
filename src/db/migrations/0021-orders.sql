-- Doors by which programs of others tell us something, each message signed (Standard Webhooks, lib/signed.ts).
create table earshot.hook (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  name text not null check (name <> ''),
  made_at timestamptz not null,
  made_by uuid not null references earshot.teammate,
  revoked_at timestamptz,
  -- What knocked and was not let in. It is counted and not kept, so that nobody outside can fill the table.
  turned_away integer not null default 0,
  turned_away_at timestamptz,
  turned_away_why text
);
create index on earshot.hook (workspace_id);

-- Sealed. After a new one was made the old ones open for a day more; a door that is revoked has none.
create table earshot.hook_secret (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  hook_id uuid not null references earshot.hook on delete cascade,
  sealed bytea not null,
  made_at timestamptz not null,
  ends_at timestamptz -- null: it is the newest
);
create index on earshot.hook_secret (hook_id);

-- What came in, signed: each id is taken once. `body` is kept of what was refused alone, so that it can be tried again.
create table earshot.hook_delivery (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  hook_id uuid not null references earshot.hook on delete cascade,
  message_id text not null,
  kind text, -- what it tells; null: it could not be read
  at timestamptz not null,
  refused text, -- why; null: it was taken
  body text,
  primary key (hook_id, message_id),
  check (body is null or refused is not null)
);
create index on earshot.hook_delivery (workspace_id, at);

create function earshot.workspace_of_hook(wanted uuid) returns uuid
  language sql stable security definer set search_path = earshot as $$
  select workspace_id from hook where id = wanted $$;
revoke all on function earshot.workspace_of_hook from public;
grant execute on function earshot.workspace_of_hook to earshot_app;

-- What somebody bought. The buyer is who the shop says it is, until a person of ours is known to be that buyer.
create table earshot.customer_order (
  id uuid primary key,
  workspace_id uuid not null references earshot.workspace on delete cascade,
  number text not null check (number <> ''),
  placed_at timestamptz not null,
  what text not null default '',
  value_cents bigint check (value_cents >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  status text not null check (status in ('placed', 'delivered', 'returned', 'cancelled')),
  status_at timestamptz not null,
  buyer_name text,
  buyer_mail text check (buyer_mail = lower(buyer_mail)),
  buyer_channel text,
  buyer_handle text,
  person_id uuid references earshot.person on delete cascade, -- null: it waits until they show up
  matched_by text check (matched_by in ('mail', 'name', 'number', 'hand')),
  source text not null check (source in ('file', 'webhook', 'api')),
  heard_at timestamptz not null,
  check ((value_cents is null) = (currency is null)),
  check ((person_id is null) = (matched_by is null)),
  check ((buyer_channel is null) = (buyer_handle is null)),
  unique (workspace_id, number)
);
create index order_of_person on earshot.customer_order (person_id, placed_at desc) where person_id is not null;
create index order_newest on earshot.customer_order (workspace_id, placed_at desc);
create index order_waiting_by_mail on earshot.customer_order (workspace_id, buyer_mail) where person_id is null;
create index order_waiting_by_name on earshot.customer_order (workspace_id, buyer_channel, buyer_handle) where person_id is null;

-- What a teammate said of a step after the sale; a step of which nothing was said stands by the clock (domain/order/clock.ts).
create table earshot.order_step (
  workspace_id uuid not null references earshot.workspace on delete cascade,
  order_id uuid not null references earshot.customer_order on delete cascade,
  step text not null check (step in ('thank', 'ask', 'listen')),
  said text not null check (said in ('done', 'left', 'later')),
  until_day date, -- of 'later'
  at timestamptz not null,
  by uuid not null references earshot.teammate,
  primary key (order_id, step),
  check ((said = 'later') = (until_day is not null))
);

-- After how many days each step is due; null: never. Without a row the usual days hold.
create table earshot.order_clock (
  workspace_id uuid primary key references earshot.workspace on delete cascade,
  thank integer check (thank between 0 and 365),
  ask integer check (ask between 0 and 365),
  listen integer check (listen between 0 and 365)
);

do $$
declare t text;
begin
  foreach t in array array['hook', 'hook_secret', 'hook_delivery', 'customer_order', 'order_step', 'order_clock'] loop
    execute format('alter table earshot.%I enable row level security', t);
    execute format('create policy in_workspace on earshot.%I using (workspace_id = (select earshot.this_workspace()))', t);
    execute format('grant select, insert, update, delete on earshot.%I to earshot_app', t);
  end loop;
end $$;
