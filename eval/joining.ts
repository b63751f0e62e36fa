/**
 * `npm run eval:joining [-- --data FOLDER]`: how often people are rightly taken for one human. Generated names are heard as any are,
 * and each person is asked for who might be the same; with data, whether returning authors of real files are one person each.
 * Prints tables; suggestions below .99 of precision or .80 of recall, or one wrong automatic join, make the exit code 1.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDb } from '../src/db/db.ts'
import { openEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { figuresOf, type Judged, tableOf } from './joining/figures.ts'
import { guild } from './joining/guild.ts'
import { judge } from './joining/judge.ts'
import { returning } from './joining/returning.ts'
import { town } from './joining/town.ts'

const PRECISION = 0.99
const RECALL = 0.8

const { values } = parseArgs({ options: { data: { type: 'string' }, seeds: { type: 'string', default: '1,3' } } })
process.exitCode = (await evaluate(values.seeds.split(',').map(Number), values.data)) ? 0 : 1

/** The town with each seed, the guild with the first and the second: the last of each are held back (joining/CARD.md). */
async function evaluate(seeds: readonly number[], data: string | undefined): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-eval-'))
  const server = await openEmbedded(folder)
  const db = openDb(server.url, { deadlineMs: 120_000 })
  try {
    await migrate(server.ownerUrl)
    let holds = true
    for (const made of [...seeds.map(town), ...seeds.slice(0, 2).map((_, at) => guild(at + 1))]) {
      const judged = await judge(db, made)
      console.log(`\n${made.recipe}, seed ${made.seed}\n${tableOf(judged)}`)
      holds = enough(judged) && holds
    }
    return (data === undefined || (await returning(db, data))) && holds
  } finally {
    await db.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function enough(judged: Judged): boolean {
  const { precision, recall, automatic } = figuresOf(judged)
  return precision >= PRECISION && recall >= RECALL && automatic === 1
}
