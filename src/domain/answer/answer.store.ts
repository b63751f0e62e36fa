/** Kept answers as they lie in the database: of each question all versions, the newest of which stands ready. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Answer } from './answer.ts'

type Colleague = { id: Id; name: string; role: 'owner' | 'admin' | 'teammate' | 'guest' }

export type AnswerRow = {
  questionId: Id
  version: number
  text: string
  by: Colleague | null
  owner: Colleague
  reviewOn: string
  keptBy: Colleague
  keptAt: Date
}

/** By question (a root): the answer of its own, or else the one that came with what was joined into it. */
export async function answersOf(tx: Tx, questionIds: readonly Id[]): Promise<Map<Id, AnswerRow>> {
  const rows = await tx.rows<AnswerRow & { root: Id }>(sql`
    select distinct on (q.root) q.root, ${columns}
    from question q join answer a on a.question_id = q.id ${joins}
    where q.workspace_id = ${tx.workspace} and q.root = any(${array(questionIds, 'uuid')})
    order by q.root, q.id = q.root desc, a.version desc`)
  return new Map(rows.map(({ root, ...row }) => [root, row]))
}

/** All that was ever kept for a question, the newest first. */
export const versions = (tx: Tx, questionId: Id): Promise<AnswerRow[]> =>
  tx.rows(sql`
    select ${columns} from answer a ${joins}
    where a.workspace_id = ${tx.workspace} and a.question_id = ${questionId}
    order by a.version desc`)

/** The newest version as the rules know it; null: none is kept. */
export const current = (tx: Tx, questionId: Id): Promise<Answer | null> =>
  tx.row(sql`
    select version, text, by, owner_id, to_char(review_on, 'YYYY-MM-DD') as review_on
    from answer where workspace_id = ${tx.workspace} and question_id = ${questionId}
    order by version desc limit 1`)

export const add = (tx: Tx, it: Answer & { id: Id; questionId: Id; keptBy: Id; at: Date }): Promise<number> =>
  tx.run(sql`
    insert into answer (id, workspace_id, question_id, version, text, by, owner_id, review_on, kept_by, kept_at)
    values (${it.id}, ${tx.workspace}, ${it.questionId}, ${it.version}, ${it.text}, ${it.by}, ${it.ownerId}, ${it.reviewOn}, ${it.keptBy}, ${it.at})`)

/** With all its versions; gives how many there were. */
export const remove = (tx: Tx, questionId: Id): Promise<number> =>
  tx.run(sql`delete from answer where workspace_id = ${tx.workspace} and question_id = ${questionId}`)

/** Questions for which an answer is kept, with the sketches of all their parts. */
export const answerable = (tx: Tx): Promise<{ id: Id; root: Id; joinedInto: Id | null; sketch: Buffer }[]> =>
  tx.rows(sql`
    select p.id, p.root, p.joined_into, p.sketch
    from question p
    where p.workspace_id = ${tx.workspace} and p.sketch is not null
      and exists (select from question q join answer a on a.question_id = q.id where q.root = p.root)`)

const columns = sql`
  a.question_id, a.version, a.text, to_char(a.review_on, 'YYYY-MM-DD') as review_on, a.kept_at,
  case when b.id is not null then json_build_object('id', b.id, 'name', b.name, 'role', b.role) end as by,
  json_build_object('id', o.id, 'name', o.name, 'role', o.role) as owner,
  json_build_object('id', k.id, 'name', k.name, 'role', k.role) as kept_by`
const joins = sql`
  left join teammate b on b.id = a.by join teammate o on o.id = a.owner_id join teammate k on k.id = a.kept_by`
