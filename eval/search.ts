/**
 * `npm run eval:search -- --data FOLDER [--queries 500]`: whether search over the database finds just what the plain reading matches, on more
 * than 10,000 real messages. Prints a line a kind of query; a single difference makes the exit code 1.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Db, openDb, sql } from '../src/db/db.ts'
import { openEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import type { Place } from '../src/domain/message/message.candidates.read.ts'
import { find } from '../src/domain/message/message.search.ts'
import { add as addRoom } from '../src/domain/room/room.store.ts'
import { hear } from '../src/flows/hear.ts'
import { type Id, newId } from '../src/lib/ids.ts'
import { sealWith } from '../src/lib/seal.ts'
import { holds } from '../src/listening/matches.ts'
import { parse } from '../src/listening/parse.ts'
import type { Query } from '../src/listening/query.ts'
import { QueryError } from '../src/listening/query-error.ts'
import { type Reading, read } from '../src/listening/reading.ts'
import { realPosts, type Told } from './posts.ts'
import { queriesFor } from './queries.ts'

const rooms = ['Airlines', 'The rest']
const now = new Date('2026-11-01T12:00:00Z')

const { values } = parseArgs({ options: { data: { type: 'string' }, queries: { type: 'string', default: '500' } } })
if (values.data === undefined) {
  console.error('Where is the data? npm run eval:search -- --data FOLDER')
  process.exit(2)
}
process.exitCode = await evaluate(values.data, Number(values.queries))

async function evaluate(data: string, wanted: number): Promise<number> {
  const posts = realPosts(data)
  const folder = mkdtempSync(join(tmpdir(), 'earshot-eval-'))
  const server = await openEmbedded(folder)
  const db = openDb(server.url, { deadlineMs: 120_000 })
  try {
    await migrate(server.ownerUrl)
    const workspace = await fill(db, posts)
    return await compare(db, workspace, posts, wanted)
  } finally {
    await db.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** By the way that every message comes in. */
async function fill(db: Db, posts: readonly Told[]): Promise<Id> {
  const workspace = newId()
  await db.in(workspace, (tx) =>
    tx.run(sql`insert into workspace (id, name, created_at) values (${workspace}, 'Eval', ${now})`),
  )
  for (const [number, name] of rooms.entries()) {
    const id = newId()
    const room = {
      id,
      channel: 'square',
      address: id,
      name,
      account: null,
      settings: {},
      secret: null,
      demo: false,
      at: now,
      by: null,
    }
    await db.in(workspace, (tx) => addRoom(tx, room, sealWith('eval')))
    const said = posts.filter((post) => post.room === number)
    for (let at = 0; at < said.length; at += 500) {
      const heard = said.slice(at, at + 500).map((post) => ({ is: 'said' as const, message: post.said }))
      await hear(db, { workspace, room: { id, channel: 'square' }, heard, at: now, listening: () => [] }, newId)
    }
  }
  return workspace
}

type Score = { queries: number; found: number; wrong: number }

async function compare(db: Db, workspace: Id, posts: readonly Told[], wanted: number): Promise<number> {
  const readings = posts.map(({ said, room }) => read({ ...said, room: rooms[room] ?? '', channel: 'square' }))
  const names = new Map(
    (
      await db.in(workspace, (tx) => tx.rows<{ id: Id; externalId: string }>(sql`select id, external_id from message`))
    ).map(({ id, externalId }) => [id, externalId]),
  )
  const scores = new Map<string, Score>()
  for (const { kind, query: source } of queriesFor(posts, wanted)) {
    const query = readable(source)
    if (query === null) continue
    const truth = new Set(plainly(query, posts, readings))
    const found = new Set((await everyPage(db, workspace, query)).map((id) => names.get(id) ?? id))
    const missing = [...truth].filter((id) => !found.has(id))
    const extra = [...found].filter((id) => !truth.has(id))
    const score = scores.get(kind) ?? { queries: 0, found: 0, wrong: 0 }
    const wrong = missing.length + extra.length > 0 ? 1 : 0
    scores.set(kind, { queries: score.queries + 1, found: score.found + truth.size, wrong: score.wrong + wrong })
    if (wrong > 0) tell(source, posts, { missing, extra })
  }
  return report(scores, names.size)
}

function plainly(query: Query, posts: readonly Told[], readings: readonly Reading[]): string[] {
  return posts.flatMap(({ said }, at) => {
    const reading = readings[at]
    return reading && holds(query, reading, now) ? [said.id] : []
  })
}

async function everyPage(db: Db, workspace: Id, query: Query): Promise<Id[]> {
  const ids: Id[] = []
  for (let after: Place | null = null; ; ) {
    const page: Awaited<ReturnType<typeof find>> = await db.in(workspace, (tx) =>
      find(tx, query, { after, most: 200, now }),
    )
    ids.push(...page.hits.map(({ id }) => id))
    if (page.next === null) return ids
    after = page.next
  }
}

function readable(source: string): Query | null {
  try {
    return parse(source)
  } catch (error) {
    if (error instanceof QueryError) return null
    throw error
  }
}

function tell(query: string, posts: readonly Told[], { missing, extra }: { missing: string[]; extra: string[] }): void {
  console.error(`\n${query}: ${missing.length} missing, ${extra.length} too many`)
  for (const id of [...missing, ...extra].slice(0, 3))
    console.error(`  ${id}: ${JSON.stringify(posts.find(({ said }) => said.id === id)?.said.text)}`)
}

function report(scores: ReadonlyMap<string, Score>, messages: number): number {
  const rows = [...scores].sort(([a], [b]) => (a < b ? -1 : 1))
  const total = rows.reduce((sum, [, it]) => sum + it.queries, 0)
  const wrong = rows.reduce((sum, [, it]) => sum + it.wrong, 0)
  console.log(`${'kind'.padEnd(12)}queries     found  different`)
  for (const [kind, it] of rows)
    console.log(
      `${kind.padEnd(12)}${String(it.queries).padStart(7)}${String(it.found).padStart(10)}${String(it.wrong).padStart(11)}`,
    )
  console.log(
    `${total} queries over ${messages} messages: ${wrong === 0 ? 'search and the plain reading agree' : `${wrong} differ`}`,
  )
  return wrong === 0 ? 0 : 1
}
