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

type Round = { imported: number; copied: number; ratio: number }

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
      const copied = await copyOnce(ownerUrl, join(folder, 'rows.copy'))
      rows = imported.rows
      if (copied.rows !== rows) throw new Error(`${rows} rows came in and ${copied.rows} were copied`)
      const perSecond = { imported: rows / imported.seconds, copied: rows / copied.seconds }
      results.push({ ...perSecond, ratio: perSecond.imported / perSecond.copied })
      console.error(`round ${round + 1}: import ${shown(perSecond.imported)}/s, COPY ${shown(perSecond.copied)}/s, ratio ${(perSecond.imported / perSecond.copied).toFixed(2)}`)
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

/** The very rows, as they lie in the table, taken out, and put back into the table emptied; as the owner, in one COPY. */
async function copyOnce(ownerUrl: string, file: string): Promise<Timed> {
  const owner = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=earshot' })
  await owner.connect()
  try {
    await pipeline(owner.query(copyTo('copy message to stdout')), createWriteStream(file))
    await owner.query('truncate message cascade')
    await owner.query('checkpoint')
    const began = performance.now()
    const copy = owner.query(copyFrom('copy message from stdin'))
    await pipeline(createReadStream(file, { highWaterMark: 1_000_000 }), copy)
    const seconds = (performance.now() - began) / 1000
    const rows = copy.rowCount
    await owner.query('truncate workspace cascade')
    await owner.query('checkpoint')
    return { rows, seconds }
  } finally {
    await owner.end()
  }
}

function report(rows: number, results: readonly Round[]): void {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const figures = {
    rows,
    importedPerSecond: Math.round(middle(results.map((it) => it.imported))),
    copiedPerSecond: Math.round(middle(results.map((it) => it.copied))),
    ratio: Number(middle(results.map((it) => it.ratio)).toFixed(3)),
    ratios: results.map((it) => Number(it.ratio.toFixed(3))),
    residentMB: Math.round(process.resourceUsage().maxRSS / 1024),
    node: process.version,
  }
  console.log(`import | ${shown(rows)} rows | ${shown(figures.importedPerSecond)}/s | COPY ${shown(figures.copiedPerSecond)}/s | ratio ${figures.ratio} (at least 0.6) | ${figures.residentMB} MB`)
  const folderOfResults = new URL('./results/', import.meta.url)
  mkdirSync(folderOfResults, { recursive: true })
  writeFileSync(new URL('import.json', folderOfResults), `${JSON.stringify(figures, null, 2)}\n`)
}

function shown(count: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 0 }).format(count)
}
