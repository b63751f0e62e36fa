/** A desk that knows a million people, written by PostgreSQL itself: half of what they say is said by few, as it is everywhere. */
import type pg from 'pg'

export type Crowd = { workspace: string; kit: string; people: number; messages: number }

// Their indexes are made when all is in: row by row they would take most of the time.
const large = ['message', 'conversation', 'reply', 'outbox', 'person', 'identity', 'asking']

/** Fills the workspace of `kit`. `owner` may write past row-level security. Words are short and their search is left out. */
export async function writeCrowd(owner: pg.Client, crowd: Crowd, log: (line: string) => void): Promise<void> {
  await owner.query(
    `set search_path = earshot; set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'`,
  )
  const { rows } = await owner.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where schemaname = 'earshot' and tablename = any($1) and not exists (select from pg_constraint where conname = indexname)`,
    [large],
  )
  for (const { name } of rows) await owner.query(`drop index ${name}`)
  for (const statement of statements(crowd)) {
    const began = performance.now()
    const { rowCount } = await owner.query(statement)
    log(`${statement.slice(0, 50)}: ${rowCount} rows, ${Math.round((performance.now() - began) / 1000)} s`)
  }
  for (const { made } of rows) await owner.query(made)
  await owner.query('vacuum analyze')
  await owner.query('set session_replication_role = origin')
  await owner.query('checkpoint')
}

/** Of ten conversations three have one message and one has eleven; one in 3,000 has 300. */
const SIZES = [1, 1, 1, 2, 2, 3, 3, 4, 5, 11]
const AVERAGE = 3.3 + 0.1

function statements({ workspace, kit, people, messages }: Crowd): string[] {
  const talks = Math.round(messages / AVERAGE)
  const size = `case when c % 3000 = 0 then 300 else ('{${SIZES}}'::integer[])[1 + c % 10] end`
  // What a conversation is made of follows from its number alone, so that no table between is needed.
  const talk = `(select c, ${size} as size, ${size} > 1 as answered, floor(${people} * power(pg_temp.dice(c, 1), 2))::integer as p,
    1 + floor(8 * power(pg_temp.dice(c, 2), 3))::integer as r, pg_temp.dice(c, 3) as luck,
    now() - interval '2 years' + interval '2 years' * c / ${talks} as at from generate_series(1, ${talks}) c) t`
  const word = `${talk}, generate_series(0, size - 1) k, lateral (select k % 4 = 1 as us, c * 512 + k as n) w`
  const at = `t.at + interval '7 hours' * k * k / size`
  const mate = (of: string) => `pg_temp.id('e', ${of} % 10)`
  return [
    `create function pg_temp.id(kind text, n bigint) returns uuid immutable language sql
       as $$ select ('0000000' || kind || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`,
    `create function pg_temp.dice(n bigint, salt bigint) returns double precision immutable language sql
       as $$ select (hashint8extended(n, salt) & 1073741823) / 1073741824.0 $$`,
    `insert into auth."user" (id, name, email) select 'mate' || n, 'Mate ' || n, 'mate' || n || '@acme.example' from generate_series(0, 9) n`,
    `insert into teammate (id, workspace_id, user_id, name, role, joined_at)
       select pg_temp.id('e', n), '${workspace}', 'mate' || n, 'Mate ' || n, 'teammate', now() - interval '1 year' from generate_series(0, 9) n`,
    `insert into room (id, workspace_id, channel, address, name, account, settings, paused_at, created_at)
       select pg_temp.id('d', r), '${workspace}', case when r > 4 then 'forum' else 'archive' end, 'place ' || r, 'Room ' || r, '{"id": "acme", "handle": "acme"}', '{}', now(), now() from generate_series(1, 8) r`,

    // Number 0 is ourselves. Every twentieth is one with the person before; handles are shared by three, names by none.
    `insert into person (id, workspace_id, name, met_at, joined_to)
       select pg_temp.id('a', p), '${workspace}', 'Given' || p % 1000 || ' Family' || p / 1000, now() - interval '2 years', case when p % 20 = 19 then pg_temp.id('a', p - 1) end
       from generate_series(0, ${people - 1}) p`,
    `insert into person_join (id, workspace_id, kept_id, absorbed_id, at, by)
       select pg_temp.id('9', p), '${workspace}', pg_temp.id('a', p - 1), pg_temp.id('a', p), now() - interval '1 year', '${kit}' from generate_series(19, ${people - 1}, 20) p`,
    `insert into identity (id, workspace_id, person_id, channel, external_id, handle, name, us)
       select pg_temp.id('b', p), '${workspace}', pg_temp.id('a', p), case when p % 20 = 19 then 'forum' else 'archive' end, 'p' || p,
         case when p % 2 = 0 then 'maker' || p % ${Math.ceil(people / 3)} else 'someone' || p || '@mail.example' end, 'Given' || p % 1000 || ' Family' || p / 1000, p = 0
       from generate_series(0, ${people - 1}) p`,

    `insert into message (id, workspace_id, room_id, conversation_id, identity_id, person_id, source, external_id, parent_external_id,
         us, reply_id, at, heard_at, text, reasons, langs, labels, mood, mood_sure, search)
       select pg_temp.id('1', n), '${workspace}', pg_temp.id('d', t.r), pg_temp.id('c', t.c), pg_temp.id('b', who.p), pg_temp.id('a', who.p), 'p', 'm' || n,
         case when k > 0 then 'm' || n - 1 end, w.us, case when w.us then pg_temp.id('2', n) end, ${at}, ${at},
         'What was said about order ' || n || ' in so many words', case when k = 0 then '{mention}'::text[] else '{thread}' end, '{en}',
         case when w.us then '{}'::text[] when n % 10 < 2 then '{complaint}' when n % 7 = 1 then '{question}' when n % 11 = 2 then '{thanks}' else '{}' end,
         case when w.us then null else pg_temp.dice(n, 5) * 2 - 1 end, case when w.us then null else 0.9 end, ''
       from ${word}, lateral (select case when w.us then 0 else greatest(1, t.p) end as p) who`,
    `insert into reply (id, workspace_id, conversation_id, in_reply_to, by, at, text)
       select pg_temp.id('2', n), '${workspace}', pg_temp.id('c', t.c), pg_temp.id('1', n - 1), ${mate('t.c')}, ${at}, 'We looked into it.' from ${word} where w.us`,
    `insert into outbox (reply_id, workspace_id, room_id, key, state, leaves_at, external_id, settled_at)
       select pg_temp.id('2', n), '${workspace}', pg_temp.id('d', t.r), 'k' || n, 'sent', ${at}, 'm' || n, ${at} from ${word} where w.us`,
    `insert into conversation (id, workspace_id, room_id, thread_key, person_id, state, state_at, snoozed_until, waiting_since, assignee_id,
         reasons, preview, first_at, last_at, messages)
       select pg_temp.id('c', c), '${workspace}', pg_temp.id('d', r), 'm' || c * 512, pg_temp.id('a', greatest(1, t.p)), it.state, last.at,
         case when it.state = 'snoozed' then now() + interval '1 day' * luck end, case when it.state = 'open' then last.at end,
         case when luck < 0.3 then ${mate('c')} end, '{mention}', 'What was said about order ' || c, t.at, last.at, size
       from ${talk}, lateral (select t.at + interval '7 hours' * (size - 1) * (size - 1) / size as at) last, lateral (select case
         when luck < 0.01 or (c > ${talks} * 0.98 and luck < 0.6) then 'open'
         when luck < 0.02 then 'waiting' when luck < 0.021 then 'snoozed' when luck < 0.8 then 'done' else 'noted' end as state) it`,

    // Ten colleagues with 150 each, the ones who speak most among them; hundreds on their way from complaint to friend.
    `insert into tie (workspace_id, teammate_id, person_id, closeness, every_days, since)
       select '${workspace}', case when m = 10 then '${kit}' else ${mate('m')} end, pg_temp.id('a', 1 + n + floor(${people - 200} * power(n / 150.0, 4))::integer),
         ('{friend,regular,acquaintance}'::text[])[1 + n % 3], 30, now() - interval '200 days' from generate_series(0, 10) m, generate_series(0, 149) n`,
    `insert into wooing (id, workspace_id, person_id, conversation_id, cause, reason, spotted_at, ended_at)
       select pg_temp.id('8', n), '${workspace}', pg_temp.id('a', t.p), pg_temp.id('c', t.c), 'waiting', '{"is": "waiting", "days": 2}', spotted.at,
         case when n > 400 then spotted.at + interval '5 days' end
       from (select n, ${talks} - n * 7 as c from generate_series(1, least(20000, ${talks} / 20)) n) n,
         lateral (select c.id, c.person_id, c.last_at, n.c, floor(${people} * power(pg_temp.dice(n.c, 1), 2))::integer as p from conversation c where c.id = pg_temp.id('c', n.c)) t,
         lateral (select t.last_at as at) spotted
       where t.p > 0 and (n > 400 or not exists (select from generate_series(1, n - 1) b where floor(${people} * power(pg_temp.dice(${talks} - b * 7, 1), 2))::integer = t.p))`,
    `insert into wooing_step (workspace_id, wooing_id, step, at, by) select workspace_id, id, 'won-back', ended_at, '${kit}' from wooing where ended_at is not null`,
    `insert into moment (id, workspace_id, person_id, kind, text, on_day, sensitivity, by, at)
       select pg_temp.id('7', n), '${workspace}', pg_temp.id('a', 1 + floor(${people - 1} * power(pg_temp.dice(n, 7), 2))::integer),
         ('{hiccup,celebration,preference,interest}'::text[])[1 + n % 4], 'Something about number ' || n % 900, (now() - interval '1 day' * (n % 700))::date, 'ordinary', '${kit}', now() - interval '1 day' * (n % 700)
       from generate_series(1, ${Math.round(people / 5)}) n`,
    `insert into question (id, workspace_id, root, wording, version, asked, made_at)
       select pg_temp.id('6', q), '${workspace}', pg_temp.id('6', q), 'How does thing ' || q || ' work?', q, 10, now() from generate_series(1, 5000) q`,
    `insert into asking (message_id, workspace_id, conversation_id, room_id, person_id, at, question_id)
       select id, workspace_id, conversation_id, room_id, person_id, at, pg_temp.id('6', 1 + floor(5000 * pg_temp.dice(hashtext(id::text), 9))::integer)
       from message where labels = '{question}'`,
    `insert into deed (id, workspace_id, person_id, kind, text, message_id, confirmed, at, by)
       select pg_temp.id('5', row_number() over ()), workspace_id, person_id, 'answered', '', id, true, at, '${kit}'
       from (select * from message where not us and external_id like '%7' and parent_external_id is not null order by id desc limit 2000) m`,
    `insert into introduction (id, workspace_id, one_id, other_id, why, about, begun_at, begun_by, written_at, written_by)
       select pg_temp.id('4', n), '${workspace}', pg_temp.id('a', n), pg_temp.id('a', ${people - 1} - n * 20), 'interest', 'sourdough', now() - interval '1 day' * n / 10, '${kit}', now() - interval '1 day' * n / 20, '${kit}'
       from generate_series(1, 300) n`,
  ]
}
