/** How quickly a desk with a long past is read over the API, against the bare SQL of the same rows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDb, type Tx } from '../src/db/db.ts'
import { openEmbedded } from '../src/db/embedded.ts'
import { counts, line, linesOfPeople, list, type Place } from '../src/domain/conversation/conversation.list.ts'
import {
  happenedTo,
  messagesByIds,
  messagesOf,
  notesOf,
  repliesOf,
} from '../src/domain/conversation/conversation.thread.ts'
import { find } from '../src/domain/message/message.search.ts'
import { person } from '../src/domain/person/person.read.ts'
import { rooms } from '../src/domain/room/room.read.ts'
import { parse } from '../src/listening/parse.ts'
import { bareSql } from './bare-sql.ts'
import { type Caller, enter, found, startDesk } from './desk.ts'
import { writeMillion } from './million.ts'
import { atMost, figure, median, type Options, quantile, type Result, type Row, report } from './result.ts'

export const about = 'reading over the API with a million messages, against the bare SQL of the same rows'

const LIMIT_MS = 50
const LIMIT_RATIO = 3

export async function run({ messages = '1000000', rounds = '300', data }: Options): Promise<Result> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  const embedded = await openEmbedded(folder) // so that the server outlives the desk's restart
  try {
    const kit = await aDeskWith(folder, embedded.ownerUrl, Number(messages))
    const desk = await startDesk({ data: folder })
    try {
      const caller = await enter(desk.url)
      const { teammate, workspace } = JSON.parse(await caller.get('/me')) as {
        teammate: { id: string }
        workspace: { id: string }
      }
      const bare = await bareSql(embedded.url, workspace.id)
      const db = openDb(embedded.url, { connections: 1 })
      const rows: Row[] = []
      for (const reading of await readings(embedded.ownerUrl, { workspace: workspace.id, me: teammate.id })) {
        const measured = await measure(reading, {
          caller,
          rounds: Number(rounds),
          record: (work) => bare.record(db, work),
          replay: bare.replay,
        })
        rows.push(...rowsOf(reading, measured))
        console.error(`${reading.what}: API p95 ${measured.api.toFixed(1)} ms, SQL p95 ${measured.sql.toFixed(1)} ms`)
      }
      await db.close()
      await bare.close()
      return { name: 'reading', rows, notes: notes(kit) }
    } finally {
      await desk.stop()
    }
  } finally {
    await embedded.close()
    if (data === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

const notes = (made: string): string[] => [
  made,
  'API: HTTP on one open connection, signed in by cookie, as a browser asks. SQL: the very statements that the answer needs, through pg on one connection, as the same role under row-level security.',
  'Interleaved: each round asks both for the same thing, in turn first. What is asked for changes with each round.',
]

/** Made once in a folder that is given, else each time. Gives what it holds. */
async function aDeskWith(folder: string, ownerUrl: string, messages: number): Promise<string> {
  const desk = await startDesk({ data: folder })
  try {
    if (desk.setupLink !== null) {
      const kit = await found(desk)
      const me = JSON.parse(await kit.get('/me')) as { teammate: { id: string }; workspace: { id: string } }
      const owner = new pg.Client({ connectionString: ownerUrl })
      await owner.connect()
      await writeMillion(owner, { workspace: me.workspace.id, kit: me.teammate.id, messages })
      await owner.end()
    }
  } finally {
    await desk.stop()
  }
  const [held] = await ask<{ messages: number; conversations: number; open: number; people: number }>(
    ownerUrl,
    `select (select count(*) from message) as messages, (select count(*) from conversation) as conversations,
       (select count(*) from conversation where state = 'open') as open, (select count(*) from person) as people`,
  )
  return `${held?.messages} messages in ${held?.conversations} conversations (${held?.open} open) of ${held?.people} people, in 21 workspaces.`
}

async function ask<T>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=earshot' })
  await client.connect()
  try {
    return (await client.query(text, values)).rows as T[]
  } finally {
    await client.end()
  }
}

/** `held`: to both limits, to the one of time, or to none. */
type Reading = {
  what: string
  held: 'both' | 'time' | 'none'
  path: (round: number) => string
  sql: (tx: Tx, round: number) => Promise<unknown>
}

