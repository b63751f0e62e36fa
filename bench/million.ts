/** A desk with a long past, written by plain SQL: one large workspace and twenty small ones, people and threads as skewed as real ones. */
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { writePosts } from './posts.ts'

export type Big = { workspace: string; kit: string; messages: number }

/** Fills the workspace of `kit` with 95 % of the messages, and twenty others with the rest. `owner` may write past row-level security. */
export async function writeMillion(owner: pg.Client, { workspace, kit, messages }: Big): Promise<void> {
  await owner.query(`set search_path = earshot; set session_replication_role = replica; set work_mem = '256MB'`)
  await owner.query(
    'create temp table post (n integer primary key, parent integer, author text, at timestamptz, text text)',
  )
  const words = owner.query(copyFrom('copy post (n, parent, author, at, text) from stdin (format csv, header)'))
  await writePosts(words, messages)
  for (const statement of statements({ workspace, kit, messages })) await owner.query(statement)
  for (const table of [
    'conversation',
    'message',
    'person',
    'identity',
    'reply',
    'outbox',
    'note',
    'happening',
    'room',
    'listener',
  ])
    await owner.query(`vacuum analyze ${table}`)
  await owner.query('set session_replication_role = origin')
  await owner.query('checkpoint')
}

const statements = ({ workspace, kit, messages }: Big): string[] => [
  `select setseed(0.74)`,

  // Workspace 0 is the large one.
  `create temp table desk as
     select 0 as d, '${workspace}'::uuid as workspace, '${kit}'::uuid as kit
     union all select d, uuidv7(), uuidv7() from generate_series(1, 20) d`,
  `insert into workspace (id, name, created_at) select workspace, 'Desk ' || d, now() - interval '2 years' from desk where d > 0`,
  `insert into auth."user" (id, name, email) select kit, 'Kit', 'kit' || d || '@desk.example' from desk where d > 0`,
  `insert into teammate (id, workspace_id, user_id, name, role, joined_at)
     select kit, workspace, kit, 'Kit', 'owner', now() - interval '2 years' from desk where d > 0`,
  `insert into auth."user" (id, name, email) select 'mate' || n, 'Mate ' || n, 'mate' || n || '@acme.example' from generate_series(1, 9) n`,
  `insert into teammate (id, workspace_id, user_id, name, role, joined_at)
     select uuidv7(), '${workspace}', 'mate' || n, 'Mate ' || n, 'teammate', now() - interval '1 year' from generate_series(1, 9) n`,
  `create temp table mate as
     select row_number() over (order by joined_at, id) - 1 as m, id from teammate where workspace_id = '${workspace}'`,
  `insert into listener (id, workspace_id, name, query, created_at)
     select uuidv7(), workspace, 'Listener ' || n, 'word' || n, now() from desk, generate_series(1, 12) n`,

  // Eight rooms in the large one, the first by far the busiest; one room in each small one. Paused: nothing is to be heard.
  `create temp table place as
     select d, r, uuidv7() as room, workspace from desk, generate_series(0, 7) r where d = 0 or r = 0`,
  `insert into room (id, workspace_id, channel, address, name, account, settings, paused_at, created_at)
     select room, workspace, 'archive', 'place ' || r, 'Room ' || r, '{"id": "acme", "handle": "acme"}', '{}', now(), now() from place`,

  // Of 200,000 people a few speak very often.
  `create temp table somebody as
     select p, uuidv7() as person, uuidv7() as identity, place.workspace, place.d
     from (select p, case when p < ${share(messages, 0.19)} then 0 else 1 + p % 20 end as d from generate_series(0, ${share(messages, 0.2)} - 1) p) it
     join place on place.d = it.d and place.r = 0`,
  `insert into person (id, workspace_id, name, met_at) select person, workspace, 'Somebody ' || p, now() - interval '2 years' from somebody`,
  `insert into identity (id, workspace_id, person_id, channel, external_id, handle, name)
     select identity, workspace, person, 'archive', 'p' || p, 'somebody' || p, 'Somebody ' || p from somebody`,
  `create unique index on somebody (p)`,

  // 0.3 conversations a message: most have one or two, one in 3,000 has 300.
  `create temp table talk as
     select c, uuidv7() as id, case when c % 20 = 19 then 1 + (c / 20) % 20 else 0 end as d, floor(8 * power(random(), 3))::integer as r,
       power(random(), 2) as who, now() - interval '2 years' + interval '2 years' * c / ${share(messages, 0.3)} as at,
       case when c % 3000 = 0 then 300 else 1 + floor(-ln(1 - random()) * 2.6)::integer end as size, random() as luck, random() as luck2
     from generate_series(0, ${share(messages, 0.32)} - 1) c`,
  `create temp table word as
     select row_number() over () as n, it.* from (
       select t.c, k, t.at + interval '7 hours' * k * k / size as at, random() as luck
       from talk t, generate_series(0, size - 1) k
       order by t.c, k
       limit ${messages}
     ) it`,
  `create temp table full_talk as
     select t.*, p.workspace, p.room, s.person, s.identity
     from talk t
     join place p on p.d = t.d and p.r = case when t.d = 0 then t.r else 0 end
     join somebody s on s.p = case when t.d = 0 then floor(t.who * ${share(messages, 0.19)})::integer
       else ${share(messages, 0.19)} + (floor(t.who * ${share(messages, 0.01)} / 20) * 20)::integer + t.d - 1 end`,
  `create unique index on full_talk (c)`,

  // Every fourth word but the first is ours.
  `create temp table line as
     select w.n, w.c, w.k, w.at, t.workspace, t.room, t.id as conversation, t.person, t.identity, t.d,
       w.k > 0 and w.luck < 0.3 as us, uuidv7() as id, uuidv7() as reply, w.luck
     from word w join full_talk t on t.c = w.c order by w.n`,
  `insert into message (id, workspace_id, room_id, conversation_id, identity_id, person_id, source, external_id, parent_external_id,
       us, reply_id, at, heard_at, text, reasons, langs, search)
     select l.id, l.workspace, l.room, l.conversation, l.identity, l.person, 'p', 'm' || l.n, case when l.k > 0 then 'm' || l.n - 1 end,
       l.us, case when l.us and l.d = 0 then l.reply end, l.at, l.at, p.text, case when l.k = 0 then '{mention}'::text[] else '{thread}' end, '{en}',
       to_tsvector('simple', p.text)
     from line l join post p on p.n = l.n
     order by l.n`,
  `insert into reply (id, workspace_id, conversation_id, in_reply_to, by, at, text)
     select l.reply, l.workspace, l.conversation, before.id, mate.id, l.at, 'We looked into it.'
     from line l join line before on before.n = l.n - 1 join mate on mate.m = l.n % 10
     where l.us and l.d = 0 order by l.n`,
  `insert into outbox (reply_id, workspace_id, room_id, key, state, leaves_at, external_id, settled_at)
     select reply, workspace, room, 'k' || n, 'sent', at, 'm' || n, at from line where us and d = 0 order by n`,

  // The newest twentieth is mostly open; of the rest a few.
  `insert into conversation (id, workspace_id, room_id, thread_key, person_id, state, state_at, snoozed_until, waiting_since, assignee_id,
       reasons, preview, first_at, last_at, messages)
     select t.id, t.workspace, t.room, 'm' || said.first, t.person, it.state, said.last_at,
       case when it.state = 'snoozed' then now() + interval '1 day' * t.luck end,
       case when it.state = 'open' then said.first_at end,
       case when t.d = 0 and t.luck2 < 0.3 then mate.id end,
       '{mention}', left(post.text, 140), said.first_at, said.last_at, said.messages
     from full_talk t
     join (select c, min(n) as first, max(n) as last, min(at) as first_at, max(at) as last_at, count(*) as messages from line group by c) said on said.c = t.c
     join post on post.n = said.last
     join mate on mate.m = t.c % 10
     cross join lateral (select case
       when t.c > ${share(messages, 0.285)} and t.luck < 0.6 then 'open'
       when t.luck < 0.02 then 'open'
       when t.luck < 0.06 then 'waiting'
       when t.luck < 0.065 then 'snoozed'
       when t.luck < 0.8 then 'done'
       else 'noted' end as state) it
     order by t.c`,
  `insert into happening (workspace_id, at, by, kind, conversation_id, room_id)
     select workspace_id, last_at, (select id from mate where m = 0), 'closed', id, room_id from conversation where state in ('done', 'noted') order by last_at`,
  `insert into note (id, workspace_id, conversation_id, by, at, text)
     select uuidv7(), workspace, id, (select id from mate where m = 1), at, 'Asked the shop.' from full_talk where d = 0 and luck2 > 0.95`,
]

const share = (messages: number, of: number) => Math.round(messages * of)
