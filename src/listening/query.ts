import type { FieldName } from './fields.ts'

/** What to listen for. `"acme rocket" -hiring` reads: the phrase, but not in messages about hiring. */
export type Query =
  | Term
  | Near
  | { is: 'field'; name: FieldName; value: string }
  | { is: 'not'; query: Query }
  | { is: 'all'; queries: readonly Query[] }
  | { is: 'any'; queries: readonly Query[] }

/** What has a place in a text: a word, or words that follow each other. */
export type Term = Word | { is: 'phrase'; words: readonly Word[] }

/** All the terms, in any order, the first words of the first and the last at most `within` positions apart. */
export type Near = { is: 'near'; terms: readonly Term[]; within: number }

/**
 * One word, `#hashtag` or `@handle`, already in the form in which it is compared.
 * `folded`: letter case doesn't matter, accents do. `cased`: as written. `unaccented`: neither matters.
 * A prefix stands for every word that begins so.
 */
export type Word = { is: 'word'; text: string; compare: Compare; prefix: boolean }
export type Compare = 'folded' | 'cased' | 'unaccented'

/** A query written out: the same meaning, one spelling. It can be longer than what was parsed. */
export function print(query: Query): string {
  switch (query.is) {
    case 'all':
      return query.queries.map((part) => (part.is === 'any' ? `(${print(part)})` : print(part))).join(' ')
    case 'any':
      return query.queries.map(print).join(' OR ')
    case 'not':
      return isGroup(query.query) ? `-(${print(query.query)})` : `-${print(query.query)}`
    case 'field':
      return `${query.name}:${/^[^\s(){}]+$/.test(query.value) ? query.value : `"${query.value}"`}`
    case 'near':
      return printNear(query)
    case 'word':
    case 'phrase':
      return printTerm(query)
  }
}

/** `-a NEAR/2 b` excludes both too, but it doesn't look so. */
const isGroup = (query: Query) => query.is === 'all' || query.is === 'any' || query.is === 'near'

function printTerm(term: Term): string {
  if (term.is === 'phrase') return inBrackets(compareOf(term), term.words.map(printWord).join(' '))
  if (term.compare === 'cased') return `{${printWord(term)}}`
  return term.compare === 'unaccented' ? `~${printWord(term)}` : printWord(term)
}

function printNear({ terms, within }: Near): string {
  const [first, second] = terms
  if (terms.length === 2 && first && second) return `${printTerm(first)} NEAR/${within} ${printTerm(second)}`
  // Inside quotes, spaces part the terms: a phrase among them is held together by a slash, which no word contains.
  const inside = terms.map((term) => (term.is === 'phrase' ? term.words.map(printWord).join('/') : printWord(term)))
  return `${inBrackets(first ? compareOf(first) : 'folded', inside.join(' '))}~${within}`
}

const printWord = (word: Word): string => (word.prefix ? `${word.text}*` : word.text)
const compareOf = (term: Term): Compare => (term.is === 'word' ? term.compare : (term.words[0]?.compare ?? 'folded'))

function inBrackets(compare: Compare, inside: string): string {
  switch (compare) {
    case 'folded':
      return `"${inside}"`
    case 'cased':
      return `{${inside}}`
    case 'unaccented':
      return `~"${inside}"`
  }
}
