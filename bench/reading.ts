/** How quickly a desk with a long past is read over the API, against the bare SQL of the same rows. */
import type pg from 'pg'
import type { Tx } from '../src/db/db.ts'
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
import { writeMillion } from './million.ts'
import { atMost, figure, type Options, type Result, type Row, report } from './result.ts'
import { type Asking, ask, besideSql, type Me, type Measured, notes } from './side-by-side.ts'

export const about = 'reading over the API with a million messages, against the bare SQL of the same rows'

const LIMIT_MS = 50
const LIMIT_RATIO = 3

export async function run({ messages = '1000000', ...options }: Options): Promise<Result> {
  const fill = (owner: pg.Client, { workspace, me }: Me) =>
    writeMillion(owner, { workspace, kit: me, messages: Number(messages) })
  const { held, taken } = await besideSql({ options, fill }, readings)
  return {
    name: 'reading',
    rows: taken.flatMap(({ asking, measured }) => rowsOf(asking, measured)),
    notes: notes(held),
  }
}

/** `held`: to both limits, to the one of time, or to none. */
type Reading = Asking & { held: 'both' | 'time' | 'none' }

async function readings(ownerUrl: string, { workspace, me }: Me): Promise<Reading[]> {
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
