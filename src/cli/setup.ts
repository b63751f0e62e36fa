/** earshot setup: the first owner, by a link or, for programs, by a token. */
import { parseArgs } from 'node:util'
import { type Db, sql } from '../db/db.ts'
import { add, invite, workspacesOf } from '../domain/teammate/teammate.store.ts'
import { foundWorkspace, makeSetupLink, newToken, ownerExists } from '../flows/setup.ts'
import { type Id, newId } from '../lib/ids.ts'
import { newSecret } from '../lib/seal.ts'
import { atDesk, workspacesNamed } from './desk.ts'
import { CommandRefused, UsageWrong } from './refusals.ts'

export const about = 'makes the first owner and their workspace, or a token for programs'
export const usage = `setup --owner MAIL --workspace NAME [--token]

Prints a link that works once: whoever opens it chooses a name and a password, and owns the desk. For an owner who was
made with --token and has no password yet, the link is to choose one.
With --token it makes owner and workspace at once, where they are not there, and prints nothing but an API token that may
read, write and administer.`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { owner: { type: 'string' }, workspace: { type: 'string' }, token: { type: 'boolean' } },
  })
  const mail = values.owner?.trim().toLowerCase() ?? ''
  const workspace = values.workspace?.trim() ?? ''
  if (!/^[^\s@]+@[^\s@]+$/.test(mail)) throw new UsageWrong('Whose desk is it? --owner must be a mail address.')
  if (workspace === '') throw new UsageWrong('What is the organisation called? Say it by --workspace NAME.')
  return atDesk(async ({ db, settings }) => {
    console.log(
      values.token
        ? await tokenFor(db, mail, workspace, new Date())
        : await linkFor(db, settings.url, { mail, workspace }),
    )
    return 0
  })
}

async function linkFor(db: Db, url: string, { mail, workspace }: { mail: string; workspace: string }): Promise<string> {
  if (await ownerExists(db)) {
    const link = await passwordLinkFor(db, url, mail, new Date())
    if (link) return link
    throw new CommandRefused('This desk has an owner already, who can invite others. For a program, add --token.')
  }
  return `${url}/setup?${new URLSearchParams({ token: await makeSetupLink(db, new Date()), mail, workspace })}`
}

/** For an owner who was made with --token and has no password: a link to choose one. Null: there is no such owner. */
async function passwordLinkFor(db: Db, url: string, mail: string, at: Date): Promise<string | null> {
  const user = await db.outside((tx) =>
    tx.row<{ id: string }>(sql`
      select id from auth."user"
      where email = ${mail} and not exists (select from auth.account where "userId" = "user".id and password is not null)`),
  )
  const owned = user && (await db.outside((tx) => workspacesOf(tx, user.id))).find((it) => it.role === 'owner')
  if (!owned) return null
  const secret = newSecret()
  const expiresAt = new Date(at.getTime() + 86_400_000)
  await db.in(owned.workspaceId, (tx) =>
    invite(tx, { id: newId(), mail, role: 'admin', secret, by: owned.teammateId, at, expiresAt }),
  )
  return `${url}/join?token=${secret}`
}

async function tokenFor(db: Db, mail: string, name: string, at: Date): Promise<string> {
  const userId = await userWith(db, mail)
  const [there, ...more] = await workspacesNamed(db, name)
  if (more.length > 0) throw new CommandRefused(`${more.length + 1} workspaces are called ${name}.`)
  const { workspace, teammate } = there
    ? { workspace: there.workspaceId, teammate: await ownerIn(db, there.workspaceId, userId, mail, at) }
    : await foundWorkspace(db, { name, owner: { userId, name: calledBy(mail) }, at }, newId)
  const { secret } = await db.in(workspace, (tx) =>
    newToken(
      tx,
      { teammateId: teammate, name: 'earshot setup', scopes: ['read', 'write', 'admin'], days: null, at },
      newId,
    ),
  )
  return secret
}

/** An account without a password: it opens nothing until its owner sets one. */
function userWith(db: Db, mail: string): Promise<string> {
  return db.outside(async (tx) => {
    await tx.run(
      sql`insert into auth."user" (id, name, email) values (${newId()}, ${calledBy(mail)}, ${mail}) on conflict (email) do nothing`,
    )
    const user = await tx.row<{ id: string }>(sql`select id from auth."user" where email = ${mail}`)
    if (!user) throw new CommandRefused(`The account ${mail} is gone again.`)
    return user.id
  })
}

/** Who sits at this terminal holds the database already: naming an owner gives away nothing. */
async function ownerIn(db: Db, workspace: Id, userId: string, mail: string, at: Date): Promise<Id> {
  const memberships = await db.outside((tx) => workspacesOf(tx, userId))
  const mine = memberships.find((it) => it.workspaceId === workspace)
  if (mine?.role === 'owner') return mine.teammateId
  await db.in(workspace, (tx) =>
    add(tx, { id: newId(), name: mine?.name ?? calledBy(mail), role: 'owner', userId, at }),
  )
  const again = (await db.outside((tx) => workspacesOf(tx, userId))).find((it) => it.workspaceId === workspace)
  if (!again) throw new CommandRefused(`${mail} could not be made an owner.`)
  return again.teammateId
}

const calledBy = (mail: string): string => mail.split('@')[0] ?? mail
