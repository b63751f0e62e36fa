/** What can be written next in a query: fields, their values, operators. Pure: text and caret in, what to offer out. */
import type { WordId } from '../words/words.ts'

/** `about`: what it is for, in the desk's words; or a name of its own. */
export type Completion = { insert: string; about: { words: WordId } | { name: string } | null }

/** The text from `from` to `to` gives place to what is chosen. */
export type Completions = { from: number; to: number; options: Completion[] }

/** What fields can be asked for here. */
export type Known = {
  rooms: readonly string[]
  channels: readonly { name: string; title: string }[]
  teammates: readonly string[]
  /** The name of a language in the reader's own. */
  languageName(code: string): string
}

const mostOffered = 8

/** `asked`: somebody wants to see what there is, with nothing written yet. Null: there is nothing to offer. */
export function completionsAt(text: string, caret: number, known: Known, asked = false): Completions | null {
  const before = text.slice(0, caret)
  const field = fieldBefore.exec(before)
  const [, name = '', quoted, bare] = field ?? []
  const inQuotes = (before.match(/["“”„]/g) ?? []).length % 2 === 1
  if (field && inQuotes === (quoted !== undefined)) {
    const written = quoted ?? bare ?? ''
    const start = caret - written.length - (quoted === undefined ? 0 : 1)
    const to = caret + (/^[^\s()"]*"?/.exec(text.slice(caret))?.[0].length ?? 0)
    return offered(start, to, valuesOf(name.toLowerCase(), known), written)
  }
  if (inQuotes) return null
  const word = wordBefore.exec(before)?.[1] ?? ''
  if (word === '' && !(asked && /(^|[\s(-])$/.test(before))) return null
  const to = caret + (/^[\p{L}_]*:?/u.exec(text.slice(caret))?.[0].length ?? 0)
  const isShouted = word !== '' && word === word.toUpperCase()
  if (asked) return offered(caret - word.length, to, [...fields, ...operators], word, Number.POSITIVE_INFINITY)
  return offered(caret - word.length, to, isShouted ? [...fields, ...operators] : fields, word)
}

/** The query with a completion in place, and where the caret goes. */
export function completed(
  text: string,
  { from, to }: Completions,
  { insert }: Completion,
): { text: string; caret: number } {
  const rest = text.slice(to)
  // A field waits for its value; behind all else there is a space.
  const space = insert.endsWith(':') || /^\s/.test(rest) ? '' : ' '
  const caret = from + insert.length + (insert.endsWith(':') ? 0 : 1)
  return { text: text.slice(0, from) + insert + space + rest, caret }
}

const fieldBefore = /(?:^|[\s(-])([\p{L}_]+):(?:["“„]([^"“”„]*)|([^\s()"“”„]*))$/u
const wordBefore = /(?:^|[\s(-])([\p{L}_]+)$/u

function offered(
  from: number,
  to: number,
  all: readonly Completion[],
  written: string,
  most = mostOffered,
): Completions | null {
  const begun = written.toLowerCase()
  const fits = ({ insert, about }: Completion) =>
    insert.replace(/^"/, '').toLowerCase().startsWith(begun) ||
    (begun !== '' && about !== null && 'name' in about && about.name.toLowerCase().startsWith(begun))
  const options = all.filter((each) => fits(each) && each.insert.replaceAll('"', '') !== written).slice(0, most)
  return options.length === 0 ? null : { from, to, options }
}

/** The fields of the language, in the order in which they are offered. */
export const fieldNames = [
  'from',
  'to',
  'in',
  'on',
  'lang',
  'link',
  'has',
  'is',
  'objective',
  'assignee',
  'before',
  'after',
  'older_than',
] as const

const fields: Completion[] = fieldNames.map((name) => ({ insert: `${name}:`, about: { words: `query.field.${name}` } }))

const operators: Completion[] = [
  { insert: 'OR', about: { words: 'query.or' } },
  { insert: 'AND', about: { words: 'query.and' } },
  { insert: 'NOT', about: { words: 'query.not' } },
  { insert: 'NEAR/5', about: { words: 'query.near' } },
]

/** The languages most spoken where people write in public; any other can be written too. */
const languages =
  'en es pt de fr it nl pl sv da nb fi cs sk hu ro bg el tr uk ru ar he fa hi bn ta ur id ms vi th zh ja ko ca eu gl'.split(
    ' ',
  )

function valuesOf(field: string, known: Known): Completion[] {
  const plain = (values: readonly string[]) => values.map((value): Completion => ({ insert: value, about: null }))
  switch (field) {
    case 'in':
      return plain(known.rooms.map(quotedIfNeeded))
    case 'on':
      return known.channels.map(({ name, title }) => ({ insert: name, about: { name: title } }))
    case 'assignee':
      return plain(known.teammates.map(quotedIfNeeded))
    case 'lang':
      return languages.map((code) => ({ insert: code, about: { name: known.languageName(code) } }))
    case 'has':
      return plain(['link', 'image', 'question', 'quote'])
    case 'is':
      return plain(['reply', 'question', 'complaint', 'praise', 'thanks'])
    case 'older_than':
      return plain(['1d', '7d', '30d'])
    default:
      return []
  }
}

const quotedIfNeeded = (value: string): string =>
  /^[^\s(){}"]+$/.test(value) ? value : `"${value.replaceAll(/["“”„]/g, '')}"`
