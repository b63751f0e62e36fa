/** One connection that stands for this process: it holds locks that end when the process does, and hears what others commit. */
import pg from 'pg'
import { asProgram } from './db.ts'

export interface Presence {
  /** Under this number our leases stand. Others can see in `pg_locks` whether we live. */
  readonly worker: number
  /** A lock that ends with this process; false: another process holds it. */
  take(name: string): Promise<boolean>
  drop(name: string): Promise<void>
  /** What the holder of a lock called itself; null: nobody holds it, or it can't be seen. */
  holder(name: string): Promise<string | null>
  /** `onTold(null)` after a connection was lost and found again: something may have been missed. */
  listen(channel: string, onTold: (payload: string | null) => void): Promise<void>
  /** Aborts when the connection breaks: every lock is gone then. A new signal stands for the new connection. */
  held(): AbortSignal
  close(): Promise<void>
}

const WORKERS = 7400 // `replies_leaving` in 0004-row-level-security.sql looks for workers under this class
const WATCH_MS = 15_000

/** `calledAs` is what others see who ask for the holder of a lock. */
export async function bePresent(url: string, calledAs: string, random: () => number): Promise<Presence> {
  const worker = 1 + Math.floor(random() * (2 ** 31 - 2))
  const listeners = new Map<string, ((payload: string | null) => void)[]>()
  let client = await connect()
  let alive = new AbortController()
  let closing = false
  let retry: NodeJS.Timeout | undefined

  async function connect(): Promise<pg.Client> {
    // A half-open connection never answers: without a deadline the watch below would wait for ever.
    const fresh = new pg.Client({
      ...asProgram(url),
      application_name: calledAs,
      query_timeout: 10_000,
      keepAlive: true,
    })
    fresh.on('error', () => lost(fresh))
    fresh.on('end', () => lost(fresh))
    fresh.on('notification', ({ channel, payload }) => {
      for (const tell of listeners.get(channel) ?? []) tell(payload ?? '')
    })
    await fresh.connect()
    await fresh.query('select pg_advisory_lock($1, $2)', [WORKERS, worker])
    for (const name of listeners.keys()) await fresh.query(`listen ${pg.escapeIdentifier(name)}`)
    return fresh
  }

  function lost(broken: pg.Client): void {
    if (closing || broken !== client || alive.signal.aborted) return
    alive.abort()
    broken.end().catch(() => {})
    const again = () =>
      connect().then(
        (fresh) => {
          client = fresh
          alive = new AbortController()
          for (const tell of [...listeners.values()].flat()) tell(null)
        },
        () => {
          if (!closing) retry = setTimeout(again, 1_000)
        },
      )
    retry = setTimeout(again, 200)
  }

  // One question at a time: the connection is shared by all who hold locks here.
  let asking: Promise<unknown> = Promise.resolve()
  function ask<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    const answer = asking.then(async () => (await client.query(text, values)).rows as Row[])
    asking = answer.catch(() => {})
    return answer
  }

  const watch = setInterval(() => ask('select 1').catch(() => lost(client)), WATCH_MS)
  watch.unref()

  return {
    worker,
    async take(name) {
      const [row] = await ask<{ mine: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 7400)) as mine', [
        name,
      ])
      return row?.mine === true
    },
    async drop(name) {
      await ask('select pg_advisory_unlock(hashtextextended($1, 7400))', [name]).catch(() => {})
    },
    async holder(name) {
      const [row] = await ask<{ name: string }>(
        `select a.application_name as name
         from pg_locks l join pg_stat_activity a using (pid)
         where l.locktype = 'advisory' and l.granted and l.objsubid = 1
           and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended($1, 7400)`,
        [name],
      )
      return row?.name ?? null
    },
    async listen(channel, onTold) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), onTold])
      await ask(`listen ${pg.escapeIdentifier(channel)}`)
    },
    held: () => alive.signal,
    async close() {
      closing = true
      clearInterval(watch)
      clearTimeout(retry)
      alive.abort()
      await client.end().catch(() => {})
    },
  }
}
