/** What a desk is asked over HTTP, as a browser asks, beside the bare SQL of the same rows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDb, type Tx } from '../src/db/db.ts'
import { openEmbedded } from '../src/db/embedded.ts'
import { bareSql, type Statement } from './bare-sql.ts'
import { type Caller, enter, found, startDesk } from './desk.ts'
import { median, type Options, quantile } from './result.ts'

/** What is asked for changes with each round. */
export type Asking = {
  what: string
  path: (round: number) => string
  sql: (tx: Tx, round: number) => Promise<unknown>
}

/** Milliseconds. */
export type Measured = { api: number; sql: number; apiMedian: number; sqlMedian: number }

/** Kit, who owns the desk, and their workspace. */
export type Me = { workspace: string; me: string }

export type Filling = {
  options: Options
  /** Writes the past of the desk, past row-level security. */
  fill: (owner: pg.Client, kit: Me) => Promise<void>
}

/** Fills a desk (once in the folder of `--data`, else each time) and asks it in `--rounds`. Gives what it holds, for the notes. */
export async function besideSql<A extends Asking>(
  { options: { data, rounds = '300' }, fill }: Filling,
  askings: (ownerUrl: string, kit: Me) => Promise<A[]>,
): Promise<{ held: string; taken: { asking: A; measured: Measured }[] }> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  const embedded = await openEmbedded(folder) // so that the server outlives the desk's restart
  try {
    const held = await aDeskWith(folder, embedded.ownerUrl, fill)
    const desk = await startDesk({ data: folder })
    try {
      const caller = await enter(desk.url)
      const kit = await meOf(caller)
      const bare = await bareSql(embedded.url, kit.workspace)
      const db = openDb(embedded.url, { connections: 1 })
      const record = (work: (tx: Tx) => Promise<unknown>) => bare.record(db, work)
      const sides = { caller, rounds: Number(rounds), record, replay: bare.replay }
      const taken: { asking: A; measured: Measured }[] = []
      for (const asking of await askings(embedded.ownerUrl, kit)) {
        const measured = await measure(asking, sides)
        taken.push({ asking, measured })
        console.error(`${asking.what}: API p95 ${measured.api.toFixed(1)} ms, SQL p95 ${measured.sql.toFixed(1)} ms`)
      }
      await db.close()
      await bare.close()
      return { held, taken }
    } finally {
      await desk.stop()
    }
  } finally {
    await embedded.close()
    if (data === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** How the figures were taken. */
export const notes = (held: string): string[] => [
  held,
  'API: HTTP on one open connection, signed in by cookie, as a browser asks. SQL: the very statements that the answer needs, through pg on one connection, as the same role under row-level security.',
  'Interleaved: each round asks both for the same thing, in turn first. What is asked for changes with each round.',
]

/** Rows as the owner of the database sees them: of every workspace. */
export async function ask<T>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=earshot' })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as T[]
  } finally {
    await client.end()
  }
}

/** Fills the desk of a folder, once, by its first owner. Gives what it holds, in words. */
export async function aDeskWith(folder: string, ownerUrl: string, fill: Filling['fill']): Promise<string> {
  const desk = await startDesk({ data: folder })
  try {
    if (desk.setupLink !== null) {
      const kit = await meOf(await found(desk))
      const owner = new pg.Client({ connectionString: ownerUrl })
      await owner.connect()
      await fill(owner, kit).finally(() => owner.end())
    }
  } finally {
    await desk.stop()
  }
  const [held] = await ask<Record<'messages' | 'conversations' | 'open' | 'people' | 'workspaces', number>>(
    ownerUrl,
    `select (select count(*) from message) as messages, (select count(*) from conversation) as conversations,
       (select count(*) from conversation where state = 'open') as open, (select count(*) from person) as people,
       (select count(*) from workspace) as workspaces`,
  )
  return `${held?.messages} messages in ${held?.conversations} conversations (${held?.open} open) of ${held?.people} people, in ${held?.workspaces} workspaces.`
}

async function meOf(caller: Caller): Promise<Me> {
  const { teammate, workspace } = JSON.parse(await caller.get('/me')) as Record<
    'teammate' | 'workspace',
    { id: string }
  >
  return { workspace: workspace.id, me: teammate.id }
}

type Sides = {
  caller: Caller
  rounds: number
  record: (work: (tx: Tx) => Promise<unknown>) => Promise<Statement[]>
  replay: (statements: readonly Statement[]) => Promise<void>
}

/** Interleaved: each round asks both for the same thing, in turn first. */
async function measure({ path, sql }: Asking, { caller, rounds, record, replay }: Sides): Promise<Measured> {
  const api: number[] = []
  const bare: number[] = []
  for (let round = -20; round < rounds; round++) {
    const statements = await record((tx) => sql(tx, round + 20))
    const overApi = () => timed(() => caller.get(path(round + 20)))
    const bySql = () => timed(() => replay(statements))
    const [a, b] = round % 2 === 0 ? [await overApi(), await bySql()] : [await bySql(), await overApi()].reverse()
    if (round < 0) continue // the first are for warming up
    api.push(a as number)
    bare.push(b as number)
  }
  return { api: quantile(api, 0.95), sql: quantile(bare, 0.95), apiMedian: median(api), sqlMedian: median(bare) }
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
