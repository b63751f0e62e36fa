import { field, fields, fieldValue, isField } from './fields.ts'
import type { Compare, Query } from './query.ts'
import { QueryError } from './query-error.ts'
import { asNear, asTerm, isCharacter, wordsOf } from './terms.ts'

/** What a query is written with: operators, parentheses, and things to look for. `from` is its place in the query. */
export type Piece = { from: number } & What
type What =
  | { is: '(' | ')' | 'AND' | 'OR' | 'NOT' | 'end' }
  | { is: 'NEAR'; within: number }
  | { is: 'query'; query: Query; words: number }

/** The pieces of a query, in order, the last of which is its end. @throws QueryError */
export function pieces(source: string): Piece[] {
  const found = [...source.matchAll(anyPiece)].map(({ 0: written, index: from, groups = {} }) => {
    const wrong: Wrong = (problem, at = 0) => {
      throw new QueryError(source, from + at, problem)
    }
    return { from, ...read(written, groups, wrong) }
  })
  return [...found, { is: 'end', from: source.length }]
}

/** Word processors make quotes of their own. Any of them opens, and any closes. */
const quotes = '"“”„'

const anyPiece = new RegExp(
  [
    '[()}]',
    String.raw`(?<minus>-)(?=[^\s)])`,
    String.raw`(?<name>[\p{L}_]+):[${quotes}](?<value>[^${quotes}]*)(?<closed>[${quotes}])?`,
    String.raw`(?<tilde>~)?[${quotes}](?<quoted>[^${quotes}]*)(?<closed>[${quotes}](?<reach>~\d*)?)?`,
    String.raw`\{(?<cased>[^}]*)(?<closed>\}(?<reach>~\d*)?)?`,
    String.raw`(?<bare>[^\s(){}${quotes}]+)`,
  ].join('|'),
  'gu',
)

type Groups = Record<string, string | undefined>
type Wrong = (problem: string, at?: number) => never

function read(written: string, groups: Groups, wrong: Wrong): What {
  const { name, value, tilde, quoted, cased, bare } = groups
  if (bare !== undefined) return readBare(bare, wrong)
  if (quoted !== undefined) return readQuoted(quoted, tilde ? 'unaccented' : 'folded', written, groups, wrong)
  if (cased !== undefined) return readQuoted(cased, 'cased', written, groups, wrong)
  if (name !== undefined && value !== undefined) {
    return readField(name, groups.closed ? value : wrong(notClosed.folded, name.length + 1), written, wrong)
  }
  if (groups.minus) return { is: 'NOT' }
  return written === '(' || written === ')'
    ? { is: written }
    : wrong('this } closes nothing; case as written is {Apple}')
}

/** An operator, a field, or words without quotes: `e-mail` is two, and so a phrase. */
function readBare(bare: string, wrong: Wrong): What {
  if (bare === 'AND' || bare === 'OR' || bare === 'NOT') return { is: bare }
  if (/^NEAR(\/|$)/.test(bare)) return { is: 'NEAR', within: readReach(bare.slice(5), wrong) }
  const [, name, value] = /^([\p{L}_]+):(.*)$/u.exec(bare) ?? []
  if (name !== undefined && value !== undefined) return readField(name, value, bare, wrong)
  if (bare === '-') return wrong('a - stands directly before what it excludes: -word')
  if (bare === '~') return wrong('a ~ stands directly before a word: ~cafe')

  const words = bare.startsWith('~') ? wordsOf(bare.slice(1), 'unaccented') : wordsOf(bare, 'folded')
  const last = words.at(-1)
  if (last === undefined) return wrong(`there is no word, number or emoji in ${bare}`)
  if (/\*(?!\u{FE0F}?\u{20E3})./u.test(bare))
    return wrong(`a * stands at the end of a word: ${bare.replaceAll('*', '')}*`)
  if (bare.endsWith('*') && !last.prefix && !isCharacter(last)) return wrong('a * needs 3 letters or more before it')
  return { is: 'query', query: asTerm(words), words: words.length }
}

/** `"words"`, `~"words"` or `{words}`, and perhaps `~5` after it. */
function readQuoted(inside: string, compare: Compare, written: string, { closed, reach }: Groups, wrong: Wrong): What {
  const opened = written.startsWith('~') ? 1 : 0
  if (closed === undefined) return wrong(notClosed[compare], opened)
  const words = wordsOf(inside, compare)
  if (words.length === 0) return wrong('there is no word, number or emoji in here', opened)
  if (reach === undefined) return { is: 'query', query: asTerm(words), words: words.length }
  const within = readReach(reach.slice(1), (problem) => wrong(problem, written.length - reach.length))
  return { is: 'query', query: asNear(inside, compare, within), words: words.length }
}

function readField(written: string, given: string, whole: string, wrong: Wrong): What {
  const name = written.toLowerCase()
  if (name === 'http' || name === 'https') return wrong('to find a link, write its domain: link:example.com')
  if (!isField(name)) {
    const all = Object.keys(fields).join(', ')
    return wrong(
      `there is no field ${name}: (there are ${all}); to find the words, write "${whole.replaceAll(/["“”„]/g, '')}"`,
    )
  }
  const value = fieldValue(given)
  const problem = value === '' ? `it needs a value: ${fields[name].example}` : field(name).wrong?.(value)
  if (problem) return wrong(`${name}:${value} can't be: ${problem}`)
  return { is: 'query', query: { is: 'field', name, value }, words: 1 }
}

/** The farthest that a distance reaches. */
const farthest = 1_000

function readReach(digits: string, wrong: Wrong): number {
  const within = /^\d+$/.test(digits) ? Number(digits) : 0
  if (within >= 1 && within <= farthest) return within
  return wrong(`the distance is a number from 1 to ${farthest}: "a b"~5 or a NEAR/5 b`)
}

const quoteNotClosed = 'this quote is not closed: put a " after the last word'
const notClosed: Record<Compare, string> = {
  folded: quoteNotClosed,
  unaccented: quoteNotClosed,
  cased: 'this { is not closed: put a } after the word',
}
