/** Doors for signed messages of other programs: their sealed secrets, and the log of what came in. */
import { sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import type { Seal } from '../../lib/seal.ts'
import type { Teammate } from '../teammate/teammate.ts'

export class HookMissing extends Error {
  override name = 'HookMissing'
  constructor() {
    super('There is no door by that id.')
  }
}

/** How long an older secret still opens after a new one was made. */
const OVERLAP_MS = 86_400_000

type New = { id: Id; at: Date; by: Id }

export const addHook = (tx: Tx, { id, name, at, by }: New & { name: string }): Promise<number> =>
  tx.run(
    sql`insert into hook (id, workspace_id, name, made_at, made_by) values (${id}, ${tx.workspace}, ${name}, ${at}, ${by})`,
  )

/** The newest secret stays until another comes; those before it, a day from now at most. Throws HookMissing. */
export async function addSecret(
  tx: Tx,
  hook: Id,
  { id, secret, at }: { id: Id; secret: string; at: Date },
  seal: Seal,
): Promise<void> {
  const open = await tx.row(
    sql`select from hook where workspace_id = ${tx.workspace} and id = ${hook} and revoked_at is null for update`,
  )
  if (open === null) throw new HookMissing()
  tx.send(sql`
    update hook_secret set ends_at = ${new Date(at.getTime() + OVERLAP_MS)}
    where workspace_id = ${tx.workspace} and hook_id = ${hook} and ends_at is null`)
  tx.send(sql`delete from hook_secret where workspace_id = ${tx.workspace} and hook_id = ${hook} and ends_at <= ${at}`)
  await tx.run(sql`
    insert into hook_secret (id, workspace_id, hook_id, sealed, made_at)
    values (${id}, ${tx.workspace}, ${hook}, ${seal.seal(secret)}, ${at})`)
}

/** It closes at once, and its secrets are gone; what came by it stays. Throws HookMissing. */
export async function revoke(tx: Tx, hook: Id, { at }: { at: Date }): Promise<void> {
  const revoked = await tx.run(sql`
    update hook set revoked_at = ${at} where workspace_id = ${tx.workspace} and id = ${hook} and revoked_at is null`)
  if (revoked === 0) throw new HookMissing()
  await tx.run(sql`delete from hook_secret where workspace_id = ${tx.workspace} and hook_id = ${hook}`)
}

/** In which workspace it stands; null: there is no such door. */
export const workspaceOf = async (tx: Omit<Tx, 'workspace'>, hook: Id): Promise<Id | null> =>
  (await tx.row<{ id: Id | null }>(sql`select workspace_of_hook(${hook}) as id`))?.id ?? null

/** Those that open now. Throws SealBroken. */
export async function secretsOf(tx: Tx, hook: Id, now: Date, seal: Seal): Promise<string[]> {
  const rows = await tx.rows<{ sealed: Buffer }>(sql`
    select sealed from hook_secret
    where workspace_id = ${tx.workspace} and hook_id = ${hook} and (ends_at is null or ends_at > ${now})
    order by made_at desc`)
  return rows.map(({ sealed }) => seal.open(sealed))
}

export const countTurnedAway = (tx: Tx, hook: Id, { why, at }: { why: string; at: Date }): Promise<number> =>
  tx.run(sql`
    update hook set turned_away = turned_away + 1, turned_away_at = ${at}, turned_away_why = ${why}
    where workspace_id = ${tx.workspace} and id = ${hook}`)

export type HookRow = {
  id: Id
  name: string
  madeAt: Date
  madeBy: Teammate
  /** Until when a secret before the newest still opens; null: there is the newest alone. */
  olderUntil: Date | null
  last: Date | null
  turnedAway: { times: number; at: string; why: string } | null
}

/** Those that are not revoked, the oldest first. */
export const hooks = (tx: Tx, now: Date): Promise<HookRow[]> =>
  tx.rows(sql`
    select h.id, h.name, h.made_at, json_build_object('id', t.id, 'name', t.name, 'role', t.role) as made_by,
      (select max(ends_at) from hook_secret where hook_id = h.id and ends_at > ${now}) as older_until,
      (select max(at) from hook_delivery where hook_id = h.id) as last,
      case when h.turned_away > 0
        then json_build_object('times', h.turned_away, 'at', h.turned_away_at, 'why', h.turned_away_why) end as turned_away
    from hook h join teammate t on t.id = h.made_by
    where h.workspace_id = ${tx.workspace} and h.revoked_at is null
    order by h.made_at, h.id`)
