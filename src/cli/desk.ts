/** The desk as a command meets it: its settings and its database, whether the server is up or down. */
import { type Db, sql } from '../db/db.ts'
import { type Opened, openDatabase } from '../db/open.ts'
import type { Id } from '../lib/ids.ts'
import { CommandRefused } from './refusals.ts'
import { readSettings, type Settings } from './settings.ts'

export type Desk = Opened & { settings: Settings }

/** Opens the desk, works, and closes it again whatever happens. Throws DatabaseTrouble and SettingRefused. */
export async function atDesk<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  const settings = readSettings(process.env)
  const opened = await openDatabase(settings)
  try {
    return await work({ ...opened, settings })
  } finally {
    await opened.close()
  }
}

export type Workspace = { workspaceId: Id; name: string }

export const workspacesNamed = (db: Db, name: string | null): Promise<Workspace[]> =>
  db.outside((tx) => tx.rows<Workspace>(sql`select workspace_id, name from workspaces_named(${name})`))

/** The workspace of that name, or the only one. Throws CommandRefused. */
export async function theWorkspace(db: Db, name: string | undefined): Promise<Workspace> {
  const found = await workspacesNamed(db, name ?? null)
  const [only] = found
  if (only && found.length === 1) return only
  if (only && name === undefined)
    throw new CommandRefused(`There are several workspaces here: name one by --workspace. They are ${names(found)}.`)
  if (only) throw new CommandRefused(`${found.length} workspaces are called ${name}.`)
  const all = name === undefined ? [] : await workspacesNamed(db, null)
  throw new CommandRefused(
    all.length > 0
      ? `There is no workspace called ${name}. There is ${names(all)}.`
      : 'There is no workspace here yet. Make one: earshot setup --owner MAIL --workspace NAME',
  )
}

const names = (workspaces: readonly Workspace[]) => workspaces.map(({ name }) => `"${name}"`).join(', ')
