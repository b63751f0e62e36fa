/** earshot match: which of many queries each post of a file matches. No desk, no account, no network. */
import { parseArgs } from 'node:util'
import { explain as explainMatch } from '../listening/explain.ts'
import type { From } from '../listening/importers/import.ts'
import { QueryIndex } from '../listening/index/query-index.ts'
import type { Query } from '../listening/query.ts'
import { QueryError } from '../listening/query-error.ts'
import { BadLine, type Named, outlet, readOr, told } from './json-lines.ts'
import { linesOf } from './lines.ts'
import { type PostLine, postIn, queryIn } from './match-input.ts'
import { safeJson } from './match-line.ts'
import { fromNamed, readQuery } from './read-query.ts'
import { UsageWrong } from './refusals.ts'

export const about = 'says which of many queries each post of a file matches'
export const usage = `match --queries FILE --posts FILE [--explain] [--from TOOL]

  --queries FILE  A query a line: {"id":"cake","query":"\\"almond cake\\" -recipe"}
  --posts FILE    A post a line: {"id":"1","text":"...","author":"rosa","lang":"en","links":[],"mentions":[],"tags":[]}
  --explain       Also says where each query was found.
  --from TOOL     The queries are those of brandwatch, talkwalker or x; what is not the same here is told on stderr.

One of the files may be -, for what comes on stdin. Prints {"post":"1","queries":["cake"]} for each post that matches, in the
order of the posts. A line that can't be read is left out and told on stderr, and the exit code is 1 at the end.
See docs/listening.md.`

const options = {
  queries: { type: 'string' },
  posts: { type: 'string' },
  explain: { type: 'boolean' },
  from: { type: 'string' },
} as const

type Standing = Named & { query: Query }

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options })
  const { queries, posts, explain = false } = values
  if (queries === undefined || posts === undefined)
    throw new UsageWrong('Which queries and which posts? --queries FILE --posts FILE')
  if (queries === '-' && posts === '-') throw new UsageWrong('Only one of the two can come on stdin.')

  const bad = { lines: 0 }
  const standing = await queriesIn(queries, fromNamed(values.from), bad)
  // Ids in a file may be of any kind; here each query goes by its place.
  const index = new QueryIndex()
  for (const [place, { query }] of standing.entries()) index.add(String(place), query)
  const now = new Date()
  const out = outlet()
  for await (const lines of linesOf(posts)) {
    const read = lines.flatMap((line) => readOr(line, posts, bad, postIn) ?? [])
    const found = index.matchAll(
      read.map(({ post }) => post),
      now,
    )
    const text = read.map((post, at) => answer(post, found[at] ?? [], { standing, now, explain }))
    if (!(await out.write(text.join('')))) break
  }
  return bad.lines > 0 ? 1 : 0
}

async function queriesIn(path: string, from: From | null, bad: { lines: number }): Promise<Standing[]> {
  const standing = new Map<string, Standing>()
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      const one = readOr(line, path, bad, (line) => {
        const read = queryIn(line)
        if (read === null) return null
        if (standing.has(read.key)) throw new BadLine(`there is a query ${read.id} already`)
        return { ...read, query: asked(read.query, from, (note) => told(path, line, note)) }
      })
      if (one !== null) standing.set(one.key, one)
    }
  }
  return [...standing.values()]
}

function asked(query: string, from: From | null, note: (note: string) => void): Query {
  try {
    return readQuery(query, from, note)
  } catch (error) {
    if (error instanceof QueryError) throw new BadLine(`its query can't be read: ${error.message}`)
    throw error
  }
}

type Asked = { standing: readonly Standing[]; now: Date; explain: boolean }

function answer({ id, post }: PostLine, places: readonly string[], { standing, now, explain }: Asked): string {
  const found = places.flatMap((place) => standing[Number(place)] ?? [])
  if (found.length === 0) return ''
  const because = () => {
    const each = found.map(
      ({ key, query }) => `${JSON.stringify(key)}:${JSON.stringify(explainMatch(query, post, now))}`,
    )
    return `,"because":{${each.join(',')}}`
  }
  return `${safeJson(`{"post":${id},"queries":[${found.map(({ id }) => id).join(',')}]${explain ? because() : ''}}`)}\n`
}
