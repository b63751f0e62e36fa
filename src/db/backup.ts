/** Everything the desk knows, in one file, as it was at one moment; and back again, whole or not at all. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import {
  BackupDamaged,
  framesOf,
  type Header,
  type Manifest,
  newlines,
  type Table,
  verify,
  written,
} from './backup-file.ts'
import { DatabaseTrouble } from './db.ts'
import { migrations } from './migrate.ts'

export type Made = { rows: number; tables: number }

/** `secretKey`: what opens the rooms' secrets, where it shall be in the file too. The file appears when it is whole. */
export async function backup(
  ownerUrl: string,
  path: string,
  about: { version: string; at: Date; secretKey: string | null },
): Promise<Made> {
  const part = `${path}.part`
  const owner = await connected(ownerUrl)
  try {
    // One snapshot for all tables, whoever writes meanwhile.
    await owner.query('begin transaction isolation level repeatable read read only')
    const made: Made = { rows: 0, tables: 0 }
    await pipeline(
      Readable.from(frames(owner, about, made)),
      createGzip(),
      createWriteStream(part, { mode: 0o600, flush: true }),
    )
    await rename(part, path)
    return made
  } catch (error) {
    await rm(part, { force: true })
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC')
      throw new DatabaseTrouble(`There is no room left on the disk for ${path}. Nothing was kept of it.`)
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
      throw new DatabaseTrouble(`${path} can't be written: ${message}`)
    throw error
  } finally {
    await owner.end()
  }
}

async function* frames(
  owner: pg.Client,
  about: { version: string; at: Date; secretKey: string | null },
  made: Made,
): AsyncGenerator<Buffer> {
  const { rows: done } = await owner.query<{ name: string }>('select name from public.earshot_migration order by name')
  const { version, at, secretKey } = about
  const header: Header = {
    earshot: 'backup',
    format: 1,
    version,
    at: at.toISOString(),
    migrations: done.map(({ name }) => name),
    secretKey,
  }
  yield written({ is: 'header', header })
  const manifest: Manifest = { tables: [] }
  for (const table of await tablesOf(owner)) {
    yield written({ is: 'table', table })
    const hash = createHash('sha256').update(JSON.stringify(table.columns))
    let rows = 0
    for await (const bytes of owner.query(copyTo(`copy ${target(table)} to stdout`))) {
      hash.update(bytes as Buffer)
      rows += newlines(bytes as Buffer)
      yield written({ is: 'rows', bytes: bytes as Buffer })
    }
    manifest.tables.push({ name: table.name, rows, sha256: hash.digest('hex') })
    made.rows += rows
    made.tables++
  }
  yield written({ is: 'manifest', manifest })
}