async function readings(ownerUrl: string, { workspace, me }: { workspace: string; me: string }): Promise<Reading[]> {
  const some = (text: string) => ask<{ id: string; at: string }>(ownerUrl, text, [workspace])
  const open = await some(
    `select id, coalesce(waiting_since, 'infinity')::text as at from conversation where workspace_id = $1 and state = 'open' order by random() limit 300`,
  )
  const ended = await some(
    `select id, last_at::text as at from conversation where workspace_id = $1 and state = 'done' order by random() limit 300`,
  )
  const any = await some('select id from conversation where workspace_id = $1 order by random() limit 300')
  const long = await some('select id from conversation where workspace_id = $1 order by messages desc limit 20')
  const people = await some('select person_id as id from message where workspace_id = $1 order by random() limit 300')
  const inRooms = await some('select id from room where workspace_id = $1 order by id')
  const at = <T>(all: readonly T[], round: number) => all[round % all.length] as T
  const cursor = ({ at, id }: Place) => Buffer.from(JSON.stringify({ at, id })).toString('base64url')

  const page = { room: null, assignee: null, ids: null, after: null, most: 50 } as const
  const whole = async (tx: Tx, id: string) => [
    await line(tx, id),
    await messagesOf(tx, id, 500),
    await repliesOf(tx, id),
    await notesOf(tx, id),
    await happenedTo(tx, id, 200),
  ]
  const search = (what: string, q: string): Reading => ({
    what: `search for ${what}`,
    held: 'none',
    path: () => `/messages?q=${encodeURIComponent(q)}`,
    sql: async (tx) => {
      const { hits } = await find(tx, parse(q), { after: null, most: 50, now: new Date() })
      const ids = [...new Set(hits.map((hit) => hit.conversationId))]
      return [
        await messagesByIds(
          tx,
          hits.map((hit) => hit.id),
        ),
        await list(tx, { ...page, state: 'all', ids, order: 'newest', most: ids.length }),
      ]
    },
  })
  return [
    {
      what: 'waiting list, first page',
      held: 'both',
      path: () => '/conversations',
      sql: (tx) => list(tx, { ...page, state: 'open', order: 'longest' }),
    },
    {
      what: 'waiting list, deep page',
      held: 'both',
      path: (round) => `/conversations?cursor=${cursor(at(open, round))}`,
      sql: (tx, round) => list(tx, { ...page, state: 'open', order: 'longest', after: at(open, round) }),
    },
    {
      what: 'done, deep page',
      held: 'both',
      path: (round) => `/conversations?state=done&cursor=${cursor(at(ended, round))}`,
      sql: (tx, round) => list(tx, { ...page, state: 'done', order: 'newest', after: at(ended, round) }),
    },
    {
      what: 'all states, first page',
      held: 'time',
      path: () => '/conversations?view=all',
      sql: (tx) => list(tx, { ...page, state: 'all', order: 'newest' }),
    },
    {
      what: 'one room, all states',
      held: 'time',
      path: (round) => `/conversations?view=all&room=${at(inRooms, round).id}`,
      sql: (tx, round) => list(tx, { ...page, state: 'all', order: 'newest', room: at(inRooms, round).id }),
    },
    {
      what: 'mine',
      held: 'time',
      path: () => '/conversations?view=mine',
      sql: (tx) => list(tx, { ...page, state: 'open', order: 'longest', assignee: me }),
    },
    {
      what: 'conversation',
      held: 'both',
      path: (round) => `/conversations/${at(any, round).id}`,
      sql: (tx, round) => whole(tx, at(any, round).id),
    },
    {
      what: 'conversation of 300',
      held: 'none',
      path: (round) => `/conversations/${at(long, round).id}`,
      sql: (tx, round) => whole(tx, at(long, round).id),
    },
    { what: 'counts', held: 'time', path: () => '/counts', sql: (tx) => counts(tx, { me, today: '2026-06-01' }, 1000) },
    { what: 'rooms', held: 'time', path: () => '/rooms', sql: rooms },
    {
      what: 'person',
      held: 'time',
      path: (round) => `/people/${at(people, round).id}`,
      sql: async (tx, round) => [
        await person(tx, at(people, round).id),
        await linesOfPeople(tx, [at(people, round).id], 20),
      ],
    },
    search('a rare word', 'vohebru'),
    search('two words', 'terde pinvo'),
    search('a phrase', '"lo mi"'),
    search('a frequent word', 'ka'),
  ]
}

type Sides = {
  caller: Caller
  rounds: number
  record: (work: (tx: Tx) => Promise<unknown>) => Promise<Statement[]>
  replay: (statements: readonly Statement[]) => Promise<void>
}
type Statement = { text: string; values: unknown[] }
type Measured = { api: number; sql: number; apiMedian: number; sqlMedian: number }

/** Milliseconds. */
async function measure({ path, sql }: Reading, { caller, rounds, record, replay }: Sides): Promise<Measured> {
  const api: number[] = []
  const bare: number[] = []
  for (let round = -20; round < rounds; round++) {
    const statements = await record((tx) => sql(tx, round + 20))
    const overApi = () => timed(() => caller.get(path(round + 20)))
    const bySql = () => timed(() => replay(statements))
    const [a, b] = round % 2 === 0 ? [await overApi(), await bySql()] : [await bySql(), await overApi()].reverse()
    if (round < 0) continue // the first are for warming up
    api.push(a as number)
    bare.push(b as number)
  }
  return { api: quantile(api, 0.95), sql: quantile(bare, 0.95), apiMedian: median(api), sqlMedian: median(bare) }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function rowsOf({ what, held }: Reading, { api, sql, apiMedian, sqlMedian }: Measured): Row[] {
  const [time, ratio] = [`${what}, API p95`, `${what}, API p95 / SQL p95`]
  return [
    figure(`${what}, API median`, apiMedian, 'ms'),
    figure(`${what}, SQL median`, sqlMedian, 'ms'),
    held === 'none' ? figure(time, api, 'ms') : atMost(time, api, 'ms', LIMIT_MS),
    figure(`${what}, SQL p95`, sql, 'ms'),
    held === 'both' ? atMost(ratio, api / sql, 'x', LIMIT_RATIO) : figure(ratio, api / sql, 'x'),
  ]
}

if (import.meta.main) await report(about, run)
