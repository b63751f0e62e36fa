import { type FieldName, field, fields } from '../fields.ts'
import { meetings } from '../places.ts'
import type { Compare, Near, Query, Term, Word } from '../query.ts'
import { tokens } from '../tokens.ts'
import { factText, type Hits, pairUnits } from './hits.ts'
import { bare, barePrefix, cased, fact, folded, pair, prefix, row, type Terms } from './terms.ts'

/**
 * A query as whole numbers, so that it takes few bytes and is answered without an object being touched. Each part is
 * its head (what it is, and its length in numbers), then what belongs to it:
 *
 *     term    term
 *     fact    term, number of its field
 *     moment  place in `moments`
 *     phrase  how many words, their terms, the terms of their pairs
 *     near    distance, then parts
 *     not, all, any   then parts
 */
export const parts = { term: 0, fact: 1, moment: 2, phrase: 3, near: 4, not: 5, all: 6, any: 7 } as const

export const partOf = (head: number): number => head & 7
export const lengthOf = (head: number): number => head >>> 3

/** Fields of time: they are true of an hour, and no message holds them. */
export type Moment = { name: FieldName; value: string }

export const fieldNames = Object.keys(fields) as FieldName[]

/** Writes a query as numbers. Its terms are in use from then on, until `release`. */
export function compile(query: Query, terms: Terms, moments: Moments): number[] {
  switch (query.is) {
    case 'word':
      return written(parts.term, [termOf(query, terms)])
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
      // What is asked first should decide: in `all` what fails most and costs least, in `any` what holds most.
      const rate = new Map(each.map((part) => [part, likelihood(part, terms)]))
      const sign = query.is === 'all' ? 1 : -1
      each.sort((a, b) => sign * ((rate.get(a) ?? 0) - (rate.get(b) ?? 0)))
      return written(parts[query.is], each.flat())
    }
  }
}