/** Every table of ours, and after those that it refers to. Names are quoted. */
async function tablesOf(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<Table & { refers: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(select quote_ident(a.attname) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct format('%I.%I', fn.nspname, f.relname)
        from pg_constraint k join pg_class f on f.oid = k.confrelid join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('earshot', 'auth') and c.relkind in ('r', 'p') and not c.relispartition
    order by 1`)
  const placed = new Map<string, Table>()
  while (placed.size < rows.length) {
    const next = rows.filter(({ name, refers }) => !placed.has(name) && refers.every((other) => placed.has(other)))
    if (next.length === 0) throw new Error('Tables refer to each other in a circle.')
    for (const { name, columns } of next) placed.set(name, { name, columns })
  }
  return [...placed.values()]
}

export type Restored = { header: Header; rows: number /** Replies that had not left yet. */; unsure: number }

/** Into a desk without a workspace. Throws BackupDamaged or DatabaseTrouble, and then nothing was restored. */
export async function restore(ownerUrl: string, path: string, at: Date): Promise<Restored> {
  const { header, manifest } = await verify(path)
  mustBeOlder(header, path)
  const owner = await connected(ownerUrl)
  try {
    await owner.query('begin')
    await mustBeEmpty(owner)
    const rows = await load(owner, path, manifest)
    const unsure = await doubtReplies(owner, at)
    await setSequences(owner)
    await owner.query('commit')
    return { header, rows, unsure }
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    if (error instanceof pg.DatabaseError)
      throw new DatabaseTrouble(`The backup could not be restored, and nothing of it was kept: ${error.message}`)
    throw error
  } finally {
    await owner.end()
  }
}

function mustBeOlder({ migrations: theirs, version }: Header, path: string): void {
  const ours = new Set(migrations())
  if (theirs.some((name) => !ours.has(name)))
    throw new BackupDamaged(`${path} was made by a newer Earshot (${version}). Restore it with that version.`)
}

async function mustBeEmpty(owner: pg.Client): Promise<void> {
  await owner.query('lock table earshot.workspace in exclusive mode')
  const { rows } = await owner.query('select name from earshot.workspace limit 1')
  if (rows.length > 0) {
    throw new DatabaseTrouble(
      `This desk is not empty: it holds the workspace "${rows[0].name}". Restore into an empty one: another EARSHOT_DATA or DATABASE_URL.`,
    )
  }
  // Without a workspace nobody works here: what is left is a setup link, or somebody who never got in.
  await owner.query('truncate auth."user", auth.setup_link, auth.verification, auth."rateLimit" cascade')
}

async function load(owner: pg.Client, path: string, manifest: Manifest): Promise<number> {
  let into: { table: Table; copy: Writable & { rowCount: number } } | null = null
  const loaded = new Map<string, number>()
  const finish = async () => {
    if (into === null) return
    const { copy, table } = into
    await new Promise<void>((done, fail) => copy.once('error', fail).once('finish', done).end())
    loaded.set(table.name, copy.rowCount)
    into = null
  }
  for await (const frame of framesOf(path)) {
    if (frame.is === 'table') {
      await finish()
      into = { table: frame.table, copy: owner.query(copyFrom(`copy ${target(frame.table)} from stdin`)) }
    } else if (frame.is === 'rows' && into !== null) {
      const { copy } = into
      await new Promise<void>((done, fail) => copy.write(frame.bytes, (error) => (error ? fail(error) : done())))
    } else if (frame.is === 'manifest') await finish()
  }
  if (manifest.tables.some(({ name, rows }) => loaded.get(name) !== rows)) {
    throw new DatabaseTrouble('The database took another number of rows than the backup holds; nothing was kept.')
  }
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0)
}

/** What was leaving when the backup was made may have left since: nobody must say it again unlooked. */
async function doubtReplies(owner: pg.Client, at: Date): Promise<number> {
  const { rowCount } = await owner.query(
    `update earshot.outbox
     set state = 'unknown', worker = null, leased_until = null, settled_at = $1, why = 'Restored from a backup: check before sending again.'
     where state in ('queued', 'sending')`,
    [at],
  )
  await owner.query(
    `update earshot.conversation c
     set trouble = 'unknown', state = 'open', state_at = $1, state_by = null, snoozed_until = null, keep_on_reply = false,
       waiting_since = coalesce(c.waiting_since, m.at)
     from earshot.reply r join earshot.outbox o on o.reply_id = r.id left join earshot.message m on m.id = r.in_reply_to
     where r.conversation_id = c.id and o.state = 'unknown' and o.settled_at = $1`,
    [at],
  )
  return rowCount ?? 0
}

async function setSequences(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; column: string }>(`
    select format('%I.%I', table_schema, table_name) as name, column_name as column
    from information_schema.columns where table_schema in ('earshot', 'auth') and is_identity = 'YES'`)
  for (const { name, column } of rows) {
    await owner.query(`
      select setval(pg_get_serial_sequence('${name}', '${column}'), greatest(max(${pg.escapeIdentifier(column)}), 1), max(${pg.escapeIdentifier(column)}) is not null)
      from ${name}`)
  }
}

const target = ({ name, columns }: Table) => `${name} (${columns.join(', ')})`

async function connected(url: string): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: url, application_name: 'earshot backup' })
  owner.on('error', () => {})
  await owner.connect()
  return owner
}
