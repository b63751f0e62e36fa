/** What a query would have heard of what we hold: counted by day, the newest as examples, within a bound of rows and of time. */
import { type Db, sql, type Tx } from '../db/db.ts'
import { type Candidate, candidates, type Place, postsOf } from '../domain/message/message.candidates.read.ts'
import { type Spans, spansIn } from '../domain/message/message.search.ts'
import type { Clock } from '../lib/clock.ts'
import type { Id } from '../lib/ids.ts'
import { explain } from '../listening/explain.ts'
import { matches } from '../listening/matches.ts'
import type { Query } from '../listening/query.ts'
import { narrow } from '../listening/search.ts'

export type Tried = {
  /** Every day of the last thirty (UTC), the oldest first. */
  days: { day: string; messages: number }[]
  messages: number
  /** There are at least so many: it ended before all were looked at. */
  atLeast: boolean
  /** What was said since then was counted. */
  since: Date
  examples: Example[]
}

export type Example = {
  id: Id
  conversationId: Id
  spans: Spans
  titleSpans: Spans
  /** The parts of the query that hold, in their one spelling. */
  because: string[]
}

/** Enough to look at a busy month, and little enough that nobody waits for it. */
export const bounds = { days: 30, rows: 20_000, ms: 1_500, page: 1_000 }

type Asked = {
  workspace: Id
  query: Query
  /** Null: in all. */
  rooms: readonly Id[] | null
  /** How many examples. */
  most: number
}

/** `gone`: whoever asked does not wait for it any more. */
export async function tryQuery(db: Db, asked: Asked, clock: Clock, gone: AbortSignal): Promise<Tried> {
  const now = clock.now()
  const first = startOfDay(now.getTime() - (bounds.days - 1) * dayMs)
  const days = new Map(Array.from({ length: bounds.days }, (_, i) => [dayOf(first + i * dayMs), 0]))
  const tried: Tried = { days: [], messages: 0, atLeast: false, since: new Date(first), examples: [] }
  const words = narrow(asked.query)

  // What says that it comes from the future is not of the last days.
  let place: Place = { at: now.toISOString(), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  for (let read = 0; ; ) {
    const left = now.getTime() + bounds.ms - clock.now().getTime()
    const most = Math.min(bounds.page, bounds.rows - read)
    const page: Candidate[] | null =
      left <= 0 || most <= 0 || gone.aborted
        ? null
        : await within(db, asked.workspace, left, (tx) =>
            candidates(tx, { words, after: place, since: new Date(first), rooms: asked.rooms, most }),
          )
    if (page === null) {
      tried.atLeast = true
      tried.since = new Date(place.at)
      break
    }
    for (const it of page) {
      place = { at: it.key, id: it.id }
      if (it.hidden || it.us || !matches(asked.query, it.post, now)) continue
      tried.messages++
      const day = dayOf(it.at.getTime())
      days.set(day, (days.get(day) ?? 0) + 1)
      if (tried.examples.length < asked.most) tried.examples.push(exampleOf(it, asked.query, now))
    }
    read += page.length
    if (page.length < most) break
  }
  tried.days = [...days].map(([day, messages]) => ({ day, messages }))
  return tried
}

/** Those of them that a query finds. */
export async function foundOf(tx: Tx, query: Query, ids: readonly Id[], now: Date): Promise<Id[]> {
  const posts = await postsOf(tx, ids)
  return posts.filter(({ post }) => matches(query, post, now)).map(({ id }) => id)
}

function exampleOf({ id, conversationId, post }: Candidate, query: Query, now: Date): Example {
  const because = explain(query, post, now) ?? []
  return {
    id,
    conversationId,
    spans: spansIn('text', because),
    titleSpans: spansIn('title', because),
    because: [...new Set(because.map(({ term }) => term))],
  }
}

/** Null: the database did not get to it in the time that is left. */
async function within<T>(db: Db, workspace: Id, ms: number, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  try {
    return await db.in(workspace, async (tx) => {
      await tx.run(sql`select set_config('statement_timeout', ${String(Math.ceil(ms))}, true)`)
      return work(tx)
    })
  } catch (error) {
    if ((error as { code?: string }).code === '57014') return null
    throw error
  }
}

const dayMs = 86_400_000
const startOfDay = (time: number) => Math.floor(time / dayMs) * dayMs
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
