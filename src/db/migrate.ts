/** Brings a database to this program's schema: numbered SQL files, each in one transaction, only ever forward. */
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { DatabaseTrouble } from './db.ts'

const OLDEST_POSTGRES = 18
const folder = new URL('./migrations/', import.meta.url)
// Any number, the same in every copy of the program: two that start at once migrate one after the other.
const ONE_AT_A_TIME = 7_400_000_001n

/** The names of the migrations that this call applied. Throws DatabaseTrouble where the server can't serve. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'earshot migrate',
    connectionTimeoutMillis: 10_000,
  })
  try {
    await client.connect()
  } catch (error) {
    throw new DatabaseTrouble(`DATABASE_URL can't be reached: ${(error as Error).message}`)
  }
  try {
    await refuseOldServer(client)
    await client.query(`select pg_advisory_lock(${ONE_AT_A_TIME})`)
    await client.query(
      'create table if not exists public.earshot_migration (name text primary key, at timestamptz not null default now())',
    )
    const done = await client.query<{ name: string }>('select name from public.earshot_migration')
    const known = new Set(done.rows.map((row) => row.name))
    refuseNewerSchema(known)
    const due = migrations().filter((name) => !known.has(name))
    for (const name of due) await apply(client, name)
    return due
  } finally {
    await client.end()
  }
}

/** File names, in order. */
export const migrations = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()

async function apply(client: pg.Client, name: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(readFileSync(new URL(name, folder), 'utf8'))
    await client.query('insert into public.earshot_migration (name) values ($1)', [name])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new DatabaseTrouble(
      `Migration ${name} did not apply, and nothing of it was kept: ${(error as Error).message}`,
    )
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  const version = rows[0]?.server_version ?? '0'
  if (Number.parseInt(version, 10) < OLDEST_POSTGRES) {
    throw new DatabaseTrouble(
      `DATABASE_URL leads to PostgreSQL ${version}; Earshot needs ${OLDEST_POSTGRES} or later. Upgrade it, or unset DATABASE_URL to use the embedded one.`,
    )
  }
}

function refuseNewerSchema(known: ReadonlySet<string>): void {
  const ours = new Set(migrations())
  const strange = [...known].filter((name) => !ours.has(name))
  if (strange.length > 0) {
    throw new DatabaseTrouble(
      `This database was made by a newer Earshot (${strange.at(-1)}). Start that version, or restore an older backup.`,
    )
  }
}
