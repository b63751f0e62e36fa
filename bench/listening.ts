/** What it costs to decide, for each post of a network, which of many standing queries it matches. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import { openDatabase } from '../src/db/open.ts'
import { QueryIndex } from '../src/listening/index/query-index.ts'
import { holds } from '../src/listening/matches.ts'
import { parse } from '../src/listening/parse.ts'
import type { Post } from '../src/listening/post.ts'
import type { Query } from '../src/listening/query.ts'
import { read } from '../src/listening/reading.ts'
import { type Corpus, corpusOf, inManyLanguages } from './listening/corpus.ts'
import { oneRegExp, plainLoop, postgres } from './listening/peers.ts'
import { queriesFrom, queriesThatNeverMatch } from './listening/queries.ts'
import { twoThreads, wireOf } from './listening/wire.ts'
import { atLeast, atMost, figure, median, type Options, quantile, type Result, type Row, report } from './result.ts'

export const about = 'standing queries asked of each post; ratios are medians of rounds by turns in one run'

type Standing = { id: string; query: Query }

/** `--data FOLDER` with the texts of TweetEval and UMSAB; `--rounds`; `--pairs` of query and post that are compared. */
export async function run({ data, rounds = '60', pairs = '1000000' }: Options): Promise<Result> {
  const corpus = await corpusOf(data, 40_000)
  const written = queriesFrom(corpus.posts, 100_000)
  const queries = written.map(({ id, query }) => ({ id, query: parse(query) }))
  // Before anything else takes memory and gives it back.
  const changes = comingAndGoing(corpus, queries)
  const sizes = [100, 10_000, 100_000]
  const costs = sizes.map((size) => costOf(corpus, queries.slice(0, size), Number(rounds)))
  const base = costs[0]?.ratio ?? Number.NaN
  const rows: Row[] = []
  for (const [i, { match, parsing, hits, ratio, p99, wire }] of costs.entries()) {
    const size = sizes[i] as number
    rows.push(
      figure(`${size} queries: hits`, hits, 'a post'),
      figure(`${size} queries: match`, match, 'us a post'),
      figure(`${size} queries: JSON.parse of the event`, parsing, 'us a post'),
      atMost(`${size} queries: match ÷ JSON.parse`, ratio, 'times', [0.5, 0.8, 2.5][i] as number),
      figure(`${size} queries: wire to decision`, wire.wire, 'us a post'),
      atMost(
        `${size} queries: wire to decision ÷ decode and JSON.parse`,
        wire.ratio,
        'times',
        [1, 1.8, 3.5][i] as number,
      ),
      atMost(`${size} queries: match, p99`, p99, 'us', 1_000),
    )
    // Both measured by JSON.parse of their own rounds: other programs may have been busy meanwhile.
    if (i > 0) rows.push(atMost(`${size} queries: time ÷ time at 100`, ratio / base, 'times', [1, 1.7, 5][i] as number))
  }
  const two = await twoThreads(corpus.events.slice(0, 20_000), written.slice(0, 10_000))
  rows.push(atLeast('10000 queries: two threads ÷ one', two, 'times', 1.9))
  rows.push(...neverMatching(corpus, queries.slice(0, 100), Number(rounds)))
  rows.push(...changes)
  rows.push(...equality(corpus, inManyLanguages(data, 10_000), Number(pairs)))
  rows.push(...(await peers(corpus, queries)))
  return {
    name: 'listening',
    rows,
    notes: [
      corpus.about,
      `Events of ${Math.round(median(corpus.events.map(({ length }) => length)))} bytes (median); texts of ${Math.round(corpus.posts.reduce((sum, { text }) => sum + text.length, 0) / corpus.posts.length)} characters (mean).`,
      'One RegExp finds that a word is there, not whose query it is; PostgreSQL leaves NOT, distances, case and fields out.',
    ],
  }
}

function indexOf(queries: readonly Standing[]): QueryIndex {
  const index = new QueryIndex()
  for (const { id, query } of queries) index.add(id, query)
  return index
}

/** By turns: some posts matched, as many together as are heard together, and the same events parsed. */
function costOf({ posts, events }: Corpus, queries: readonly Standing[], rounds: number) {
  const index = indexOf(queries)
  const texts = events.map((event) => event.toString('utf8'))
  for (const some of heardTogether(posts)) index.matchAll(some)
  const size = 1_000
  const turns = Array.from({ length: rounds }, (_, round) => {
    const from = (round * size) % (posts.length - size)
    const parsing =
      took(
        () => texts.slice(from, from + size),
        (text) => JSON.parse(text),
      ) / size
    let hits = 0
    const match =
      took(
        () => heardTogether(posts.slice(from, from + size)),
        (some) => {
          for (const found of index.matchAll(some)) hits += found.length
        },
      ) / size
    return { parsing, match, hits: hits / size }
  })
  const single = posts.slice(0, 10_000).map((post) =>
    took(
      () => [post],
      (one) => index.match(one),
    ),
  )
  return {
    parsing: median(turns.map((turn) => turn.parsing)),
    match: median(turns.map((turn) => turn.match)),
    ratio: median(turns.map((turn) => turn.match / turn.parsing)),
    hits: turns.reduce((sum, turn) => sum + turn.hits, 0) / turns.length,
    p99: quantile(single, 0.99),
    wire: wireOf(events, index, rounds),
  }
}

/** As a room hears them: some at a time. */
export const heardTogether = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / together) }, (_, i) => all.slice(i * together, (i + 1) * together))
const together = 50

/** Microseconds for all of them. */
function took<T>(all: () => readonly T[], work: (one: T) => unknown): number {
  const these = all()
  const began = performance.now()
  for (let i = 0; i < these.length; i++) work(these[i] as T)
  return (performance.now() - began) * 1_000
}

