/** What talk came to on a desk of `writeCrowd`: objectives, outcomes, care and their sums, what was closed, and daily counts of voice. */
import type pg from 'pg'

/** One in so many conversations led to something. */
const EVERY = 20

/** `owner` may write past row-level security, and has the functions of `writeCrowd`. */
export async function writeGains(
  owner: pg.Client,
  of: { workspace: string; kit: string },
  log: (line: string) => void,
) {
  await owner.query('set session_replication_role = replica')
  for (const statement of statements(of)) {
    const began = performance.now()
    const { rowCount } = await owner.query(statement)
    log(`${statement.slice(0, 50)}: ${rowCount} rows, ${Math.round((performance.now() - began) / 1000)} s`)
  }
  await owner.query('vacuum analyze')
  await owner.query('set session_replication_role = origin')
  await owner.query('checkpoint')
}

function statements({ workspace, kit }: { workspace: string; kit: string }): string[] {
  const dice = (salt: number, of = 'c.id') => `pg_temp.dice(hashtext(${of}::text), ${salt})`
  const objective = (of: string) => `pg_temp.id('f', 1 + abs(hashtext(${of}::text)) % 3)`
  return [
    `insert into objective (id, workspace_id, result, kind, measure, baseline, target, due, unit_value_cents, currency, owner_id, created_at)
       select pg_temp.id('f', n), '${workspace}', 'Result ' || n, 'service', ('{answered-in-time,won-back,orders}'::text[])[n], 10, 90,
         current_date + 90, 1800, 'EUR', '${kit}', now() - interval '300 days' from generate_series(1, 3) n`,
    `update room set objective_id = ${objective('id')}`,
    // Four of five had an answer, sooner or later.
    `update asking a set due_at = at + interval '24 hours', promised = false, intent = ('{question,complaint,request}'::text[])[1 + (3 * ${dice(17, 'a.message_id')})::integer % 3],
         answered_at = case when ${dice(11, 'a.message_id')} < 0.8 then at + interval '40 hours' * power(${dice(12, 'a.message_id')}, 3) end,
         open_minutes = case when ${dice(11, 'a.message_id')} < 0.8 then 2400 * power(${dice(12, 'a.message_id')}, 3) end`,
    `insert into happening (workspace_id, at, by, kind, conversation_id, room_id)
       select '${workspace}', last_at + interval '1 hour', '${kit}', 'closed', id, room_id from conversation where state in ('done', 'noted')`,
    `insert into happening (workspace_id, at, kind, conversation_id, room_id)
       select '${workspace}', last_at + interval '1 day', 'reopened', c.id, room_id from conversation c where state in ('done', 'noted') and ${dice(13)} < 0.05`,
    `insert into outcome (id, workspace_id, objective_id, person_id, conversation_id, what, value_cents, currency, at, source, by, written_at)
       select gen_random_uuid(), '${workspace}', ${objective('room_id')}, person_id, c.id, 'an order', 500 + (5000 * ${dice(14)})::integer, 'EUR', last_at, 'closing', '${kit}', last_at
       from conversation c where ${dice(15)} < 1.0 / ${EVERY} and messages > 1`,
    `insert into outcome_touch (outcome_id, workspace_id, n, at, conversation_id, room_id, question_id, by)
       select o.id, o.workspace_id, n, o.at - interval '1 hour' * (3 - n), c.id, c.room_id,
         (select question_id from asking a where a.conversation_id = c.id order by a.at desc limit 1), '${kit}'
       from outcome o join conversation c on c.id = o.conversation_id, generate_series(1, 2) n`,
    `insert into care (id, workspace_id, teammate_id, conversation_id, day, reading, writing, objective_id, room_id, question_id)
       select gen_random_uuid(), '${workspace}', '${kit}', c.id, last_at::date, 60, (240 * ${dice(16)})::integer, ${objective('room_id')}, room_id,
         (select question_id from asking a where a.conversation_id = c.id order by a.at desc limit 1)
       from conversation c where messages > 1`,
    `insert into return_cell (workspace_id, by, month, objective_id, room_id, question_id, currency, outcomes, first_cents, last_cents, shared_cents, seconds)
       select '${workspace}'::uuid, case grouping(month, objective_id, room_id, question_id) when 0 then 'all' when 11 then 'objective' when 13 then 'room' when 14 then 'question' else 'month' end,
         month, objective_id, room_id, question_id, currency, sum(outcomes), sum(cents), sum(cents), sum(cents), sum(seconds)
       from (
         select date_trunc('month', o.at)::date as month, o.objective_id, t.room_id, t.question_id, o.currency, 1 as outcomes, o.value_cents as cents, 0 as seconds
         from outcome o join outcome_touch t on t.outcome_id = o.id and t.n = 1
         union all
         select date_trunc('month', day)::date, objective_id, room_id, question_id, '', 0, 0, reading + writing from care
       ) each group by grouping sets ((month, objective_id, room_id, question_id, currency),
         (objective_id, currency), (room_id, currency), (question_id, currency), (month, currency))`,
    // The desk counts these days when it starts.
    `insert into waited_due (workspace_id, day)
       select workspace_id, at::date from asking union select workspace_id, at::date from happening where kind = 'closed'`,
    `insert into listener (id, workspace_id, name, query, created_at, created_by, anothers)
       select pg_temp.id('3', n), '${workspace}', 'Name ' || n, 'name' || n, now() - interval '2 years', '${kit}', n > 1 from generate_series(1, 3) n`,
    `insert into voice_day (workspace_id, listener_id, day, room_id, topic, tone, said)
       select '${workspace}', pg_temp.id('3', n), current_date - d, pg_temp.id('d', r), topic, tone, 1 + d % 7
       from generate_series(1, 3) n, generate_series(0, 729) d, generate_series(1, 8) r,
         unnest('{angry,annoyed,sad,plain,glad}'::text[]) tone, unnest('{"",complaint,praise,question}'::text[]) topic`,
    `insert into voice_message (workspace_id, listener_id, at, message_id)
       select '${workspace}', pg_temp.id('3', 1 + n % 3), at, id
       from (select id, at, row_number() over () as n from message where not us order by id desc limit 100000) m`,
  ]
}
