import { type FieldName, field } from '../fields.ts'
import type { Compare, Near, Query, Term, Word } from '../query.ts'
import { tokens } from '../tokens.ts'
import { bare, barePrefix, cased, fact, folded, prefix } from './agreed/kinds.ts'
import { rarest } from './anchors.ts'
import { factText } from './facts.ts'
import { bodyAt, fieldNames, lengthOf, pairAt, partOf, parts } from './program.ts'
import type { Terms } from './terms.ts'

/** Writes a query as numbers. Its terms are in use from then on, until `release`. */
export function compile(query: Query, terms: Terms, moments: Moments): number[] {
  switch (query.is) {
    case 'word':
      return word(query, terms)
    case 'phrase':
      return phrase(query.words, terms)
    case 'near':
      return near(query, terms, moments)
    case 'field':
      return ofField(query.name, query.value, terms, moments)
    case 'not':
      return written(parts.not, compile(query.query, terms, moments))
    case 'all':
    case 'any': {
      const each = query.queries.map((part) => compile(part, terms, moments))
      return written(parts[query.is], inOrder(each, query.is, terms).flat())
    }
  }
}

/** Gives up the terms of a program. */
export function release(code: ArrayLike<number>, from: number, to: number, terms: Terms, moments: Moments): void {
  for (let at = from; at < to; at += lengthOf(code[at] as number)) {
    const head = code[at] as number
    switch (partOf(head)) {
      case parts.word:
      case parts.beginning:
      case parts.term:
      case parts.fact:
        dropTerm(code[at + 1] as number, terms)
        break
      case parts.moment:
        moments.remove(code[at + 1] as number)
        break
      case parts.phrase:
        releasePhrase(code, at, terms)
        break
      default:
        release(code, at + bodyAt(head), at + lengthOf(head), terms, moments)
    }
  }
}

/**
 * What is cheap to ask is asked first; of that, in `all` what fails most, in `any` what holds most. Last in `all` comes
 * the part at which it waits: where it is asked at all, that holds.
 */
function inOrder(each: number[][], is: 'all' | 'any', terms: Terms): number[][] {
  const rated = each.map((code) => {
    const required = rarest(code, 0, terms)
    return { code, cost: costs[partOf(code[0] as number)] ?? 0, rate: required?.rate ?? 1 }
  })
  const waited = is === 'all' ? rated.reduce((a, b) => (b.rate < a.rate ? b : a)) : null
  const sign = is === 'all' ? 1 : -1
  const isWaited = (part: (typeof rated)[number]) => Number(part === waited)
  return rated
    .sort((a, b) => isWaited(a) - isWaited(b) || a.cost - b.cost || (a.rate - b.rate) * sign)
    .map(({ code }) => code)
}

/** What is excluded is rarely there: to ask for it comes after all that is likelier to end the asking. */
const costs: Record<number, number> = {
  [parts.word]: 0,
  [parts.beginning]: 1,
  [parts.any]: 2,
  [parts.all]: 2,
  [parts.phrase]: 3,
  [parts.near]: 4,
  [parts.not]: 5,
  [parts.term]: 6,
  [parts.fact]: 7,
  [parts.moment]: 8,
}

/** Fields of time: they are true of an hour, and no message holds them. */
export type Moment = { name: FieldName; value: string }

/** The fields of time that programs name, by number. */
export class Moments {
  readonly #all: (Moment | undefined)[] = []
  readonly #freed: number[] = []

  add(moment: Moment): number {
    const at = this.#freed.pop() ?? this.#all.length
    this.#all[at] = moment
    return at
  }

  remove(at: number): void {
    this.#all[at] = undefined
    this.#freed.push(at)
  }

  at = (at: number): Moment | undefined => this.#all[at]
}

const written = (part: number, body: readonly number[]): number[] => [part | ((body.length + 1) << 4), ...body]

function word(asked: Word, terms: Terms): number[] {
  const term = termOf(asked, terms)
  switch (terms.kindOf(term)) {
    case folded:
      return written(parts.word, [term, terms.hashOf(term)])
    case prefix:
      return written(parts.beginning, [term, terms.stemOf(term)])
    default:
      return written(parts.term, [term])
  }
}

function termOf({ text, compare, prefix: begins }: Word, terms: Terms): number {
  if (compare === 'cased') {
    // A word is asked for its case only where it is the word: so the word is in use too.
    const word = terms.use(folded, foldedName(text))
    terms.countCased(word, 1)
    return terms.use(cased, text)
  }
  return terms.use(kindOfWord[compare][begins ? 'prefix' : 'whole'], text)
}

const kindOfWord: Record<Exclude<Compare, 'cased'>, { whole: number; prefix: number }> = {
  folded: { whole: folded, prefix },
  unaccented: { whole: bare, prefix: barePrefix },
}

/** The word that a cased form is a form of. */
export const foldedName = (text: string): string => tokens(text)[0]?.names[0] ?? text

function dropTerm(term: number, terms: Terms): void {
  if (terms.kindOf(term) === cased) {
    const word = terms.named(folded, foldedName(terms.textOf(term)))
    terms.countCased(word, -1)
    terms.drop(word)
  }
  terms.drop(term)
}

function phrase(words: readonly Word[], terms: Terms): number[] {
  const all = words.map((word) => termOf(word, terms))
  const pairs = all.slice(1).map((second, i) => terms.usePair(all[i] as number, second))
  const hashes = all.map((term) => (terms.kindOf(term) === folded ? terms.hashOf(term) : 0))
  return written(parts.phrase, [all.length, ...all, ...pairs, ...hashes])
}

function releasePhrase(code: ArrayLike<number>, at: number, terms: Terms): void {
  const count = code[at + 1] as number
  for (let i = 0; i < count - 1; i++) terms.drop(pairAt(code, at, i))
  for (let i = 0; i < count; i++) dropTerm(code[at + 2 + i] as number, terms)
}

const near = ({ terms: all, within }: Near, terms: Terms, moments: Moments): number[] =>
  written(parts.near, [within, ...all.flatMap((term: Term) => compile(term, terms, moments))])

function ofField(name: FieldName, value: string, terms: Terms, moments: Moments): number[] {
  const it = field(name)
  if ('isTrue' in it) return written(parts.moment, [moments.add({ name, value })])
  const asked = it.asked ? it.asked(value) : value
  // Nothing holds it: any of none.
  if (asked === null) return written(parts.any, [])
  return written(parts.fact, [terms.use(fact, factText(name, asked)), fieldNames.indexOf(name)])
}
