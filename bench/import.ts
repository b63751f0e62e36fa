/** How quickly an archive comes in, against a bare COPY of the same rows into the same table and indexes. */
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { csvRows } from '../src/channels/archive/csv.ts'
import { readMap } from '../src/channels/archive/rows.ts'
import { bringIn } from '../src/cli/bring-in.ts'
import { bytesOf, lookAt } from '../src/cli/import-file.ts'
import { type Db, sql } from '../src/db/db.ts'
import { openDatabase } from '../src/db/open.ts'
import { newId } from '../src/lib/ids.ts'
import { writePosts } from './posts.ts'
import { atLeast, atMost, figure, median, type Options, type Result, type Row, report } from './result.ts'

// In the order in which they refer to each other.
const tables = ['person', 'identity', 'conversation', 'message'] as const

await report(
  'an archive brought in, against a bare COPY of the same rows into the same tables and indexes',
  async (options) => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
    try {
      return await measure(folder, options)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

/** Messages a second. `copiedAll`: with the conversations, people and identities that the import makes besides. */
type Round = { imported: number; copied: number; copiedAll: number }

/** `--rows`, `--rounds`; or `--data FILE --map ...` for a file of yours. */
async function measure(folder: string, options: Options): Promise<Result> {
  const path = options.data ?? join(folder, 'posts.csv')
  if (options.data === undefined) await writePosts(createWriteStream(path), Number(options.rows ?? 100_000))
  const map = options.map ?? 'text=text,author=author,at=at,id=id,parent=parent'
  const opened = await openDatabase({ data: folder, databaseUrl: null })
  try {
    const rounds: Round[] = []
    let rows = 0
    for (let round = 1; round <= Number(options.rounds ?? 3); round++) {
      const imported = await importOnce(opened.db, path, map)
      const copied = await copyOnce(opened.ownerUrl, folder)
      rows = imported.rows
      if (copied.rows !== rows) throw new Error(`${rows} rows came in and ${copied.rows} were copied`)
      rounds.push({
        imported: rows / imported.seconds,
        copied: rows / copied.seconds,
        copiedAll: rows / copied.secondsOfAll,
      })
    }
    return { name: 'import', rows: figures(rows, rounds), notes: rounds.map(line) }
  } finally {
    await opened.close()
  }
}

function figures(rows: number, rounds: readonly Round[]): Row[] {
  const middle = (value: (round: Round) => number) => median(rounds.map(value))
  const ratio = middle((it) => it.imported / it.copied)
  return [
    figure('messages', rows, ''),
    figure(
      'brought in',
      middle((it) => it.imported),
      'a second',
    ),
    figure(
      'COPY of the messages',
      middle((it) => it.copied),
      'a second',
    ),
    figure(
      'COPY of all that the import writes',
      middle((it) => it.copiedAll),
      'messages a second',
    ),
    atLeast('brought in, of COPY of the messages', ratio, 'times', 0.6),
    figure(
      'brought in, of COPY of all',
      middle((it) => it.imported / it.copiedAll),
      'times',
    ),
    atMost('resident memory', process.resourceUsage().maxRSS / 1024, 'MB', 350),
  ]
}

function line({ imported, copied, copiedAll }: Round, at: number): string {
  const [ofMessages, ofAll] = [imported / copied, imported / copiedAll].map((ratio) => ratio.toFixed(2))
  return `round ${at + 1}: ${Math.round(imported)}, COPY ${Math.round(copied)} (${ofMessages}), of all ${Math.round(copiedAll)} (${ofAll})`
}

type Timed = { rows: number; seconds: number }

async function importOnce(db: Db, path: string, map: string): Promise<Timed> {
  const file = await lookAt(path)
  const [workspace, room] = [newId(), newId()]
  await db.in(workspace, async (tx) => {
    await tx.run(sql`insert into workspace (id, name, created_at) values (${workspace}, 'Acme', now())`)
    await tx.run(sql`
      insert into room (id, workspace_id, channel, address, name, settings, created_at)
      values (${room}, ${workspace}, 'archive', 'bench', 'bench', '{}', now())`)
  })
  const began = performance.now()
  const { filed } = await bringIn({
    db,
    workspace,
    room,
    file: file.fingerprint,
    rows: csvRows(bytesOf(file), readMap(map)),
    us: new Set(),
    now: () => new Date(),
    newId,
    onBad: (line, why) => console.error(line, why),
    onFiled: () => {},
  })
  return { rows: filed, seconds: (performance.now() - began) / 1000 }
}

/** The very rows, as they lie in the tables, taken out, and put back into the tables emptied; as the owner, one COPY a table. */
async function copyOnce(ownerUrl: string, folder: string): Promise<Timed & { secondsOfAll: number }> {
  const owner = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=earshot' })
  await owner.connect()
  try {
    for (const table of tables)
      await pipeline(owner.query(copyTo(`copy ${table} to stdout`)), createWriteStream(join(folder, table)))
    // What is counted while the tables are empty would have each key of the rows looked for in the whole of a table.
    await autovacuum(owner, 'off')
    await owner.query(`truncate ${tables.join(', ')} cascade`)
    await owner.query('checkpoint')
    const timed = { rows: 0, seconds: 0, secondsOfAll: 0 }
    for (const table of tables) {
      const began = performance.now()
      const copy = owner.query(copyFrom(`copy ${table} from stdin`))
      await pipeline(createReadStream(join(folder, table), { highWaterMark: 1_000_000 }), copy)
      const seconds = (performance.now() - began) / 1000
      timed.secondsOfAll += seconds
      if (table === 'message') Object.assign(timed, { rows: copy.rowCount, seconds })
    }
    await owner.query('truncate workspace cascade')
    await owner.query('checkpoint')
    return timed
  } finally {
    await autovacuum(owner, 'on')
    await owner.end()
  }
}

async function autovacuum(owner: pg.Client, is: 'on' | 'off'): Promise<void> {
  await owner.query(`alter system set autovacuum = ${is}`)
  await owner.query('select pg_reload_conf()')
}
