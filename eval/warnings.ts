/**
 * How often each warning speaks up at replies that brands gave people: `npm run eval:warnings -- --data ../shared/data`. Nobody called
 * those replies good or bad, so that these are rates and no error rates.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { noCharter } from '../src/domain/charter/charter.ts'
import { kinds } from '../src/domain/charter/warnings/kinds.ts'
import { warningsOf } from '../src/domain/charter/warnings/warnings.ts'
import { understoodOf, untaught } from '../src/domain/message/understood.ts'

type Row = { tweet_id: string; author_id: string; inbound: string; text: string; in_response_to_tweet_id: string }
const { data = '../shared/data', show } = parseArgs({
  options: { data: { type: 'string' }, show: { type: 'string' } },
}).values
const file = join(data, 'social/twcs/twcs-slice.public70.csv')
const rows: Row[] = parse(readFileSync(file), {
  columns: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
})
const byId = new Map(rows.map((row) => [row.tweet_id, row]))

/** Who is named at the beginning is whom the room's reply goes to anyway: a teammate here types no handle. */
const withoutHandles = (text: string) => text.replace(/^(?:@\w+\s+)+/, '')

const times = new Map<string, number>()
let replies = 0
let questions = 0
let took = 0
for (const row of rows) {
  const parent = byId.get(row.in_response_to_tweet_id.replace(/\.0$/, ''))
  if (row.inbound !== 'False' || parent?.inbound !== 'True') continue
  replies++
  const { labels } = understoodOf({ text: parent.text, title: null, langs: ['en'] }, untaught)
  if (labels.includes('question') || parent.text.includes('?')) questions++
  const begin = performance.now()
  const found = warningsOf(
    {
      text: withoutHandles(row.text),
      charter: noCharter,
      asked: { text: parent.text, labels },
      theirNames: [parent.author_id],
      ourNames: [row.author_id],
      firstWord: parent.in_response_to_tweet_id === '',
      limit: 280,
      elsewhere: [],
    },
    [],
  )
  took += performance.now() - begin
  for (const is of new Set(found.map(({ is }) => is))) times.set(is, (times.get(is) ?? 0) + 1)
  if (found.length === 0) times.set('none', (times.get('none') ?? 0) + 1)
  for (const { is, found: what } of found) if (is === show) console.log(`${what} | ${row.text.replaceAll('\n', ' ')}`)
}

const share = (times: number, of: number) => `${((100 * times) / of).toFixed(1)} %`
console.log(
  `${replies} replies, ${questions} of them to a question; ${((1000 * took) / replies).toFixed(0)} µs a reply`,
)
for (const kind of [...kinds, 'none']) console.log(kind.padEnd(16), share(times.get(kind) ?? 0, replies))
console.log('no-answer, of questions', share(times.get('no-answer') ?? 0, questions))
