/** Questions as they lie in the database. Whoever changes any of a workspace holds them all: copies of the sketches stay in step. */
import { array, sql, type Tx } from '../../db/db.ts'
import { rowset } from '../../db/rowset.ts'
import type { Id } from '../../lib/ids.ts'
import { record } from '../happening/happening.store.ts'
import type { Change, Question } from './question.ts'

export class QuestionMissing extends Error {
  override name = 'QuestionMissing'
  constructor(id: string) {
    super(`There is no question ${id} here.`)
  }
}

/** Until the transaction ends. */
export const holdQuestions = (tx: Tx): void =>
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(${tx.workspace}, 3))`)

/** Throws QuestionMissing. Gives why not, where the rule refuses. The ids of what happened undo nothing by themselves. */
export async function change(
  tx: Tx,
  id: Id,
  { by, at }: { by: Id; at: Date },
  decide: (now: Question) => Change,
): Promise<string | null> {
  holdQuestions(tx)
  const now = await question(tx, id)
  const decided = decide(now)
  if (decided.is === 'refused') return decided.why
  const { next, happened } = decided
  if (next !== now) await save(tx, next, now)
  await record(
    tx,
    happened.map((detail) => ({ kind: 'question', at, by, detail })),
  )
  return null
}

/** Throws QuestionMissing. */
export async function question(tx: Tx, id: Id): Promise<Question> {
  const row = await tx.row<Question>(sql`
    select id, name,
      case when joined_into is not null then json_build_object('into', joined_into, 'by', joined_by, 'at', joined_at) end as joined,
      case when published_url is not null
        then json_build_object('url', published_url, 'on', published_on, 'by', published_by) end as published
    from question where workspace_id = ${tx.workspace} and id = ${id}`)
  if (!row) throw new QuestionMissing(id)
  return row
}

async function save(tx: Tx, { id, name, joined, published }: Question, before: Question): Promise<void> {
  await tx.run(sql`
    update question
    set name = ${name}, joined_into = ${joined?.into ?? null}, joined_by = ${joined?.by ?? null}, joined_at = ${joined?.at ?? null},
      published_url = ${published?.url ?? null}, published_on = ${published?.on ?? null}, published_by = ${published?.by ?? null},
      version = ${nextVersion(tx)}
    where workspace_id = ${tx.workspace} and id = ${id}`)
  if (joined?.into === before.joined?.into) return
  const roots = await reroot(tx, id)
  await recount(tx, roots)
}

/** It and what was joined into it belong to the question at the top of its joins now. Gives the roots that this concerns. */
async function reroot(tx: Tx, id: Id): Promise<Id[]> {
  const rows = await tx.rows<{ before: Id; root: Id }>(sql`
    with recursive over as (
      select id, joined_into, 0 as far from question where workspace_id = ${tx.workspace} and id = ${id}
      union all
      select q.id, q.joined_into, far + 1 from question q join over on q.id = over.joined_into
    ), under as (
      select id, root from question where workspace_id = ${tx.workspace} and id = ${id}
      union all
      select q.id, q.root from question q join under on q.joined_into = under.id
    ), top as (select id from over order by far desc limit 1)
    update question q set root = top.id, version = ${nextVersion(tx)}
    from under, top where q.id = under.id
    returning under.root as before, q.root`)
  return [...new Set(rows.flatMap(({ before, root }) => [before, root]))]
}

/** Messages that were just placed in these, each counted once: what `recount` would give, without reading those before. */
export const countUp = (tx: Tx, placed: readonly { question: Id; at: Date }[]): Promise<number> =>
  tx.run(sql`
    update question q
    set asked = q.asked + more.asked, last_at = greatest(q.last_at, more.last_at)
    from (
      select question, count(*) as asked, max(at) as last_at
      from ${rowset(
        'placed',
        { question: 'uuid', at: 'timestamptz' },
        placed.map(({ question, at }) => ({ question, at })),
      )}
      group by question
    ) more
    where q.workspace_id = ${tx.workspace} and q.id = more.question`)

/** How often each is asked, and when last: of roots with all their parts. */
export const recount = (tx: Tx, roots: readonly Id[]): Promise<number> =>
  tx.run(sql`
    update question q
    set asked = coalesce(counted.asked, 0), last_at = counted.last_at
    from unnest(${array(roots, 'uuid')}) as r (id)
    left join (
      select p.root, count(*) as asked, max(a.at) as last_at
      from question p join asking a on a.question_id = p.id
      where p.root = any(${array(roots, 'uuid')})
      group by p.root
    ) counted on counted.root = r.id
    where q.workspace_id = ${tx.workspace} and q.id = r.id`)

/** What is kept of a part so that a start reads no messages. `sketch` null: nobody asks it any more. */
export type Part = { id: Id; wording: string; sketch: Uint8Array | null }

export async function addParts(
  tx: Tx,
  parts: readonly Part[],
  { at, split }: { at: Date; split?: { from: Id; by: Id } },
): Promise<void> {
  for (const { id, wording, sketch } of parts) {
    await tx.run(sql`
      insert into question (id, workspace_id, root, wording, sketch, version, made_at, split_from, split_by, split_at)
      values (${id}, ${tx.workspace}, ${id}, ${wording}, ${sketch && Buffer.from(sketch)}, ${nextVersion(tx)}, ${at},
        ${split?.from ?? null}, ${split?.by ?? null}, ${split ? at : null})`)
  }
}

export async function keepParts(tx: Tx, parts: readonly Part[]): Promise<void> {
  for (const { id, wording, sketch } of parts) {
    await tx.run(sql`
      update question
      set wording = ${wording}, sketch = ${sketch && Buffer.from(sketch)}, version = ${nextVersion(tx)}
      where workspace_id = ${tx.workspace} and id = ${id}`)
  }
}

/** After rooms went with all that was said there: what nobody asks any more goes too, but for what teammates named, answered or published, unless `all`. */
export async function sweep(tx: Tx, { all }: { all: boolean }): Promise<void> {
  await tx.run(sql`
    delete from question q
    where q.workspace_id = ${tx.workspace} and q.root = q.id
      and not exists (select from question p join asking a on a.question_id = p.id where p.root = q.id)
      ${all ? sql`` : sql`and q.name is null and q.published_url is null and not exists (select from answer where question_id = q.id)`}`)
  await tx.run(sql`
    update question q set sketch = null, wording = '', version = ${nextVersion(tx)}
    where q.workspace_id = ${tx.workspace} and q.sketch is not null
      and not exists (select from asking where question_id = q.id)`)
  const roots = await tx.rows<{ id: Id }>(
    sql`select id from question where workspace_id = ${tx.workspace} and root = id`,
  )
  await recount(
    tx,
    roots.map(({ id }) => id),
  )
}

export type Copied = { id: Id; root: Id; joinedInto: Id | null; sketch: Buffer | null; version: number }

/** In the order of their last changes. */
export const allParts = (tx: Tx): Promise<Copied[]> =>
  tx.rows(sql`
    select id, root, joined_into, sketch, version from question
    where workspace_id = ${tx.workspace}
    order by version, id`)

/** 0: there are no questions. */
export const newestVersion = async (tx: Tx): Promise<number> =>
  (
    await tx.row<{ version: number }>(
      sql`select coalesce(max(version), 0) as version from question where workspace_id = ${tx.workspace}`,
    )
  )?.version ?? 0

export const parts = (tx: Tx, ids: readonly Id[]): Promise<Copied[]> =>
  tx.rows(sql`
    select id, root, joined_into, sketch, version from question
    where workspace_id = ${tx.workspace} and id = any(${array(ids, 'uuid')})`)

const nextVersion = (tx: Tx) =>
  sql`(select coalesce(max(version), 0) + 1 from question where workspace_id = ${tx.workspace})`
