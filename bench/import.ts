/** How quickly an archive comes in, against a bare COPY of the same rows into the same table and indexes. */
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
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

const { values } = parseArgs({
  options: { rows: { type: 'string' }, rounds: { type: 'string' }, data: { type: 'string' }, map: { type: 'string' } },
})
const rounds = Number(values.rounds ?? 3)
const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))

/** Rows (messages) a second. `copiedAll`: with the conversations, people and identities that the import makes besides. */
type Round = { imported: number; copied: number; copiedAll: number; ratio: number; ratioAll: number }

try {
  const path = values.data ?? join(folder, 'posts.csv')
  if (values.data === undefined) await writePosts(createWriteStream(path), Number(values.rows ?? 100_000))
  const map = values.map ?? (values.data === undefined ? 'text=text,author=author,at=at,id=id,parent=parent' : 'text=text,author=name,at=tweet_created,id=tweet_id')
  const opened = await openDatabase({ data: folder, databaseUrl: null })
  try {
    const results: Round[] = []
    let rows = 0
    for (let round = 0; round < rounds; round++) {
      const { db, ownerUrl } = opened
      const imported = await importOnce(db, path, map)
      const copied = await copyOnce(ownerUrl, folder)
      rows = imported.rows
      if (copied.rows !== rows) throw new Error(`${rows} rows came in and ${copied.rows} were copied`)
      const perSecond = { imported: rows / imported.seconds, copied: rows / copied.seconds, copiedAll: rows / copied.secondsOfAll }
      const ratios = { ratio: perSecond.imported / perSecond.copied, ratioAll: perSecond.imported / perSecond.copiedAll }
      results.push({ ...perSecond, ...ratios })
      console.error(`round ${round + 1}: ${line({ ...perSecond, ...ratios })}`)
    }
    report(rows, results)
  } finally {
    await opened.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
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

const tables = ['person', 'identity', 'conversation', 'message'] as const

/** The very rows, as they lie in the tables, taken out, and put back into the tables emptied; as the owner, one COPY a table. */
async function copyOnce(ownerUrl: string, folder: string): Promise<Timed & { secondsOfAll: number }> {
  const owner = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=earshot' })
  await owner.connect()
  try {
    for (const table of tables) await pipeline(owner.query(copyTo(`copy ${table} to stdout`)), createWriteStream(join(folder, table)))
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
    await owner.end()
  }
}

function report(rows: number, results: readonly Round[]): void {
  const middle = (name: keyof Round) => results.map((it) => it[name]).sort((a, b) => a - b)[Math.floor(results.length / 2)] ?? 0
  const figures = {
    rows,
    importedPerSecond: Math.round(middle('imported')),
    copiedPerSecond: Math.round(middle('copied')),
    copiedAllPerSecond: Math.round(middle('copiedAll')),
    ratio: Number(middle('ratio').toFixed(3)),
    ratioAll: Number(middle('ratioAll').toFixed(3)),
    rounds: results,
    residentMB: Math.round(process.resourceUsage().maxRSS / 1024),
    node: process.version,
  }
  console.log(`import | ${shown(rows)} rows | ${line({ ...figures, imported: figures.importedPerSecond, copied: figures.copiedPerSecond, copiedAll: figures.copiedAllPerSecond })} | ${figures.residentMB} MB`)
  const folderOfResults = new URL('./results/', import.meta.url)
  mkdirSync(folderOfResults, { recursive: true })
  writeFileSync(new URL('import.json', folderOfResults), `${JSON.stringify(figures, null, 2)}\n`)
}

function line({ imported, copied, copiedAll, ratio, ratioAll }: Round): string {
  return `${shown(imported)}/s | COPY of the messages ${shown(copied)}/s, ratio ${ratio.toFixed(2)} | COPY of all that it writes ${shown(copiedAll)}/s, ratio ${ratioAll.toFixed(2)}`
}

function shown(count: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(count)
}
