/** What anyone could use instead of the index, asked of the same posts in the same run. None of them can say all that a query can. */
import type pg from 'pg'
import { lexemes } from '../../src/listening/lexemes.ts'
import { holds } from '../../src/listening/matches.ts'
import type { Post } from '../../src/listening/post.ts'
import type { Query, Term } from '../../src/listening/query.ts'
import { read } from '../../src/listening/reading.ts'
import { narrow } from '../../src/listening/search.ts'

/** Each query read plainly, of each post: says all, and costs as much as there are queries. */
export function plainLoop(queries: readonly Query[]): (post: Post) => number {
  return (post) => {
    const reading = read(post)
    let hits = 0
    for (const query of queries) if (holds(query, reading, null)) hits++
    return hits
  }
}

/** All words and phrases in one regular expression: finds that one of them is there, but not whose, nor AND, NOT, NEAR or fields. */
export function oneRegExp(queries: readonly Query[]): (post: Post) => number {
  const strings = new Set(
    queries.flatMap(termsOf).map((words) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)),
  )
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...strings].join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return ({ text }) => text.match(any)?.length ?? 0
}

function termsOf(query: Query): string[] {
  switch (query.is) {
    case 'word':
      return [query.text]
    case 'phrase':
      return [query.words.map(({ text }) => text).join(' ')]
    case 'near':
      return query.terms.flatMap((term: Term) => termsOf(term))
    case 'all':
    case 'any':
      return query.queries.flatMap(termsOf)
    case 'not':
    case 'field':
      return []
  }
}

/**
 * PostgreSQL: each query under one word that it can't do without, by a btree, and `@@` on what that finds. Says AND, OR
 * and phrases; NOT, NEAR's distance, case and fields it leaves to the plain reading.
 */
export async function postgres(client: pg.Client, queries: readonly { id: string; query: Query }[]) {
  await client.query('create temporary table standing (id text, anchor text, needs tsquery)')
  const rows = queries.flatMap(({ id, query }) => {
    const needs = narrow(query)
    return needs === null ? [] : anchorsOf(query).map((anchor) => ({ id, anchor, needs }))
  })
  for (let from = 0; from < rows.length; from += 5_000) {
    await client.query(
      `insert into standing select id, anchor, needs::tsquery
       from jsonb_to_recordset($1::jsonb) as it(id text, anchor text, needs text)`,
      [JSON.stringify(rows.slice(from, from + 5_000))],
    )
  }
  await client.query('create index on standing (anchor)')
  await client.query('analyze standing')
  return async (post: Post): Promise<number> => {
    const { rows } = await client.query({
      name: 'match',
      text: `select count(distinct id)::integer as hits
             from unnest(tsvector_to_array($1::tsvector)) word join standing on anchor = word
             where $1::tsvector @@ needs`,
      values: [lexemes(post)],
    })
    return rows[0].hits
  }
}

/** The longest word of what must be there: the rarest, as far as a length tells. */
function anchorsOf(query: Query): string[] {
  switch (query.is) {
    case 'word':
      return query.prefix ? [] : [query.text]
    case 'phrase':
    case 'near':
      return longest(
        termsOf(query)
          .flatMap((words) => words.split(' '))
          .map((word) => [word]),
      )
    case 'all':
      return longest(query.queries.map(anchorsOf).filter((anchors) => anchors.length > 0))
    case 'any':
      return query.queries.flatMap(anchorsOf)
    case 'not':
    case 'field':
      return []
  }
}

const shortestOf = (words: readonly string[]) => Math.min(...words.map((word) => word.length))
const longest = (all: readonly string[][]): string[] =>
  all.reduce<string[]>((best, each) => (best.length === 0 || shortestOf(each) > shortestOf(best) ? each : best), [])
