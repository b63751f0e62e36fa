/** What teammates say of what a listener finds, and what it teaches: which terms to exclude. */
import type { Tx } from '../db/db.ts'
import { counted, type Judgement, judge, judgements, setFound } from '../domain/listener/judgement.store.ts'
import type { Listener } from '../domain/listener/listener.store.ts'
import { postsOf } from '../domain/message/message.candidates.read.ts'
import type { Id } from '../lib/ids.ts'
import { matches } from '../listening/matches.ts'
import { parse } from '../listening/parse.ts'
import type { Query } from '../listening/query.ts'
import { excluding, type Proposal, proposals } from '../listening/tuning.ts'

/** Keeps what was said of messages; gives of how many of them, since some may be gone. */
export async function judgeFor(
  tx: Tx,
  listener: Pick<Listener, 'id' | 'query'>,
  judged: readonly Judgement[],
  { by, at }: { by: Id; at: Date },
): Promise<number> {
  const last = new Map(judged.map((it) => [it.messageId, it.aboutUs]))
  const query = parse(listener.query)
  const rows = (await postsOf(tx, [...last.keys()])).map(({ id, post }) => ({
    messageId: id,
    aboutUs: last.get(id) ?? false,
    found: matches(query, post, at),
  }))
  await judge(tx, rows, { listenerId: listener.id, by, at })
  return rows.length
}

/** The listener reads otherwise now. */
export async function rejudge(tx: Tx, { id, query }: Pick<Listener, 'id' | 'query'>, at: Date): Promise<void> {
  const known = await judgements(tx, id, counted.tuning)
  const posts = await postsOf(
    tx,
    known.map(({ messageId }) => messageId),
  )
  const read = parse(query)
  await setFound(
    tx,
    id,
    posts.filter(({ post }) => matches(read, post, at)).map(({ id }) => id),
  )
}

/** Terms that would remove what is not about us from what a query finds, each with the query that would be left. */
export async function toExclude(
  tx: Tx,
  { source, query }: { source: string; query: Query },
  judged: readonly Judgement[],
  now: Date,
): Promise<(Proposal & { query: string })[]> {
  if (!judged.some(({ aboutUs }) => !aboutUs)) return []
  const said = new Map(judged.map(({ messageId, aboutUs }) => [messageId, aboutUs]))
  const posts = await postsOf(tx, [...said.keys()])
  const found = proposals(
    query,
    posts.map(({ id, post }) => ({ post, aboutUs: said.get(id) ?? false })),
    now,
  )
  return found.map((it) => ({ ...it, query: excluding(source, query, it.term) }))
}
