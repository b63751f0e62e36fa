import { type FieldName, field, fields } from '../fields.ts'
import { meetings } from '../places.ts'
import type { Compare, Near, Query, Term, Word } from '../query.ts'
import { tokens } from '../tokens.ts'
import { factText, type Hits } from './hits.ts'
import { bare, barePrefix, cased, fact, folded, pair, prefix, row } from './row.ts'
import { pairUnits, type Terms } from './terms.ts'

/**
 * A query as whole numbers, so that it takes few bytes and is answered without an object being touched. Each part is
 * its head (what it is, and its length in numbers), then what belongs to it:
 *
 *     word    term, its hash
 *     term    term that is no plain word
 *     fact    term, number of its field
 *     moment  place in `moments`
 *     phrase  how many words, their terms, the terms of their pairs
 *     near    distance, then parts
 *     not, all, any   then parts
 */
export const parts = { word: 0, term: 1, fact: 2, moment: 3, phrase: 4, near: 5, not: 6, all: 7, any: 8 } as const

export const partOf = (head: number): number => head & 15
export const lengthOf = (head: number): number => head >>> 4

/** Fields of time: they are true of an hour, and no message holds them. */
export type Moment = { name: FieldName; value: string }

export const fieldNames = Object.keys(fields) as FieldName[]

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

/** Whether a program holds. */
export function answer(code: Int32Array, at: number, asked: Asked): boolean {
  const head = code[at] as number
  const end = at + lengthOf(head)
  switch (partOf(head)) {
    case parts.word:
      return asked.hits.hasWord(code[at + 1] as number, code[at + 2] as number)
    case parts.term:
      return asked.hits.has(code[at + 1] as number)
    case parts.fact:
      return asked.hits.holds(fieldNames[code[at + 2] as number] as FieldName, code[at + 1] as number)
    case parts.moment:
      return asked.isNow(code[at + 1] as number)
    case parts.phrase:
      return hasPhrase(code, at, asked.hits)
    case parts.near:
      return isNear(code, at, end, asked.hits)
    case parts.not:
      return !answer(code, at + 1, asked)
    case parts.all:
      for (let part = at + 1; part < end; part += lengthOf(code[part] as number)) {
        if (!answer(code, part, asked)) return false
      }
      return true
    default:
      for (let part = at + 1; part < end; part += lengthOf(code[part] as number)) {
        if (answer(code, part, asked)) return true
      }
      return false
  }
}

export type Asked = { hits: Hits; isNow(moment: number): boolean }

/** What is cheap to ask is asked first; of that, in `all` what fails most, in `any` what holds most. */
function inOrder(each: number[][], is: 'all' | 'any', terms: Terms): number[][] {
  const sign = is === 'all' ? 1 : -1
  const rated = each.map((code) => {
    const part = partOf(code[0] as number)
    const rate = part === parts.word || part === parts.term ? terms.rate(code[1] as number) : 0
    return { code, cost: costs[part] ?? 0, rate: rate * sign }
  })
  return rated.sort((a, b) => a.cost - b.cost || a.rate - b.rate).map(({ code }) => code)
}

const costs: Record<number, number> = {
  [parts.word]: 0,
  [parts.not]: 1,
  [parts.any]: 2,
  [parts.all]: 2,
  [parts.phrase]: 3,
  [parts.near]: 4,
  [parts.term]: 5,
  [parts.fact]: 6,
  [parts.moment]: 7,
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

const written = (part: number, body: readonly number[]): number[] => [part | ((body.length + 1) << 4), ...body]

function word(asked: Word, terms: Terms): number[] {
  const term = termOf(asked, terms)
  return terms.kindOf(term) === folded ? written(parts.word, [term, terms.hashOf(term)]) : written(parts.term, [term])
}

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

/** The word that a cased form is a form of. */
export const foldedName = (text: string): string => tokens(text)[0]?.names[0] ?? text

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
  for (let i = 0; i < count; i++) if (!hits.mayHave(code[at + 2 + i] as number)) return false
  for (let i = 0; i < count - 1; i++) if (!hits.has(pairAt(code, at, i))) return false
  return count === 2 || startsOf(code, at, hits).length > 0
}

function isNear(code: Int32Array, at: number, end: number, hits: Hits): boolean {
  for (let part = at + 2; part < end; part += lengthOf(code[part] as number)) {
    const isPhrase = partOf(code[part] as number) === parts.phrase
    if (!hits.mayHave(code[part + (isPhrase ? 2 : 1)] as number)) return false
  }
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
  if (partOf(code[at] as number) !== parts.phrase) return hits.placesOf(code[at + 1] as number)
  const count = code[at + 1] as number
  let starts = hits.placesOf(code[at + 2] as number)
  for (let i = 1; i < count && starts.length > 0; i++) {
    const places = new Set(hits.placesOf(code[at + 2 + i] as number))
    starts = starts.filter((start) => places.has(start + i))
  }
  return starts
}
