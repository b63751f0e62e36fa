/** What the doctor looks at, in the order in which one thing needs the other. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Db, sql } from '../db/db.ts'
import { migrations } from '../db/migrate.ts'
import { type Opened, openDatabase } from '../db/open.ts'
import { connection } from '../domain/room/room.store.ts'
import { ownerExists } from '../flows/setup.ts'
import { SealBroken, sealWith } from '../lib/seal.ts'
import { workspacesNamed } from './desk.ts'
import { roomsOf } from './rooms.ts'
import { readSecretKey, readSettings, type Settings } from './settings.ts'

export type Finding = { is: 'ok'; what: string } | { is: 'wrong'; what: string; todo: string }

const OLDEST_NODE = 26
const LEAST_DISK_MB = 1_000

/** One after the other; what can't be looked at because something before it is wrong is left out. */
export async function* findings(env: NodeJS.ProcessEnv): AsyncGenerator<Finding> {
  yield node(process.versions.node)
  const settings = tried(() => readSettings(env), 'Set it right, or unset it.')
  if (settings.is === 'wrong') return yield settings
  yield* dataFolder(settings.got)
  yield* port(settings.got)
  yield web()
  yield* mail(settings.got)
  const opened = await openDatabase(settings.got).catch((error: Error) => error)
  if (opened instanceof Error)
    return yield {
      is: 'wrong',
      what: `The database does not serve: ${opened.message}`,
      todo: 'Put that right; nothing works without it.',
    }
  try {
    yield* database(opened, settings.got)
    yield* desk(opened.db, settings.got, env)
  } finally {
    await opened.close()
  }
}

const ok = (what: string): Finding => ({ is: 'ok', what })

function tried<T>(work: () => T, todo: string): { is: 'got'; got: T } | { is: 'wrong'; what: string; todo: string } {
  try {
    return { is: 'got', got: work() }
  } catch (error) {
    return { is: 'wrong', what: (error as Error).message, todo }
  }
}

const node = (version: string): Finding =>
  Number.parseInt(version, 10) >= OLDEST_NODE
    ? ok(`Node ${version}`)
    : {
        is: 'wrong',
        what: `Node ${version} is too old; Earshot needs ${OLDEST_NODE}.`,
        todo: 'Run npm ci, which brings the right one, and start by npx earshot.',
      }

async function* mail({ mail }: Settings): AsyncGenerator<Finding> {
  if (mail === null) return yield ok('No mail server is named (EARSHOT_MAIL): nobody gets the week by mail')
  const { answers } = await import('../lib/mail.ts')
  const why = await answers(mail)
  yield why === null
    ? ok(`The mail server at ${new URL(mail.server).host} lets us in`)
    : {
        is: 'wrong',
        what: `The mail server at ${new URL(mail.server).host} does not let us in: ${why}`,
        todo: 'Set EARSHOT_MAIL right, or unset it.',
      }
}

async function* dataFolder({ data }: Settings): AsyncGenerator<Finding> {
  const writable = tried(() => {
    mkdirSync(data, { recursive: true })
    accessSync(data, constants.W_OK)
  }, 'Set EARSHOT_DATA to a folder that this user may write.')
  if (writable.is === 'wrong')
    return yield { ...writable, what: `The data folder ${data} can't be written: ${writable.what}` }
  const { bavail, bsize } = await statfs(data)
  const free = Math.round((bavail * bsize) / 1_000_000)
  yield free >= LEAST_DISK_MB
    ? ok(`The data folder ${data} can be written; ${shown(free)} MB are free`)
    : {
        is: 'wrong',
        what: `Only ${shown(free)} MB are free for the data folder ${data}.`,
        todo: 'Make room, or move the folder and set EARSHOT_DATA.',
      }
}

