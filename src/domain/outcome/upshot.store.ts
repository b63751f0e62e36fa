/** What was said at closing of what came of a conversation: something, nothing, or not known yet. The statements. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'

export type Upshot =
  | { readonly said: 'something'; readonly outcomeId: Id }
  | { readonly said: 'nothing' }
  /** They are asked again from that day on: `2026-06-08`. */
  | { readonly said: 'later'; readonly askOn: string }

/** Locked until the commit. Null: nobody has said. */
export const upshotForChange = (tx: Tx, conversation: Id): Promise<{ outcomeId: Id | null } | null> =>
  tx.row(sql`
    select outcome_id from upshot where workspace_id = ${tx.workspace} and conversation_id = ${conversation} for update`)

export const saveUpshot = (tx: Tx, conversation: Id, it: Upshot, { by, at }: { by: Id; at: Date }): Promise<number> =>
  tx.run(sql`
    insert into upshot (conversation_id, workspace_id, said, ask_on, outcome_id, by, at)
    values (${conversation}, ${tx.workspace}, ${it.said}, ${it.said === 'later' ? it.askOn : null},
      ${it.said === 'something' ? it.outcomeId : null}, ${by}, ${at})
    on conflict (conversation_id) do update set said = excluded.said, ask_on = excluded.ask_on, outcome_id = excluded.outcome_id,
      by = excluded.by, at = excluded.at`)

export const dropUpshot = (tx: Tx, conversation: Id): Promise<number> =>
  tx.run(sql`delete from upshot where workspace_id = ${tx.workspace} and conversation_id = ${conversation}`)
