/** A match as it is printed: for people with the words that matched marked, or as one line of JSON. */
import type { Said } from '../domain/message/heard.ts'
import type { Because, Span } from '../listening/explain.ts'
import { printable } from './printable.ts'

export type Match = { channel: string; room: string; said: Said; because: readonly Because[] }

/** Nothing a stranger wrote reaches the terminal but as text. */
export function forPeople({ channel, room, said, because }: Match, colour: boolean): string {
  const paint = (code: string, text: string) => (colour && text !== '' ? `\x1b[${code}m${text}\x1b[0m` : text)
  const who = printable(said.author.name ?? said.author.handle ?? said.author.id)
  const when = said.at.toLocaleTimeString('en-GB')
  const marked = (text: string, part: 'text' | 'title') =>
    mark(text, spansIn(because, part), (word) => paint('1;33', word))
  const head = `${paint('2', when)} ${paint('1', who)} ${paint('2', `on ${channel === 'bluesky' ? 'Bluesky' : printable(room)}`)}`
  const title = said.title ? [`  ${marked(said.title, 'title')}`] : []
  const text = said.text === '' ? [] : [`  ${marked(shortened(said.text), 'text')}`]
  const url = said.url ? [`  ${paint('2;4', printable(said.url))}`] : []
  return [head, ...title, ...text, ...url].join('\n')
}

export function asJson({ channel, room, said, because }: Match): string {
  const { id, at, author, title, text, url, langs, inReplyTo } = said
  return safeJson(JSON.stringify({ channel, room, id, at, author, title, text, url, langs, inReplyTo, because }))
}

/** The same JSON, without what JSON leaves as it is and a terminal would act on. */
export const safeJson = (json: string): string =>
  json.replace(
    /[\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The query with a caret under the place where it can't be read. */
export function atCaret(query: string, at: number): string {
  const from = Math.max(query.lastIndexOf('\n', at - 1), query.lastIndexOf('\r', at - 1)) + 1
  const line = query.slice(from).split(/[\r\n]/, 1)[0] ?? ''
  return `${printable(line)}\n${' '.repeat([...line.slice(0, at - from)].length)}^`
}

const longest = 1_000
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const spansIn = (because: readonly Because[], part: 'text' | 'title'): Span[] =>
  because.flatMap(({ spans }) => spans.filter((span) => span.in === part)).sort((a, b) => a.from - b.from)

function mark(text: string, spans: readonly Span[], paint: (word: string) => string): string {
  let out = ''
  let done = 0
  for (const { from, to } of spans) {
    if (from < done || from >= text.length) continue
    out += printable(text.slice(done, from)) + paint(printable(text.slice(from, to)))
    done = to
  }
  return out + printable(text.slice(done))
}
