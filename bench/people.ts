/** How quickly people are read where a desk knows a million of them, against the bare SQL of the same rows. */
import type pg from 'pg'
import type { Tx } from '../src/db/db.ts'
import { linesOfPeople } from '../src/domain/conversation/conversation.list.ts'
import { deeds, proposedDeeds } from '../src/domain/deed/deed.read.ts'
import { introductions, knownAs } from '../src/domain/introduction/introduction.read.ts'
import { proposedPairs } from '../src/domain/introduction/proposed.read.ts'
import { momentsOf } from '../src/domain/moment/moment.store.ts'
import { dayOf } from '../src/domain/moment/moment.ts'
import { oneHuman } from '../src/domain/person/joining.store.ts'
import { likelySame } from '../src/domain/person/likely.read.ts'
import { peopleNamed, person } from '../src/domain/person/person.read.ts'
import { circleOf, holders, loyalUnheld, pressureOn, tiesWith } from '../src/domain/tie/tie.read.ts'
import { onTheWay } from '../src/domain/wooing/wooing.read.ts'
import { writeCrowd } from './crowd.ts'
import { atMost, figure, type Options, type Result, type Row, report } from './result.ts'
import { type Asking, ask, besideSql, type Me, type Measured, notes } from './side-by-side.ts'

export const about = 'people, circle and wooing with a million people and ten million messages, against the bare SQL'

/** `--people 10000 --messages 100000` is a hundredth of it, for trying things out. */
export async function run({ people = '1000000', messages = '10000000', ...options }: Options): Promise<Result> {
  const size = { people: Number(people), messages: Number(messages) }
  const fill = (owner: pg.Client, { workspace, me }: Me) =>
    writeCrowd(owner, { workspace, kit: me, ...size }, (line) => console.error(line))
  const { held, taken } = await besideSql({ options, fill }, askings)
  return { name: 'people', rows: taken.flatMap(({ asking, measured }) => rowsOf(asking, measured)), notes: notes(held) }
}

/** `limit`: of the API's p95, in milliseconds. */
type Reading = Asking & { limit: number }

async function askings(ownerUrl: string, { workspace, me }: Me): Promise<Reading[]> {
  // By what was said: who speaks much is looked at more often, and is the harder one.
  const spoke = await ask<{ id: string }>(
    ownerUrl,
    'select id from (select person_id as id from message tablesample bernoulli (1) where workspace_id = $1 and not us limit 100000) m order by random() limit 300',
    [workspace],
  )
  const mates = await ask<{ id: string }>(ownerUrl, 'select id from teammate where workspace_id = $1', [workspace])
  const at = (all: readonly { id: string }[], round: number) => (all[round % all.length] as { id: string }).id
  const now = new Date()
  return [
    {
      what: 'person',
      limit: 30,
      path: (round) => `/people/${at(spoke, round)}`,
      sql: (tx, round) => panel(tx, at(spoke, round), { me, now }),
    },
    {
      what: 'circle',
      limit: 100,
      path: (round) => `/circle?teammate=${at(mates, round)}`,
      sql: (tx, round) => Promise.all([holders(tx), circleOf(tx, at(mates, round)), loyalUnheld(tx, 20)]),
    },
    {
      what: 'needs wooing',
      limit: 100,
      path: () => '/wooings',
      sql: (tx) => onTheWay(tx),
    },
    {
      what: 'friends',
      limit: 100,
      path: () => '/friends',
      sql: (tx) => Promise.all([deeds(tx), proposedDeeds(tx, now)]),
    },
    { what: 'introductions', limit: 100, path: () => '/introductions', sql: (tx) => meetings(tx, now) },
    {
      what: 'who might be the same',
      limit: 100,
      path: (round) => `/people/${at(spoke, round)}/likely`,
      sql: (tx, round) => likelySame(tx, at(spoke, round)),
    },
    {
      what: 'people by the beginning of their name',
      limit: 100,
      path: (round) => `/people?q=given${round}%20f`,
      sql: (tx, round) => peopleNamed(tx, `given${round} f`, 20),
    },
  ]
}

async function panel(tx: Tx, id: string, { me, now }: { me: string; now: Date }): Promise<void> {
  await person(tx, id)
  const all = await oneHuman(tx, id)
  await Promise.all([
    linesOfPeople(tx, all, 20),
    tiesWith(tx, all),
    pressureOn(tx, all, now),
    momentsOf(tx, all, { to: me, today: dayOf(now) }),
  ])
}

async function meetings(tx: Tx, now: Date): Promise<void> {
  const [pairs] = await Promise.all([proposedPairs(tx, now), introductions(tx)])
  await knownAs(tx, [...new Set(pairs.flatMap(({ one, other }) => [one, other]))])
}

function rowsOf({ what, limit }: Reading, { api, sql, apiMedian, sqlMedian }: Measured): Row[] {
  return [
    figure(`${what}, API median`, apiMedian, 'ms'),
    figure(`${what}, SQL median`, sqlMedian, 'ms'),
    atMost(`${what}, API p95`, api, 'ms', limit),
    figure(`${what}, SQL p95`, sql, 'ms'),
    figure(`${what}, API p95 / SQL p95`, api / sql, 'x'),
  ]
}

if (import.meta.main) await report(about, run)
