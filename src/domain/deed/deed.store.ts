/** What people did for us: the statements that change it. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import type { DeedKind } from './deed.ts'

export type NewDeed = {
  kind: DeedKind
  text: string
  messageId: Id | null
  wooingId: Id | null
  /** False: a teammate says that it was nothing of the kind. */
  confirmed: boolean
}

/** False: somebody said so of the same message, or of the same coming back, before. */
export const insertDeed = async (tx: Tx, it: NewDeed & { id: Id; personId: Id; by: Id; at: Date }): Promise<boolean> =>
  (await tx.run(sql`
    insert into deed (id, workspace_id, person_id, kind, text, message_id, wooing_id, confirmed, at, by)
    values (${it.id}, ${tx.workspace}, ${it.personId}, ${it.kind}, ${storable(it.text)}, ${it.messageId}, ${it.wooingId}, ${it.confirmed}, ${it.at}, ${it.by})
    on conflict do nothing`)) > 0

/** Gives whose it was; null: there is none by that id. */
export const dropDeed = (tx: Tx, id: Id): Promise<{ personId: Id } | null> =>
  tx.row(sql`delete from deed where workspace_id = ${tx.workspace} and id = ${id} returning person_id`)

/** Null takes the thanks back. Gives whose deed it was; null: there is none, or nobody said that it was one. */
export const saveThanks = (tx: Tx, id: Id, thanked: { by: Id; at: Date } | null): Promise<{ personId: Id } | null> =>
  tx.row(sql`
    update deed set thanked_at = ${thanked?.at ?? null}, thanked_by = ${thanked?.by ?? null}
    where workspace_id = ${tx.workspace} and id = ${id} and confirmed
    returning person_id`)

/** Who wrote it, or who was won back; null: there is no such message of theirs, or nobody was. */
export const sourceOf = (
  tx: Tx,
  { messageId, wooingId }: Pick<NewDeed, 'messageId' | 'wooingId'>,
): Promise<{ personId: Id } | null> =>
  messageId !== null
    ? tx.row(sql`
        select person_id from message
        where workspace_id = ${tx.workspace} and id = ${messageId} and not us and deleted_at is null`)
    : tx.row(sql`
        select w.person_id from wooing w join wooing_step s on s.wooing_id = w.id and s.step = 'won-back'
        where w.workspace_id = ${tx.workspace} and w.id = ${wooingId}`)
