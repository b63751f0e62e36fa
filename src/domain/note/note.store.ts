/** Notes: what we say among ourselves. They never leave the desk. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import { record } from '../happening/happening.store.ts'

export async function write(
  tx: Tx,
  note: { id: Id; conversationId: Id; by: Id; at: Date; text: string },
): Promise<void> {
  await tx.run(sql`
    insert into note (id, workspace_id, conversation_id, by, at, text)
    values (${note.id}, ${tx.workspace}, ${note.conversationId}, ${note.by}, ${note.at}, ${storable(note.text)})`)
  await record(tx, [{ kind: 'note', at: note.at, by: note.by, conversationId: note.conversationId }])
}
