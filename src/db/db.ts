/** How the program speaks with PostgreSQL: SQL that can only bind, always inside one workspace and one transaction. */
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

export { sql }

/** One transaction, which sees the rows of one workspace. Statements are sent at once, and done in the order in which they are sent. */
export interface Tx {
  readonly workspace: string
  rows<T>(query: RawBuilder<T>): Promise<T[]>
  /** The first row; null where there is none. */
  row<T>(query: RawBuilder<T>): Promise<T | null>
  /** How many rows it touched. */
  run(query: RawBuilder<unknown>): Promise<number>
  /** For work whose outcome nobody asks for: the program goes on while the server does it. Where it fails, the transaction does. */
  send(query: RawBuilder<unknown>): void
}

export interface Db {
  /** Runs `work` in one transaction that sees `workspace` alone; commits when it returns, rolls back when it throws. */
  in<T>(workspace: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same for what only looks: nobody waits for its end. */
  look<T>(workspace: string, work: (tx: Tx) => Promise<T>): Promise<T>
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
    pipeline: true,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => {})

  async function transaction<T>(workspace: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    let broken: Error | undefined
    const talk = talkOver(client)
    try {
      talk.begin('begin', workspace)
      const result = await work({ ...talk.tx, workspace })
      await talk.commit()
      return result
    } catch (error) {
      await client.query('rollback').catch((trouble) => {
        broken = trouble
      })
      throw talk.causeOf(error)
    } finally {
      client.release(broken)
    }
  }

  async function look<T>(workspace: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const talk = talkOver(client)
    try {
      talk.begin('begin read only', workspace)
      return await work({ ...talk.tx, workspace })
    } catch (error) {
      throw talk.causeOf(error)
    } finally {
      client.query('rollback').then(
        () => client.release(),
        (trouble) => client.release(trouble),
      )
    }
  }

  return {
    in: transaction,
    look,
    async outside(work) {
      const client = await pool.connect()
      try {
        return await work(talkOver(client).tx)
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

/**
 * Names under which PostgreSQL keeps statements that come again, for the first so many texts: each costs memory on every
 * connection. Planning one anew takes it up to 3 ms, which is more than doing most of them.
 */
const names = new Map<string, string>()
const MOST_NAMES = 300
function nameOf(text: string): string | undefined {
  if (!names.has(text) && names.size < MOST_NAMES) names.set(text, `earshot ${names.size}`)
  return names.get(text)
}

/** What is said over one connection. */
function talkOver(client: pg.PoolClient) {
  /** The first statement that failed: those after it only say that one before them did. */
  let failed: Error | null = null
  function ask(text: string, values: readonly unknown[] = [], name?: string): Promise<pg.QueryResult> {
    const answer = client.query({ text, values: values as unknown[], name })
    answer.catch((error: Error) => {
      failed ??= error
    })
    return answer
  }
  const tell = (query: RawBuilder<unknown>) => {
    const { sql: text, parameters } = query.compile(compiler)
    return ask(text, parameters, nameOf(text))
  }
  const tx: Omit<Tx, 'workspace'> = {
    rows: async <T>(query: RawBuilder<T>) => (await tell(query)).rows.map(camel) as T[],
    row: async <T>(query: RawBuilder<T>) => {
      const [first] = (await tell(query)).rows
      return first === undefined ? null : (camel(first) as T)
    },
    run: async (query) => (await tell(query)).rowCount ?? 0,
    send: (query) => void tell(query), // `commit` knows whether it failed
  }
  return {
    tx,
    /** Not waited for: the first statement travels with it. */
    begin: (begin: string, workspace: string) =>
      void ask(`${begin}; set local earshot.workspace = ${pg.escapeLiteral(workspace)}`),
    async commit(): Promise<void> {
      // PostgreSQL answers the commit of what failed with a rollback, and no error.
      if ((await ask('commit')).command !== 'COMMIT') throw failed ?? new Error('The transaction was not committed.')
    },
    causeOf: (error: unknown) => (error instanceof pg.DatabaseError ? (failed ?? error) : error),
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
export const array = (values: readonly unknown[], type: 'uuid' | 'text' | 'timestamptz' | 'date' | 'bigint') =>
  sql`${values}::${sql.raw(type)}[]`

/** A value as one bound jsonb. */
export const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`
