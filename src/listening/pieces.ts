import { field, fields, fieldValue, isField } from './fields.ts'
import { character, unaccented } from './letters.ts'
import type { Compare, Near, Query, Term, Word } from './query.ts'
import { QueryError } from './query-error.ts'
import { tokens } from './tokens.ts'

/** What a query is written with: operators, parentheses, and things to look for. `from` is its place in the query. */
export type Piece = { from: number } & (
  | { is: '(' | ')' | 'AND' | 'OR' | 'NOT' | 'end' }
  | { is: 'NEAR'; within: number }
  | { is: 'query'; query: Query; words: number }
)

/** The farthest that NEAR and ~ reach; the parts of a message (title, text, pictures) stand further apart than this. */
export const farthest = 1_000

/** The pieces of a query, in order, the last of which is its end. @throws QueryError */
export function pieces(source: string): Piece[] {
  const found: Piece[] = []
  let from = skipSpace(source, 0)
  while (from < source.length) {
    const next = readPiece(source, from)
    found.push(next.piece)
    from = skipSpace(source, next.end)
  }
  found.push({ is: 'end', from })
  return found
}

type Read = { piece: Piece; end: number }

function readPiece(source: string, from: number): Read {
  const first = source[from] ?? ''
  if (first === '(' || first === ')') return { piece: { is: first, from }, end: from + 1 }
  if (first === '}') throw new QueryError(source, from, 'this } closes nothing; case as written is {Apple}')
  if (first === '-') return readMinus(source, from)
  if (first === '~') return readTerm(source, from, from + 1, 'unaccented')
  return readTerm(source, from, from, 'folded')
}

function readMinus(source: string, from: number): Read {
  if (/^-[^\s)]/.test(source.slice(from, from + 2))) return { piece: { is: 'NOT', from }, end: from + 1 }
  throw new QueryError(source, from, 'a - stands directly before what it excludes: -word')
}