/** Gives up the terms of a program. */
export function release(code: ArrayLike<number>, from: number, to: number, terms: Terms, moments: Moments): void {
  for (let at = from; at < to; at += lengthOf(code[at] as number)) {
    const head = code[at] as number
    switch (partOf(head)) {
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
 * Whether a program holds: 2 yes, 0 no, and 1 where it can't be told, since the message's fields are not known or what
 * was read of it may be more than what it says. (Kleene's three values: not is 2 - x, all the least, any the greatest.)
 */
export function answer(code: Int32Array, at: number, asked: Asked): 0 | 1 | 2 {
  const head = code[at] as number
  const end = at + lengthOf(head)
  switch (partOf(head)) {
    case parts.term:
      return asked.hits.has(code[at + 1] as number) ? asked.present : 0
    case parts.fact:
      if (asked.present === 1) return 1
      asked.hits.takeField(fieldNames[code[at + 2] as number] as FieldName)
      return asked.hits.has(code[at + 1] as number) ? 2 : 0
    case parts.moment:
      return asked.present === 1 ? 1 : asked.isNow(code[at + 1] as number) ? 2 : 0
    case parts.phrase:
      return hasPhrase(code, at, asked.hits) ? asked.present : 0
    case parts.near:
      return isNear(code, at, end, asked.hits) ? asked.present : 0
    case parts.not:
      return (2 - answer(code, at + 1, asked)) as 0 | 1 | 2
    case parts.all: {
      let least: 0 | 1 | 2 = 2
      for (let part = at + 1; part < end && least > 0; part += lengthOf(code[part] as number)) {
        const one = answer(code, part, asked)
        if (one < least) least = one
      }
      return least
    }
    default: {
      let greatest: 0 | 1 | 2 = 0
      for (let part = at + 1; part < end && greatest < 2; part += lengthOf(code[part] as number)) {
        const one = answer(code, part, asked)
        if (one > greatest) greatest = one
      }
      return greatest
    }
  }
}

export type Asked = {
  hits: Hits
  /** 2: what was read is what the message says. 1: it may be more. */
  present: 1 | 2
  isNow(moment: number): boolean
}

/** How likely a part holds, with what it costs to ask it added: only to put parts in order. */
export function likelihood(code: ArrayLike<number>, terms: Terms, at = 0): number {
  const head = code[at] as number
  switch (partOf(head)) {
    case parts.term:
      return terms.rate(code[at + 1] as number)
    case parts.phrase:
      return terms.rate(pairAt(code, at, 0))
    case parts.near:
      return 1
    case parts.not:
      return 2
    case parts.fact:
      return 3
    case parts.moment:
      return 4
    default:
      return 1.5
  }
}

/** The term of a phrase's n-th pair of words. */
export const pairAt = (code: ArrayLike<number>, at: number, n: number): number =>
  code[at + 2 + (code[at + 1] as number) + n] as number

/** How many numbers stand between the head of a part and the parts in it. */
export const bodyAt = (head: number): number => (partOf(head) === parts.near ? 2 : 1)

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

const written = (part: number, body: readonly number[]): number[] => [part | ((body.length + 1) << 3), ...body]

function termOf({ text, compare, prefix: begins }: Word, terms: Terms): number {
  if (compare === 'cased') {
    // A word is asked for its case only where it is the word: so the word is in use too.
    const word = terms.use(folded, foldedName(text))
    terms.add(word, row.casedForms, 1)
    return terms.use(cased, text)
  }
  return terms.use(kindOfWord[compare][begins ? 'prefix' : 'whole'], text)
}

const kindOfWord: Record<Exclude<Compare, 'cased'>, { whole: number; prefix: number }> = {
  folded: { whole: folded, prefix },
  unaccented: { whole: bare, prefix: barePrefix },
}

const foldedName = (text: string): string => tokens(text)[0]?.names[0] ?? text

function dropTerm(term: number, terms: Terms): void {
  if (terms.kindOf(term) === cased) {
    const word = terms.named(folded, foldedName(terms.textOf(term)))
    terms.add(word, row.casedForms, -1)
    terms.drop(word)
  }
  terms.drop(term)
}

function phrase(words: readonly Word[], terms: Terms): number[] {
  const all = words.map((word) => termOf(word, terms))
  const pairs = all.slice(1).map((second, i) => {
    const first = all[i] as number
    terms.add(first, row.beginsPairs, 1)
    terms.add(second, row.endsPairs, 1)
    terms.follow(first, second)
    return terms.use(pair, String.fromCharCode(...pairUnits(first, second)))
  })
  return written(parts.phrase, [all.length, ...all, ...pairs])
}

function releasePhrase(code: ArrayLike<number>, at: number, terms: Terms): void {
  const count = code[at + 1] as number
  for (let i = 0; i < count; i++) {
    const word = code[at + 2 + i] as number
    if (i < count - 1) {
      terms.add(word, row.beginsPairs, -1)
      terms.drop(pairAt(code, at, i))
    }
    if (i > 0) terms.add(word, row.endsPairs, -1)
  }
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

function hasPhrase(code: Int32Array, at: number, hits: Hits): boolean {
  const count = code[at + 1] as number
  for (let i = 0; i < count - 1; i++) if (!hits.has(pairAt(code, at, i))) return false
  return count === 2 || startsOf(code, at, hits).length > 0
}

function isNear(code: Int32Array, at: number, end: number, hits: Hits): boolean {
  const starts: number[][] = []
  for (let part = at + 2; part < end; part += lengthOf(code[part] as number)) {
    const found = startsOf(code, part, hits)
    if (found.length === 0) return false
    starts.push(found)
  }
  return !meetings(starts, code[at + 1] as number).next().done
}

/** The positions at which a word or a phrase begins. */
function startsOf(code: Int32Array, at: number, hits: Hits): number[] {
  if (partOf(code[at] as number) === parts.term) return hits.placesOf(code[at + 1] as number)
  const count = code[at + 1] as number
  let starts = hits.placesOf(code[at + 2] as number)
  for (let i = 1; i < count && starts.length > 0; i++) {
    const places = new Set(hits.placesOf(code[at + 2 + i] as number))
    starts = starts.filter((start) => places.has(start + i))
  }
  return starts
}
