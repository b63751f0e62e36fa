/** What people said of how we did, as the screens show it. Reads only. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

export type VerdictRow = { id: Id; conversationId: Id; content: boolean; words: string; at: Date }

const columns = sql`id, conversation_id, content, words, said_at as at`

/** In a conversation, in the order in which they were said. */
export const verdictsIn = (tx: Tx, conversation: Id): Promise<VerdictRow[]> =>
  tx.rows(sql`
    select ${columns} from verdict
    where workspace_id = ${tx.workspace} and conversation_id = ${conversation} and said_at is not null order by said_at, id`)

/** What one human said last; null: nothing. */
export const lastVerdictOf = (tx: Tx, people: readonly Id[]): Promise<VerdictRow | null> =>
  tx.row(sql`
    select ${columns} from verdict
    where workspace_id = ${tx.workspace} and person_id = any(${array(people, 'uuid')}) and said_at is not null
    order by said_at desc, id desc limit 1`)