async function* port({ port, host }: Settings): AsyncGenerator<Finding> {
  const health = await fetch(`http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}/healthz`, {
    signal: AbortSignal.timeout(3_000),
  })
    .then((answer) => answer.json() as Promise<{ ok?: boolean; version?: string }>)
    .catch(() => null)
  if (health?.ok === true) return yield ok(`A desk (version ${health.version}) answers on port ${port}`)
  const taken = await new Promise<string | null>((done) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => done(null)))
  })
  yield taken === null
    ? ok(`Port ${port} is free: no desk is running`)
    : {
        is: 'wrong',
        what: `Port ${port} can't be used (${taken}), and what holds it is not a desk.`,
        todo: 'Stop the other program, or set PORT to another number.',
      }
}

function web(): Finding {
  const built = existsSync(fileURLToPath(new URL('../../web/dist/index.html', import.meta.url)))
  return ok(built ? 'The screens are built' : 'The screens are not built yet: the next start builds them')
}

async function* database({ ownerUrl, embedded }: Opened, { databaseUrl }: Settings): AsyncGenerator<Finding> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ version: string; applied: number }>(
      `select current_setting('server_version') as version, (select count(*) from public.earshot_migration)::integer as applied`,
    )
    const { version, applied } = rows[0] ?? { version: '?', applied: 0 }
    yield ok(
      `PostgreSQL ${version} serves (${embedded ? 'embedded' : new URL(databaseUrl ?? ownerUrl).host}); ${applied} of ${migrations().length} migrations are applied`,
    )
  } finally {
    await owner.end()
  }
}

async function* desk(db: Db, settings: Settings, env: NodeJS.ProcessEnv): AsyncGenerator<Finding> {
  yield (await ownerExists(db))
    ? ok('The desk has an owner')
    : {
        is: 'wrong',
        what: 'Nobody owns this desk yet.',
        todo: 'Open the link that earshot serve prints, or run: earshot setup --owner MAIL --workspace NAME',
      }
  const key = tried(
    () => readSecretKey(settings, env),
    'Set EARSHOT_SECRET right, or make secret.key in the data folder readable.',
  )
  if (key.is === 'wrong') yield key
  else yield* secrets(db, key.got)
  for (const workspace of await workspacesNamed(db, null)) {
    for (const room of await roomsOf(db, workspace)) {
      const name = `${room.name} (${room.channel})`
      if (room.trouble) yield { is: 'wrong', what: `${name}: ${room.trouble.why}`, todo: remedy(room.trouble.needs) }
      if (room.unsaid > 0)
        yield {
          is: 'wrong',
          what: `${name}: ${room.unsaid} replies were not said.`,
          todo: 'Open them in the desk: look whether the channel has them, then send again or mark as sent.',
        }
      if (!room.trouble && room.unsaid === 0) yield ok(name)
    }
  }
}

async function* secrets(db: Db, key: string): AsyncGenerator<Finding> {
  const seal = sealWith(key)
  let opened = 0
  for (const { workspaceId } of await workspacesNamed(db, null)) {
    const rooms = await db.in(workspaceId, (tx) =>
      tx.rows<{ id: string; name: string }>(
        sql`select id, name from room where workspace_id = ${workspaceId} and secret is not null`,
      ),
    )
    for (const { id, name } of rooms) {
      try {
        await db.in(workspaceId, (tx) => connection(tx, id, seal))
        opened++
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error
        yield {
          is: 'wrong',
          what: `The secret key does not open the sign-in of ${name}.`,
          todo: 'Put the old secret.key back into the data folder, or sign in to the room again.',
        }
      }
    }
  }
  yield ok(opened === 0 ? 'The secret key can be read' : `The secret key opens the sign-ins of ${opened} rooms`)
}

function remedy(needs: 'time' | 'sign-in' | 'owner'): string {
  switch (needs) {
    case 'time':
      return 'It is tried again by itself.'
    case 'sign-in':
      return 'Sign in to the room again, in the desk.'
    case 'owner':
      return 'Its owner must put it right on the channel.'
  }
}

const shown = (count: number) => new Intl.NumberFormat('en').format(count)
