/** The first day: a link that makes one owner, a workspace, and the tokens that programs use. */
import { type Db, sql, type Tx } from '../db/db.ts'
import { add, addToken } from '../domain/teammate/teammate.store.ts'
import type { Scope } from '../domain/teammate/teammate.ts'
import type { Id, NewId } from '../lib/ids.ts'
import { fingerprint, newSecret } from '../lib/seal.ts'

/** A new one-time link's secret; older ones no longer open. */
export function makeSetupLink(db: Db, at: Date): Promise<string> {
  return db.outside(async (tx) => {
    const secret = newSecret()
    await tx.run(sql`
      with older as (delete from auth.setup_link)
      insert into auth.setup_link (hash, made_at) values (${fingerprint(secret)}, ${at})`)
    return secret
  })
}

export const ownerExists = (db: Db): Promise<boolean> =>
  db.outside(async (tx) => (await tx.row<{ yes: boolean }>(sql`select an_owner_exists() as yes`))?.yes === true)

export const setupLinkOpens = (db: Db, secret: string): Promise<boolean> =>
  db.outside(
    async (tx) => (await tx.row(sql`select from auth.setup_link where hash = ${fingerprint(secret)}`)) !== null,
  )

/** Uses the link up; false: it was used, or never was one. Two who come at once: one gets in. */
export const useSetupLink = (db: Db, secret: string): Promise<boolean> =>
  db.outside(async (tx) => (await tx.run(sql`delete from auth.setup_link where hash = ${fingerprint(secret)}`)) > 0)

/** A workspace and its owner, who has signed up already. */
export async function foundWorkspace(
  db: Db,
  { name, owner, at }: { name: string; owner: { userId: string; name: string }; at: Date },
  newId: NewId,
): Promise<{ workspace: Id; teammate: Id }> {
  const [workspace, teammate] = [newId(), newId()]
  await db.in(workspace, async (tx) => {
    await tx.run(sql`insert into workspace (id, name, created_at) values (${workspace}, ${name}, ${at})`)
    await add(tx, { id: teammate, name: owner.name, role: 'owner', userId: owner.userId, at })
  })
  return { workspace, teammate }
}

/** The secret is shown once: we keep its fingerprint. `days`: how long it opens; null: until it is revoked. */
export async function newToken(
  tx: Tx,
  {
    teammateId,
    name,
    scopes,
    days,
    at,
  }: { teammateId: Id; name: string; scopes: readonly Scope[]; days: number | null; at: Date },
  newId: NewId,
): Promise<{ id: Id; secret: string }> {
  const [id, secret] = [newId(), `ear_${newSecret()}`]
  const expiresAt = days === null ? null : new Date(at.getTime() + days * 86_400_000)
  await addToken(tx, { id, teammateId, name, scopes, at, expiresAt, secret })
  return { id, secret }
}
