/** Codes that were given along: the statements. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'

export type Code = {
  id: Id
  word: string
  /** Where a short link leads; null: it is a word to say. */
  target: string | null
  objectiveId: Id
  personId: Id | null
  conversationId: Id | null
  what: string
  /** How many people followed it, as far as they can be told from programs. */
  visits: number
  /** To get there is the result: the first visit is an outcome. Else a visit is none. */
  visitCounts: boolean
}

/** False: the word is given to something else. */
export const insertCode = async (
  tx: Tx,
  it: Omit<Code, 'visits'>,
  { by, at }: { by: Id; at: Date },
): Promise<boolean> =>
  (await tx.run(sql`
    insert into code (id, workspace_id, word, target, objective_id, person_id, conversation_id, what, visit_counts, by, at)
    values (${it.id}, ${tx.workspace}, ${it.word}, ${it.target}, ${it.objectiveId}, ${it.personId}, ${it.conversationId}, ${storable(it.what)}, ${it.visitCounts}, ${by}, ${at})
    on conflict do nothing`)) > 0

/** In whatever case it was said. Null: there is none. */
export const codeCalled = (tx: Tx, word: string): Promise<Code | null> =>
  tx.row(sql`select ${columns} from code where workspace_id = ${tx.workspace} and upper(word) = upper(${word})`)

export const codesIn = (tx: Tx, conversation: Id): Promise<Code[]> =>
  tx.rows(sql`
    select ${columns} from code where workspace_id = ${tx.workspace} and conversation_id = ${conversation} order by at desc, id`)

/** A person followed it. Gives how it stands then; null: there is none by that id. */
export const visited = (tx: Tx, id: Id): Promise<Code | null> =>
  tx.row(
    sql`update code set visits = visits + 1 where workspace_id = ${tx.workspace} and id = ${id} returning ${columns}`,
  )

export const linkById = (tx: Tx, id: Id): Promise<Code | null> =>
  tx.row(sql`select ${columns} from code where workspace_id = ${tx.workspace} and id = ${id}`)

const columns = sql`id, word, target, objective_id, person_id, conversation_id, what, visits, visit_counts`