function readTerm(source: string, from: number, start: number, compare: Compare): Read {
  const opening = source[start] ?? ''
  if (isQuote(opening)) return readBracketed(source, from, start, compare)
  if (opening === '{' && compare === 'folded') return readBracketed(source, from, start, 'cased')
  const end = start + (/^[^\s(){}"“”„]*/.exec(source.slice(start))?.[0].length ?? 0)
  const bare = source.slice(start, end)
  if (compare === 'unaccented') {
    if (bare === '') throw new QueryError(source, from, 'a ~ stands directly before a word: ~cafe')
    return { piece: readBare(source, from, bare, compare), end }
  }
  if (bare === 'AND' || bare === 'OR' || bare === 'NOT') return { piece: { is: bare, from }, end }
  if (/^NEAR(\/|$)/.test(bare))
    return { piece: { is: 'NEAR', from, within: readWithin(source, from, bare.slice(5)) }, end }
  const colon = bare.indexOf(':')
  if (colon > 0 && /^[\p{L}_]+$/u.test(bare.slice(0, colon))) return readField(source, from, bare, end)
  return { piece: readBare(source, from, bare, compare), end }
}

/** A word without quotes. `e-mail` is two words, and so a phrase. */
function readBare(source: string, from: number, bare: string, compare: Compare): Piece {
  const star = /\*(?!\u{FE0F}?\u{20E3})/u.exec(bare)
  const words = wordsOf(bare, compare)
  if (words.length === 0) throw new QueryError(source, from, `there is no word, number or emoji in ${bare}`)
  if (star && star.index < bare.length - 1) {
    throw new QueryError(source, from, `a * stands at the end of a word: ${bare.replaceAll('*', '')}*`)
  }
  if (star && !words.at(-1)?.prefix && !endsUnspaced.test(words.at(-1)?.text ?? '')) {
    throw new QueryError(source, from, 'a * needs 3 letters or more before it')
  }
  return { is: 'query', from, query: asTerm(words), words: words.length }
}

/** `"words"`, `~"words"` or `{words}`, and perhaps `~5` after it. Inside, all is text but a * after three letters. */
function readBracketed(source: string, from: number, start: number, compare: Compare): Read {
  const closing = compare === 'cased' ? /}/g : /["“”„]/g
  closing.lastIndex = start + 1
  const close = closing.exec(source)?.index
  if (close === undefined) {
    const what =
      compare === 'cased'
        ? 'this { is not closed: put a } after the word'
        : 'this quote is not closed: put a " after the last word'
    throw new QueryError(source, start, what)
  }
  const inside = source.slice(start + 1, close)
  const words = wordsOf(inside, compare)
  if (words.length === 0) throw new QueryError(source, start, 'there is no word, number or emoji in here')
  const distance = /^~(\d*)/.exec(source.slice(close + 1))
  if (!distance) return { piece: { is: 'query', from, query: asTerm(words), words: words.length }, end: close + 1 }

  const within = readWithin(source, close + 1, distance[1] ?? '')
  const end = close + 1 + distance[0].length
  const terms = inside
    .split(/\s+/)
    .map((part) => wordsOf(part, compare))
    .filter((part) => part.length > 0)
    .map(asTerm)
  return { piece: { is: 'query', from, query: asNear(terms, within), words: words.length }, end }
}

function readField(source: string, from: number, bare: string, end: number): Read {
  const colon = bare.indexOf(':')
  const name = bare.slice(0, colon).toLowerCase()
  if (!isField(name)) throw new QueryError(source, from, unknownField(name, bare))
  let written = bare.slice(colon + 1)
  if (written === '' && isQuote(source[end])) {
    const close = end + 1 + source.slice(end + 1).search(/["“”„]/)
    if (close === end) throw new QueryError(source, end, 'this quote is not closed: put a " after the last word')
    written = source.slice(end + 1, close)
    end = close + 1
  }
  // A full-width quote folds to ", which no value can hold: nothing could be written around it.
  const value = fieldValue(written)
    .replaceAll(/["“”„]/g, '')
    .trim()
  const wrong = value === '' ? `it needs a value: ${fields[name].example}` : field(name).wrong?.(value)
  if (wrong) throw new QueryError(source, from, `${name}:${value} can't be: ${wrong}`)
  return { piece: { is: 'query', from, query: { is: 'field', name, value }, words: 1 }, end }
}

function unknownField(name: string, bare: string): string {
  if (name === 'http' || name === 'https') return 'to find a link, write its domain: link:example.com'
  return `there is no field ${name}: (there are ${Object.keys(fields).join(', ')}); to find the words, write "${bare}"`
}

function readWithin(source: string, from: number, digits: string): number {
  const within = Number(digits)
  if (/^\d+$/.test(digits) && within >= 1 && within <= farthest) return within
  throw new QueryError(source, from, `the distance is a number from 1 to ${farthest}: "a b"~5 or a NEAR/5 b`)
}

/** The words of a text to look for. A hashtag and a handle stand for themselves, not for the words in them. */
function wordsOf(text: string, compare: Compare): Word[] {
  const words: Word[] = []
  for (const token of tokens(text)) {
    if (token.inTag) continue
    const folded = token.names[0] ?? ''
    const prefix = compare !== 'cased' && prefixEnd.test(text.slice(token.to, token.to + 3)) && prefixStart.test(folded)
    words.push({ is: 'word', text: inForm(folded, token.cased[0] ?? '', compare), compare, prefix })
  }
  return words
}

function inForm(folded: string, cased: string, compare: Compare): string {
  switch (compare) {
    case 'folded':
      return folded
    case 'cased':
      return cased
    case 'unaccented':
      return unaccented(folded)
  }
}

/** Two words or more are a phrase. */
function asTerm(words: readonly Word[]): Term {
  const [only, ...others] = words
  return only && others.length === 0 ? only : { is: 'phrase', words }
}

/** One term is near itself. */
function asNear(terms: readonly Term[], within: number): Near | Term {
  const [only, ...others] = terms
  return only && others.length === 0 ? only : { is: 'near', terms, within }
}

const skipSpace = (source: string, from: number) => from + (/^\s*/.exec(source.slice(from))?.[0].length ?? 0)
const isQuote = (character: string | undefined) => character !== undefined && /["“”„]/.test(character)
const prefixEnd = /^\*(?![\p{L}\p{M}\p{N}_])/u
const prefixStart = new RegExp(`^[#@]?(?:(?!${character})[\\p{L}\\p{M}\\p{N}_'.\\-]){3}`, 'v')
const endsUnspaced = new RegExp(`${character}$`, 'v')
