/** earshot demo: the pretend town, to look at the desk at work. */
import { parseArgs } from 'node:util'
import { sql } from '../db/db.ts'
import { buildTown, removeTown } from '../flows/demo.ts'
import { type Id, newId } from '../lib/ids.ts'
import { atDesk, theWorkspace } from './desk.ts'
import { CommandRefused } from './refusals.ts'

export const about = 'fills an empty workspace with a pretend town, or takes it away again'
export const usage = `demo [--remove] [--workspace NAME]

People who talk with a bakery, in rooms of their own. It never stands beside real rooms, and goes without a trace.`

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { remove: { type: 'boolean' }, workspace: { type: 'string' } } })
  return atDesk(async ({ db }) => {
    const { workspaceId: workspace, name } = await theWorkspace(db, values.workspace)
    const owner = await db.in(workspace, (tx) =>
      tx.row<{ id: Id }>(
        sql`select id from teammate where workspace_id = ${workspace} and role = 'owner' and left_at is null order by joined_at limit 1`,
      ),
    )
    if (!owner) throw new CommandRefused(`${name} has no owner.`)
    const at = new Date()
    if (values.remove) {
      const rooms = await removeTown(db, workspace, { by: owner.id, at })
      console.log(rooms > 0 ? `The pretend town is gone from ${name}.` : `There is no pretend town in ${name}.`)
      return 0
    }
    const built = await buildTown(db, { workspace, teammate: owner.id, at }, newId)
    if (built.is === 'refused') throw new CommandRefused(built.why)
    console.log(
      `The pretend town stands in ${name}: ${built.messages} messages in ${built.conversations} conversations. Take it away by earshot demo --remove`,
    )
    return 0
  })
}
