/** A person who answers, and what they may do. */
import type { Id } from '../../lib/ids.ts'

export type Role = 'owner' | 'admin' | 'teammate' | 'guest'
export type Scope = 'read' | 'write' | 'admin'

export type Teammate = { readonly id: Id; readonly name: string; readonly role: Role }

/** Who asks, in which workspace, and with how much of their rights: a token may carry fewer than its teammate has. */
export type Actor = {
  readonly workspace: Id
  readonly workspaceName: string
  readonly teammate: Teammate
  readonly userId: string
  readonly scopes: readonly Scope[]
}

/** What a route asks for. `guest`: also a guest, who then sees only what was given to them. */
export type Permission = { readonly scope: Scope; readonly least: Role }

const ranks: readonly Role[] = ['guest', 'teammate', 'admin', 'owner']

export const may = ({ teammate, scopes }: Pick<Actor, 'teammate' | 'scopes'>, { scope, least }: Permission): boolean =>
  scopes.includes(scope) && ranks.indexOf(teammate.role) >= ranks.indexOf(least)

/** A guest sees the conversations that were given to them, and no others. */
export const sees = ({ teammate }: Pick<Actor, 'teammate'>, conversation: { assigneeId: Id | null }): boolean =>
  teammate.role !== 'guest' || conversation.assigneeId === teammate.id

/** What a role brings: an administrator's scope only to those who administer. */
export const scopesOf = (role: Role): Scope[] =>
  role === 'owner' || role === 'admin' ? ['read', 'write', 'admin'] : ['read', 'write']

/** Why a role can't be given or a teammate sent away; null: it can. A workspace keeps one owner at least. */
export function refuseRole(actor: Teammate, of: Teammate, to: Role | null, owners: number): string | null {
  if (actor.role !== 'owner' && (of.role === 'owner' || to === 'owner'))
    return 'Only an owner can make, change or remove an owner.'
  if (of.role === 'owner' && to !== 'owner' && owners < 2)
    return 'A workspace needs an owner: make somebody else one first.'
  return null
}
