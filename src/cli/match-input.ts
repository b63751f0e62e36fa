/** What `earshot match` reads: a line of JSON as a query or a post, or why it is neither. */
import type { Post } from '../listening/post.ts'
import { BadLine, type Fields, idOf, missing, type Named, objectIn } from './json-lines.ts'
import type { Line } from './lines.ts'

export type QueryLine = Named & { query: string }
export type PostLine = Named & { post: Post }

/** Null: the line is empty. Throws BadLine. */
export function queryIn(line: Line): QueryLine | null {
  const read = objectIn(line)
  if (read === null) return null
  const { value, text } = read
  if (typeof value.query !== 'string') throw new BadLine(`"query" must be a text${missing(value.query)}`)
  return { ...idOf(value.id, text), query: value.query }
}

/** Null: the line is empty. Throws BadLine. What a post may carry, and how liberally it is read, docs/listening.md says. */
export function postIn(line: Line): PostLine | null {
  const read = objectIn(line)
  if (read === null) return null
  const { value, text } = read
  if (typeof value.text !== 'string') throw new BadLine(`"text" must be a text${missing(value.text)}`)
  return { ...idOf(value.id, text), post: postOf(value, value.text) }
}

function postOf(value: Fields, text: string): Post {
  return {
    text,
    title: maybeText(value, 'title'),
    author: authorOf(value.author),
    ...(value.to == null ? {} : { to: list(value, 'to') }),
    langs: value.langs == null ? list(value, 'lang') : [...list(value, 'lang'), ...list(value, 'langs')],
    links: list(value, 'links'),
    mentions: list(value, 'mentions'),
    tags: list(value, 'tags'),
    ...(value.images == null ? {} : { images: list(value, 'images', 'alt').map((alt) => ({ alt })) }),
    quotes: maybeText(value, 'quotes'),
    inReplyTo: maybeText(value, 'inReplyTo'),
    room: maybeText(value, 'room'),
    channel: maybeText(value, 'channel'),
    ...(value.at == null ? {} : { at: timeOf(value.at) }),
    labels: list(value, 'labels'),
    objective: maybeText(value, 'objective'),
    assignee: maybeText(value, 'assignee'),
  }
}

/** A handle, a name or an id; or an object that says which it is. */
function authorOf(author: unknown): Post['author'] {
  if (author == null) return null
  if (typeof author === 'string') return { id: author, handle: author, name: author }
  if (typeof author === 'number') return { id: String(author) }
  if (typeof author !== 'object') throw new BadLine('"author" must be a text or an object')
  const { id, handle, name } = author as Fields
  const text = (it: unknown) => (it == null ? null : String(it))
  return { id: text(id ?? handle ?? name) ?? '', handle: text(handle), name: text(name) }
}

const none: readonly string[] = []

/** A list, or one alone; of objects the part of that name is taken. */
function list(value: Fields, field: string, part: string | null = null): readonly string[] {
  const given = value[field]
  if (given == null) return none
  if (part === null && Array.isArray(given) && given.every((each) => typeof each === 'string')) return given
  return (Array.isArray(given) ? given : [given]).map((each) => {
    const text = part !== null && typeof each === 'object' && each !== null ? (each as Fields)[part] : each
    if (typeof text !== 'string') throw new BadLine(`"${field}" must be a text or a list of them`)
    return text
  })
}

function maybeText(value: Fields, field: string): string | null {
  const given = value[field]
  if (given == null) return null
  if (typeof given !== 'string') throw new BadLine(`"${field}" must be a text`)
  return given
}

function timeOf(at: unknown): Date {
  const time = typeof at === 'string' || typeof at === 'number' ? new Date(at) : null
  if (time === null || Number.isNaN(time.getTime())) throw new BadLine('"at" must be a time: 2026-11-01T12:00:00Z')
  return time
}