function neverMatching({ posts }: Corpus, queries: readonly Standing[], rounds: number): Row[] {
  const never = queriesThatNeverMatch(100_000).map(({ id, query }) => ({ id, query: parse(query) }))
  const [without, beside] = [indexOf(queries), indexOf([...queries, ...never])]
  for (const index of [without, beside]) for (const post of posts.slice(0, 10_000)) index.match(post)
  const ratios = Array.from({ length: rounds }, (_, round) => {
    const from = (round * 500) % (posts.length - 500)
    const some = () => heardTogether(posts.slice(from, from + 500))
    const by = (index: QueryIndex) => took(some, (posts) => index.matchAll(posts))
    // Whoever comes first finds the posts far away: by turns.
    const first = by(round % 2 === 0 ? without : beside)
    const second = by(round % 2 === 0 ? beside : without)
    return round % 2 === 0 ? second / first : first / second
  })
  return [atMost('100,000 queries that never match: time ÷ time without them', median(ratios), 'times', 1.1)]
}

/** What a change costs at 100,000, and what the index takes in memory. */
function comingAndGoing({ posts }: Corpus, queries: readonly Standing[]): Row[] {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const used = () => {
    for (let times = 0; times < 3; times++) collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const ids = queries.map(({ id }) => `${id} of a listener`)
  const before = used()
  const index = new QueryIndex()
  const adding = queries.map(({ query }, i) =>
    took(
      () => [ids[i] as string],
      (id) => index.add(id, query),
    ),
  )
  const last = adding.slice(-20_000)
  const bytes = (used() - before + index.bytes) / queries.length
  for (const post of posts.slice(0, 5_000)) index.match(post)
  const replacing = queries.slice(0, 20_000).map(({ query }, i) =>
    took(
      () => [ids[i] as string],
      (id) => index.add(id, query),
    ),
  )
  const removing = ids.slice(0, 20_000).map((id) =>
    took(
      () => [id],
      () => index.remove(id),
    ),
  )
  const later = [...replacing, ...removing]
  return [
    atMost('adding one, at up to 100,000', median(last), 'us', 50),
    atMost('replacing one at 100,000', median(replacing), 'us', 50),
    atMost('removing one at 100,000', median(removing), 'us', 50),
    atMost('the longest pause of any of these, from the first', quantile([...adding, ...later], 1) / 1_000, 'ms', 5),
    figure('the longest pause at 100,000', quantile([...last, ...later], 1) / 1_000, 'ms'),
    atMost('memory at 100,000', bytes, 'bytes a query', 400),
  ]
}

/**
 * The index against the plain reading, pair by pair: of each post all queries that the index finds, and some by turns.
 * The queries are drawn from the words of their set.
 */
function equality({ posts }: Corpus, foreign: readonly Post[], pairs: number): Row[] {
  const some = 500
  let compared = 0
  let different = 0
  let hits = 0
  const sets = [posts, foreign].filter(({ length }) => length > 0)
  for (const [set, these] of sets.entries()) {
    const queries = queriesFrom(these, 5_000).map(({ id, query }) => ({ id, query: parse(query) }))
    const index = indexOf(queries)
    for (let i = 0; compared < (pairs * (set + 1)) / sets.length; i++) {
      const post = these[(i * 37) % these.length] as Post
      const found = new Set(index.match(post))
      const reading = read(post)
      const turn = (i * some) % queries.length
      const asked = queries.filter(({ id }, at) => found.has(id) || (at >= turn && at < turn + some))
      for (const { id, query } of asked) {
        const holding = holds(query, reading, null)
        if (holding) hits++
        if (holding !== found.has(id)) different++
      }
      compared += asked.length
    }
  }
  return [
    figure('pairs compared with the plain reading', compared, ''),
    figure('of which match', hits, ''),
    atMost('of which differ', different, '', 0),
  ]
}

async function peers({ posts }: Corpus, queries: readonly Standing[]): Promise<Row[]> {
  const rate = (work: (post: Post) => unknown, count: number) => {
    const some = posts.slice(0, count)
    return (count * 1e6) / took(() => some, work)
  }
  const rows: Row[] = []
  for (const [size, count] of [
    [100, 4_000],
    [1_000, 400],
  ] as const) {
    const some = queries.slice(0, size).map(({ query }) => query)
    rows.push(
      figure(`${size} queries: plain loop`, rate(plainLoop(some), count), 'posts/s'),
      figure(`${size} queries: one RegExp`, rate(oneRegExp(some), count), 'posts/s'),
    )
  }
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  const opened = await openDatabase({ data: folder, databaseUrl: null })
  const client = new pg.Client({ connectionString: opened.ownerUrl })
  await client.connect()
  try {
    const standing = queries.slice(0, 10_000)
    const ask = await postgres(client, standing)
    const index = indexOf(standing)
    for (const post of posts.slice(0, 5_000)) index.match(post)
    for (const post of posts.slice(0, 200)) await ask(post)
    const ratios: number[] = []
    let slow = 0
    for (let round = 0; round < 10; round++) {
      const some = posts.slice(round * 200, round * 200 + 200)
      const began = performance.now()
      for (const post of some) await ask(post)
      slow = (performance.now() - began) * 1_000
      ratios.push(
        slow /
          took(
            () => heardTogether(some),
            (posts) => index.matchAll(posts),
          ),
      )
    }
    const ratio = median(ratios)
    rows.push(
      figure('10,000 queries: PostgreSQL', (200 * 1e6) / slow, 'posts/s'),
      atLeast('10,000 queries: index ÷ PostgreSQL', ratio, 'times', 70),
    )
  } finally {
    await client.end()
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return rows
}

if (import.meta.main) await report(about, run)
