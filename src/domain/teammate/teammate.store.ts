/** Teammates, the links that invite them, and the tokens that act for them. */
import { array, sql, type Tx } from '../../db/db.ts'
import type { Id } from '../../lib/ids.ts'
import { fingerprint } from '../../lib/seal.ts'
import type { Role, Scope, Teammate } from './teammate.ts'

type Outside = Omit<Tx, 'workspace'>

export const teammates = (tx: Tx): Promise<Teammate[]> =>
  tx.rows(
    sql`select id, name, role from teammate where workspace_id = ${tx.workspace} and left_at is null order by joined_at, id`,
  )

/** Also those who left: their words keep their names. */
export async function byIds(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Teammate>> {
  const rows = await tx.rows<Teammate>(
    sql`select id, name, role from teammate where workspace_id = ${tx.workspace} and id = any(${array(ids, 'uuid')})`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Gives the id under which they stand here: their old one, if they were here before. */
export async function add(tx: Tx, teammate: Teammate & { userId: string; at: Date }): Promise<Id> {
  const row = await tx.row<{ id: Id }>(sql`
    insert into teammate (id, workspace_id, user_id, name, role, joined_at)
    values (${teammate.id}, ${tx.workspace}, ${teammate.userId}, ${teammate.name}, ${teammate.role}, ${teammate.at})
    on conflict (workspace_id, user_id) do update set role = excluded.role, left_at = null
    returning id`)
  return row?.id ?? teammate.id
}

export const setRole = (tx: Tx, id: Id, role: Role): Promise<number> =>
  tx.run(sql`update teammate set role = ${role} where workspace_id = ${tx.workspace} and id = ${id}`)

/** Sends a teammate away: tokens end at once; what they hold goes back to everyone. */
export async function remove(tx: Tx, id: Id, at: Date): Promise<number> {
  await tx.run(
    sql`update token set revoked_at = ${at} where workspace_id = ${tx.workspace} and teammate_id = ${id} and revoked_at is null`,
  )
  await tx.run(
    sql`update conversation set assignee_id = null where workspace_id = ${tx.workspace} and assignee_id = ${id}`,
  )
  return tx.run(
    sql`update teammate set left_at = ${at} where workspace_id = ${tx.workspace} and id = ${id} and left_at is null`,
  )
}

export type Membership = { workspaceId: Id; workspaceName: string; teammateId: Id; name: string; role: Role }

export const workspacesOf = (tx: Outside, userId: string): Promise<Membership[]> =>
  tx.rows(sql`select workspace_id, workspace_name, teammate_id, name, role from workspaces_of_user(${userId})`)

/** Where somebody works who signs in by this mail address. */
export const membersByMail = (tx: Outside, mail: string): Promise<Membership[]> =>
  tx.rows(sql`
    select w.workspace_id, w.workspace_name, w.teammate_id, w.name, w.role
    from auth."user" u cross join lateral workspaces_of_user(u.id) w
    where u.email = ${mail}`)

export type SignedIn = Membership & { userId: string; prolong: boolean }

/** Where the user of a session works, first where they came first. Empty: the session ended, or they work nowhere any more. */
export const bySession = (tx: Outside, token: string, now: Date, prolongEvery: number): Promise<SignedIn[]> =>
  tx.rows(sql`
    select s."userId" as user_id, s."updatedAt" < ${new Date(now.getTime() - prolongEvery)} as prolong,
      w.workspace_id, w.workspace_name, w.teammate_id, w.name, w.role
    from auth.session s cross join lateral workspaces_of_user(s."userId") w
    where s.token = ${token} and s."expiresAt" > ${now}`)

export type NewToken = {
  id: Id
  teammateId: Id
  name: string
  scopes: readonly Scope[]
  at: Date
  expiresAt: Date | null
  secret: string
}

export const addToken = (tx: Tx, token: NewToken): Promise<number> =>
  tx.run(sql`
    insert into token (id, workspace_id, teammate_id, name, hash, scopes, created_at, expires_at)
    values (${token.id}, ${tx.workspace}, ${token.teammateId}, ${token.name}, ${fingerprint(token.secret)}, ${array(token.scopes, 'text')}, ${token.at}, ${token.expiresAt})`)

export type Bearer = {
  tokenId: Id
  workspaceId: Id
  teammateId: Id
  userId: string
  scopes: Scope[]
  expiresAt: Date | null
}

export const byToken = (tx: Outside, secret: string): Promise<Bearer | null> =>
  tx.row(
    sql`select token_id, workspace_id, teammate_id, user_id, scopes, expires_at from token_by_hash(${fingerprint(secret)})`,
  )

/** At most once an hour, so that reading does not mean writing. */
export const markUsed = (tx: Tx, tokenId: Id, at: Date): Promise<number> =>
  tx.run(sql`
    update token set last_used_at = ${at}
    where workspace_id = ${tx.workspace} and id = ${tokenId} and (last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 hour')`)

export type TokenRow = {
  id: Id
  name: string
  scopes: Scope[]
  createdAt: Date
  lastUsed: Date | null
  expiresAt: Date | null
}

export const tokensOf = (tx: Tx, teammateId: Id): Promise<TokenRow[]> =>
  tx.rows(sql`
    select id, name, scopes, created_at, last_used_at as last_used, expires_at from token
    where workspace_id = ${tx.workspace} and teammate_id = ${teammateId} and revoked_at is null order by created_at`)

export const revoke = (tx: Tx, id: Id, teammateId: Id, at: Date): Promise<number> =>
  tx.run(sql`
    update token set revoked_at = ${at}
    where workspace_id = ${tx.workspace} and id = ${id} and teammate_id = ${teammateId} and revoked_at is null`)

export type InvitationRow = { id: Id; mail: string; role: Role; expiresAt: Date }

export const invite = (
  tx: Tx,
  it: { id: Id; mail: string; role: Role; secret: string; by: Id; at: Date; expiresAt: Date },
): Promise<number> =>
  tx.run(sql`
    insert into invitation (id, workspace_id, mail, role, hash, invited_by, invited_at, expires_at)
    values (${it.id}, ${tx.workspace}, ${it.mail}, ${it.role}, ${fingerprint(it.secret)}, ${it.by}, ${it.at}, ${it.expiresAt})`)

export const invitations = (tx: Tx, at: Date): Promise<InvitationRow[]> =>
  tx.rows(sql`
    select id, mail, role, expires_at from invitation
    where workspace_id = ${tx.workspace} and accepted_at is null and expires_at > ${at} order by invited_at`)

export const uninvite = (tx: Tx, id: Id): Promise<number> =>
  tx.run(sql`delete from invitation where workspace_id = ${tx.workspace} and id = ${id}`)

export type Invited = {
  invitationId: Id
  workspaceId: Id
  workspaceName: string
  mail: string
  role: Role
  expiresAt: Date
  invitedBy: string
}

export const byInvitation = (tx: Outside, secret: string): Promise<Invited | null> =>
  tx.row(sql`
    select invitation_id, workspace_id, workspace_name, mail, role, expires_at, invited_by
    from invitation_by_hash(${fingerprint(secret)})`)

/** False: somebody used it in the meantime. */
export const accept = async (tx: Tx, id: Id, at: Date): Promise<boolean> =>
  (await tx.run(
    sql`update invitation set accepted_at = ${at} where workspace_id = ${tx.workspace} and id = ${id} and accepted_at is null`,
  )) > 0
