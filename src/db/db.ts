/** How the program speaks with PostgreSQL: SQL that can only bind, always inside one workspace and one transaction. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export { sql }

/** One transaction, which sees the rows of one workspace. */
export interface Tx {
  readonly workspace: string
  rows<T>(query: RawBuilder<T>): Promise<T[]>
  /** The first row; null where there is none. */
  row<T>(query: RawBuilder<T>): Promise<T | null>
  /** How many rows it touched. */
  run(query: RawBuilder<unknown>): Promise<number>
  /** Streams lines of COPY's text format into `target`, such as `arriving (id, text)`. The caller writes `target`, never a user. */
  copy(target: string, lines: Iterable<string>): Promise<void>
}

export interface Db {
  /** Runs `work` in one transaction that sees `workspace` alone; commits when it returns, rolls back when it throws. */
  in<T>(workspace: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Outside every workspace: sees only what the doors in `0004-row-level-security.sql` let through, and the sign-in tables. Each
   * statement stands alone, without a transaction around them: who asks at every request pays for one answer.
   */
  outside<T>(work: (tx: Omit<Tx, 'workspace'>) => Promise<T>): Promise<T>
  readonly pool: pg.Pool
  readonly url: string
  close(): Promise<void>
}

/** The database did not take it, and why in words a person can act on. */
export class DatabaseTrouble extends Error {
  override name = 'DatabaseTrouble'
}

// PostgreSQL gives 64-bit numbers as strings; ours (ids of happenings, counts) stay below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** `connections`: how many at most. Every statement has a deadline, on the server and here, so that none hangs for ever. */
export function openDb(url: string, { connections = 10, deadlineMs = 30_000 } = {}): Db {
  const pool = new pg.Pool({
    ...asProgram(url),
    max: connections,
    statement_timeout: deadlineMs,
    query_timeout: deadlineMs + 5_000,
    keepAlive: true,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => {})

  async function transaction<T>(workspace: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      // One message to the server, not two.
      await client.query(`begin; set local earshot.workspace = ${pg.escapeLiteral(workspace)}`)
      const result = await work(speakingTo(client, workspace))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((trouble) => {
        broken = trouble
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    in: transaction,
    async outside(work) {
      const client = await pool.connect()
      try {
        return await work(speakingTo(client, ''))
      } finally {
        client.release()
      }
    },
    pool,
    url,
    close: () => pool.end(),
  }
}

/** Connection settings that make the program what row-level security binds: neither superuser nor owner. */
export function asProgram(url: string): pg.PoolConfig {
  return {
    connectionString: url,
    options: '-c role=earshot_app -c search_path=earshot',
    application_name: 'earshot',
    connectionTimeoutMillis: 10_000,
  }
}

function speakingTo(client: pg.PoolClient, workspace: string): Tx {
  const ask = async (query: RawBuilder<unknown>) => {
    const { sql: text, parameters } = query.compile(compiler)
    return client.query(text, parameters as unknown[])
  }
  return {
    workspace,
    rows: async <T>(query: RawBuilder<T>) => (await ask(query)).rows.map(camel) as T[],
    row: async <T>(query: RawBuilder<T>) => {
      const [first] = (await ask(query)).rows
      return first === undefined ? null : (camel(first) as T)
    },
    run: async (query) => (await ask(query)).rowCount ?? 0,
    copy: (target, lines) => pipeline(Readable.from(lines), client.query(copyFrom(`copy ${target} from stdin`))),
  }
}

// Kysely compiles the sql tag; the connection stays ours, because COPY and LISTEN need it.
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

/** `waiting_since` in SQL is `waitingSince` here; names are few, so each is folded once. */
function camel(row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const name in row) out[camelName(name)] = row[name]
  return out
}

const camelNames = new Map<string, string>()
function camelName(name: string): string {
  let folded = camelNames.get(name)
  if (folded === undefined) {
    folded = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
    camelNames.set(name, folded)
  }
  return folded
}

/** An array as one bound value; PostgreSQL is told its type. */
export const array = (values: readonly unknown[], type: 'uuid' | 'text' | 'timestamptz' | 'bigint') =>
  sql`${values}::${sql.raw(type)}[]`

/** A value as one bound jsonb. */
export const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
