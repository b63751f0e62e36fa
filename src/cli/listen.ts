/** earshot listen: prints what matches a query as it is said. No desk, no account. */
import { parseArgs } from 'node:util'
import type { Kit } from '../channels/channel.ts'
import { systemClock } from '../lib/clock.ts'
import { inCommon } from '../lib/in-common.ts'
import { safeFetch, safeSocket } from '../lib/safe-fetch.ts'
import { explain } from '../listening/explain.ts'
import type { From } from '../listening/importers/import.ts'
import { QueryError } from '../listening/query-error.ts'
import { blueskySource, type Caught, feedSource, type Source } from './listen-sources.ts'
import { asJson, atCaret, forPeople } from './match-line.ts'
import { printable } from './printable.ts'
import { fromNamed, readQuery } from './read-query.ts'
import { UsageWrong } from './refusals.ts'
import { readSettings } from './settings.ts'

export const about = 'prints what matches a query as it is said: no setup, no account'
export const usage = `listen 'QUERY' [--bluesky[=HOST]] [--feed URL]... [--json] [--limit N] [--from TOOL]

  --bluesky[=HOST]  All of Bluesky, or a Jetstream of your own. What is heard when nothing else is named.
  --feed URL        A feed, or a page that names one; may be repeated.
  --json            One JSON object a line.
  --limit N         Ends after so many matches.
  --from TOOL       The query is one of brandwatch, talkwalker or x; what is not the same here is told.

A query: "acme rocket" -hiring (lang:en OR lang:de). See docs/listening.md.`

const options = {
  bluesky: { type: 'string' },
  feed: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  limit: { type: 'string' },
  from: { type: 'string' },
} as const

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: args.map((arg) => (arg === '--bluesky' ? '--bluesky=' : arg)),
    options,
    allowPositionals: true,
  })
  const [source, ...more] = positionals
  if (source === undefined) throw new UsageWrong("What shall we listen for? earshot listen 'acme rocket'")
  if (more.length > 0) throw new UsageWrong(`Put the query in quotes, so that it is one: '${positionals.join(' ')}'`)
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit)
  if (!(limit >= 1)) throw new UsageWrong('--limit must be a number of 1 or more.')
  const query = read(source, fromNamed(values.from))
  if (query === null) return 1

  const sources: Source[] = (values.feed ?? []).map(feedSource)
  if (values.bluesky !== undefined || sources.length === 0) sources.push(blueskySource(values.bluesky ?? ''))
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  // Whoever reads us (head, say) has enough.
  process.stdout.on('error', () => stop.abort())
  const say = (line: string) => process.stderr.isTTY && console.error(printable(line))
  say(`Listening to ${sources.map(({ name }) => name).join(', ')}. Ctrl-C ends it.`)

  const colour = process.stdout.isTTY && !process.env.NO_COLOR
  let left = limit
  const hearing = sources.map(async (source) => {
    try {
      for await (const one of source.hear(kitOf(stop.signal, values.bluesky ?? ''), (why) =>
        console.error(printable(why)),
      )) {
        const match = matchOf(one)
        if (match === null) continue
        if (left-- <= 0) break
        process.stdout.write(`${values.json ? asJson(match) : forPeople(match, colour)}\n`)
        if (left === 0) stop.abort()
        if (stop.signal.aborted) break
      }
    } catch (error) {
      const was = stop.signal.aborted
      stop.abort()
      if (!was) throw error
    }
  })
  await Promise.all(hearing)
  return 0

  function matchOf(one: Caught) {
    const because = query && explain(query, { ...one.said, channel: one.channel, room: one.room }, new Date())
    return because && { ...one, because }
  }
}

/** Null: it can't be read, and the terminal shows where. */
function read(source: string, from: From | null) {
  try {
    return readQuery(source, from, (note) => console.error(printable(note)))
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    console.error(`${atCaret(source, error.at)}\n${printable(error.message)}`)
    return null
  }
}

/** Who names a stream's host at the terminal means it, wherever it is; feeds may lead anywhere, so they are guarded. */
function kitOf(signal: AbortSignal, host: string): Kit {
  const { allowPrivate } = readSettings(process.env)
  return {
    fetch: safeFetch({ allow: allowPrivate }),
    socket: safeSocket({ allow: host === '' ? allowPrivate : ['0.0.0.0/0', '::/0'] }),
    clock: systemClock,
    signal,
    inCommon: inCommon(),
    keepSecret: async () => {},
    keepQuota: async () => {},
  }
}
