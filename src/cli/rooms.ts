/** earshot rooms: which rooms there are, and how each is. */
import { parseArgs } from 'node:util'
import { type Db, sql } from '../db/db.ts'
import type { Trouble } from '../domain/room/room.ts'
import type { Id } from '../lib/ids.ts'
import { atDesk, theWorkspace, type Workspace, workspacesNamed } from './desk.ts'
import { ago, table } from './table.ts'

export const about = 'shows the rooms and how each is'
export const usage = 'rooms [--workspace NAME]'

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { workspace: { type: 'string' } } })
  return atDesk(async ({ db }) => {
    const workspaces =
      values.workspace === undefined ? await workspacesNamed(db, null) : [await theWorkspace(db, values.workspace)]
    const found = (await Promise.all(workspaces.map((workspace) => roomsOf(db, workspace)))).flat()
    if (found.length === 0) {
      console.log('There are no rooms yet. Add one in the desk, or bring in a file: earshot help import')
      return 0
    }
    const head = ['ROOM', 'CHANNEL', 'MESSAGES', 'LAST HEARD', 'HOW IT IS']
    const several = workspaces.length > 1
    const rows = found.map((room) => [
      several ? `${room.workspace}: ${room.name}` : room.name,
      room.channel,
      String(room.messages),
      ago(room.heardAt, new Date()),
      healthOf(room),
    ])
    console.log(table([head, ...rows]))
    return 0
  })
}

export type RoomHealth = {
  workspace: string
  name: string
  channel: string
  messages: number
  heardAt: Date | null
  trouble: Trouble | null
  gaps: { from: string; to: string; why: string }[]
  paused: boolean
  unsaid: number
}

export async function roomsOf(db: Db, { workspaceId, name }: Workspace): Promise<RoomHealth[]> {
  const rows = await db.in(workspaceId, (tx) => tx.rows(health(workspaceId)))
  return rows.map((row) => ({ ...row, workspace: name }))
}

const health = (workspace: Id) => sql<Omit<RoomHealth, 'workspace'>>`
  select r.name, r.channel, r.heard_at, r.trouble, r.gaps, r.paused_at is not null as paused,
    (select coalesce(sum(c.messages), 0) from conversation c where c.workspace_id = ${workspace} and c.room_id = r.id) as messages,
    (select count(*) from outbox o where o.workspace_id = ${workspace} and o.room_id = r.id and o.state in ('refused', 'unknown')) as unsaid
  from room r
  where r.workspace_id = ${workspace}
  order by r.name, r.id`

export function healthOf({ channel, trouble, gaps, paused, unsaid, heardAt }: RoomHealth): string {
  const unsaidWords = unsaid > 0 ? `; ${unsaid} ${unsaid === 1 ? 'reply was' : 'replies were'} not said` : ''
  if (trouble) return `!! ${trouble.why}${unsaidWords}`
  if (paused) return `paused${unsaidWords}`
  const gap = gaps.at(-1)
  if (gap) return `hears; missed ${gap.from.slice(0, 16)} to ${gap.to.slice(0, 16)}: ${gap.why}${unsaidWords}`
  if (channel === 'archive') return `brought in${unsaidWords}`
  return `${heardAt ? 'hears' : 'nothing heard yet'}${unsaidWords}`
}
