/** Introductions: the statements that change them. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { storable } from '../../lib/storable.ts'
import type { Pair, Said } from './introduction.ts'

export class IntroductionMissing extends Error {
  override name = 'IntroductionMissing'
  constructor() {
    super('There is no introduction here by that id.')
  }
}

/** False: these two were proposed to each other before. */
export const insertIntroduction = async (
  tx: Tx,
  { id, one, other, why, about, dismissed, by, at }: Pair & { id: Id; dismissed: boolean; by: Id; at: Date },
): Promise<boolean> =>
  (await tx.run(sql`
    insert into introduction (id, workspace_id, one_id, other_id, why, about, dismissed, begun_at, begun_by)
    values (${id}, ${tx.workspace}, least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid), ${why}, ${storable(about)}, ${dismissed}, ${at}, ${by})
    on conflict do nothing`)) > 0

export type Held = {
  oneId: Id
  otherId: Id
  dismissed: boolean
  writtenAt: Date | null
  sides: { personId: Id; askedAt: Date; said: Said | null }[]
}

/** Locked until the commit. Throws IntroductionMissing. */
export async function introductionForChange(tx: Tx, id: Id): Promise<Held> {
  const held = await tx.row<Omit<Held, 'sides'>>(sql`
    select one_id, other_id, dismissed, written_at from introduction where workspace_id = ${tx.workspace} and id = ${id} for update`)
  if (held === null) throw new IntroductionMissing()
  const sides = await tx.rows<Held['sides'][number]>(sql`
    select person_id, asked_at, said from introduction_side where workspace_id = ${tx.workspace} and introduction_id = ${id}`)
  return { ...held, sides }
}

/** `said` null: they were asked, and have not answered. */
export const saveSide = (
  tx: Tx,
  id: Id,
  { person, said, by, at }: { person: Id; said: Said | null; by: Id; at: Date },
): Promise<number> =>
  tx.run(sql`
    insert into introduction_side (workspace_id, introduction_id, person_id, asked_at, asked_by, said, said_at, said_by)
    values (${tx.workspace}, ${id}, ${person}, ${at}, ${by}, ${said}, ${said && at}, ${said && by})
    on conflict (introduction_id, person_id) do update set said = excluded.said, said_at = excluded.said_at, said_by = excluded.said_by`)

export const dropSide = (tx: Tx, id: Id, person: Id): Promise<number> =>
  tx.run(sql`
    delete from introduction_side where workspace_id = ${tx.workspace} and introduction_id = ${id} and person_id = ${person}`)

/** Null: it is not written after all. */
export const saveNote = (tx: Tx, id: Id, written: { by: Id; at: Date } | null): Promise<number> =>
  tx.run(sql`
    update introduction set written_at = ${written?.at ?? null}, written_by = ${written?.by ?? null}
    where workspace_id = ${tx.workspace} and id = ${id}`)

export const dropIntroduction = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`delete from introduction where workspace_id = ${tx.workspace} and id = ${id}`)
