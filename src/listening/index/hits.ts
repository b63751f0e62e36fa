import { type FieldName, field } from '../fields.ts'
import { unaccented } from '../letters.ts'
import type { Post } from '../post.ts'
import { withoutAccent } from './characters.ts'
import { grown } from './pool.ts'
import {
  bare,
  barePrefix,
  cased,
  fact,
  folded,
  hashOf,
  pair,
  prefix,
  row,
  rowSize,
  seed,
  step,
  type Terms,
  unitsOf,
} from './terms.ts'
import { textOf, type Words } from './words.ts'

/** Which of the terms that anybody asks for are in one message, and where. */
export class Hits {
  /** The terms that were met, each once, in no order that matters. */
  terms = new Int32Array(1024)
  count = 0
  /** One of 32 bits for each of them: most messages lack the bit of a term that they lack. */
  signature = 0

  readonly #all: Terms
  #message = 0
  #read = 0
  #isCounted = false
  /** By a name's number: the term that it is. */
  #found = new Int32Array(1024)
  /** Every place of every term, linked backwards. */
  #positions = new Int32Array(1024)
  #before = new Int32Array(1024)
  #places = 0
  /** Terms of the word at hand and of the one before it that some pair begins with. */
  #here: number[] = []
  #there: number[] = []
  #at = -1
  readonly #scratch = new Uint16Array(4)
  #bareUnits = new Uint16Array(256)
  #post: Post | null = null
  readonly #fields = new Set<FieldName>()

  constructor(terms: Terms) {
    this.#all = terms
  }

  /** Whether a term is in the message. */
  has = (term: number): boolean => this.#all.rows[term * rowSize + row.seen] === this.#message

  /** Where a term is, ascending. */
  placesOf(term: number): number[] {
    const found: number[] = []
    if (!this.has(term)) return found
    for (
      let place = this.#all.rows[term * rowSize + row.last] as number;
      place >= 0;
      place = this.#before[place] as number
    ) {
      const position = this.#positions[place] as number
      if (found.at(-1) !== position) found.push(position)
    }
    return found.reverse()
  }

  /**
   * Takes in the words of the next message. `post`: for what its fields hold; null where they are not known.
   * False: nobody waits for any of its words, and nothing more was looked at.
   */
  take(words: Words, post: Post | null, anybody: boolean): boolean {
    const isCounted = (this.#read++ & everySo) === 0
    if (!this.#wakesAnybody(words) && !anybody && !isCounted) return false
    this.#begin(post, isCounted)
    const all = this.#all
    const { compared, starts, ends, positions, names } = words
    const bares = (all.ofKind[bare] as number) + (all.ofKind[barePrefix] as number)
    const prefixes = all.ofKind[prefix] as number
    for (let name = 0; name < names; name++) {
      const position = positions[name] as number
      const term = this.#found[name] as number
      if (term !== 0) {
        this.#meet(term, position)
        if (all.rows[term * rowSize + row.casedForms] !== 0) this.#meetCased(words, name, position)
      }
      if (prefixes > 0) this.#meetBeginnings(prefix, compared, starts[name] as number, ends[name] as number, position)
      if (bares > 0) this.#meetBare(words, name, position)
    }
    return true
  }

  /** Looks the words up, and says whether any of them is waited for. */
  #wakesAnybody(words: Words): boolean {
    const all = this.#all
    const rows = all.rows
    const { compared, starts, ends, hashes, names } = words
    if (this.#found.length < names) this.#found = new Int32Array(names * 2)
    const found = this.#found
    const prefixes = all.ofKind[prefix] as number
    let woken = (all.ofKind[bare] as number) + (all.ofKind[barePrefix] as number)
    for (let name = 0; name < names; name++) {
      const start = starts[name] as number
      const end = ends[name] as number
      const term = all.find(folded, compared, start, end, hashes[name] as number)
      found[name] = term
      if (term !== 0) {
        woken |= (rows[term * rowSize + row.wakes] as number) | (rows[term * rowSize + row.casedForms] as number)
      } else if (prefixes > 0 && woken === 0 && end - start > 2) woken |= this.#hasBeginning(compared, start, end)
    }
    return woken !== 0
  }

  /** Takes in what a field of the message holds, the first time it is asked for. */
  takeField(name: FieldName): void {
    if (this.#post === null || this.#fields.has(name)) return
    this.#fields.add(name)
    const it = field(name)
    if ('isTrue' in it) return
    for (const value of it.holds(this.#post)) {
      const term = this.#all.named(fact, factText(name, value))
      if (term !== 0) this.#note(term)
    }
  }

  #begin(post: Post | null, isCounted: boolean): void {
    if (this.#message === 0x7fffffff) {
      for (let term = 0; term < this.#all.end; term++) this.#all.rows[term * rowSize + row.seen] = 0
      this.#message = 0
    }
    this.#message++
    this.#isCounted = isCounted
    if (isCounted) this.#all.counted++
    this.count = 0
    this.signature = 0
    this.#places = 0
    this.#at = -1
    this.#here.length = 0
    this.#post = post
    if (this.#fields.size > 0) this.#fields.clear()
  }

  #meet(term: number, position: number): void {
    const rows = this.#all.rows
    const at = term * rowSize
    const place = this.#places++
    if (place === this.#positions.length) this.#growPlaces()
    this.#positions[place] = position
    if (rows[at + row.seen] === this.#message) this.#before[place] = rows[at + row.last] as number
    else {
      this.#before[place] = -1
      this.#note(term)
    }
    rows[at + row.last] = place
    if (rows[at + row.beginsPairs] !== 0 || rows[at + row.endsPairs] !== 0) this.#meetPairs(term, position)
  }

  #note(term: number): void {
    const rows = this.#all.rows
    const at = term * rowSize
    if (rows[at + row.seen] === this.#message) return
    rows[at + row.seen] = this.#message
    rows[at + row.last] = -1
    if (this.count === this.terms.length) this.terms = grown(this.terms, new Int32Array(this.count * 2))
    this.terms[this.count++] = term
    this.signature |= 1 << (term & 31)
    if (this.#isCounted) this.#all.met[term] = (this.#all.met[term] as number) + 1
  }

  #meetPairs(term: number, position: number): void {
    if (position !== this.#at) {
      const spare = this.#there
      this.#there = this.#here
      this.#here = spare
      this.#here.length = 0
      if (position !== this.#at + 1) this.#there.length = 0
      this.#at = position
    }
    const rows = this.#all.rows
    if (rows[term * rowSize + row.beginsPairs] !== 0) this.#here.push(term)
    if (rows[term * rowSize + row.endsPairs] === 0) return
    const there = this.#there
    const bit = 1 << (term & 31)
    for (let i = 0; i < there.length; i++) {
      const first = there[i] as number
      if (((rows[first * rowSize + row.followers] as number) & bit) === 0) continue
      const scratch = pairUnits(first, term, this.#scratch)
      const both = this.#all.find(pair, scratch, 0, 4, hashOf(scratch, 0, 4))
      if (both !== 0) this.#note(both)
    }
  }

  /** Whether a word may begin as some prefix does. */
  #hasBeginning(units: Uint16Array, start: number, end: number): number {
    const lengths = this.#all.stemLengths(
      units[start] as number,
      units[start + 1] as number,
      units[start + 2] as number,
    )
    const reached = end - start >= 31 ? -1 : (2 << (end - start)) - 1
    return lengths & reached
  }

  #meetBeginnings(kind: number, units: Uint16Array, start: number, end: number, position: number): void {
    if (end - start < 3) return
    const all = this.#all
    const lengths = all.stemLengths(units[start] as number, units[start + 1] as number, units[start + 2] as number)
    if (lengths === 0) return
    let value = seed
    let done = start
    for (let left = lengths & 0x7fffffff; left !== 0; left &= left - 1) {
      const to = start + 31 - Math.clz32(left & -left)
      if (to > end) return
      while (done < to) value = step(value, units[done++] as number)
      const term = all.find(kind, units, start, to, value)
      if (term !== 0) this.#meet(term, position)
    }
    if (lengths >= 0 || end - start < 31) return
    for (const length of all.longLengths()) {
      if (start + length > end) continue
      const term = all.find(kind, units, start, start + length, hashOf(units, start, start + length))
      if (term !== 0) this.#meet(term, position)
    }
  }

  #meetBare(words: Words, name: number, position: number): void {
    const all = this.#all
    const [start, end] = [words.starts[name] as number, words.ends[name] as number]
    // A name that was read plainly may hold marks, which go together.
    const plain = words.cased.has(name)
    const length = plain
      ? this.#stripPlainly(textOf(words.compared, start, end))
      : this.#strip(words.compared, start, end)
    const stripped = this.#bareUnits
    const term = all.find(bare, stripped, 0, length, hashOf(stripped, 0, length))
    if (term !== 0) this.#meet(term, position)
    if ((all.ofKind[barePrefix] as number) > 0) {
      this.#meetBeginnings(barePrefix, stripped, 0, length, position)
    }
  }

  /** A name without its accents, in `#bareUnits`; gives its length. */
  #strip(units: Uint16Array, start: number, end: number): number {
    const length = end - start
    if (this.#bareUnits.length < length) this.#bareUnits = new Uint16Array(length * 2)
    for (let i = 0; i < length; i++) {
      const unit = units[start + i] as number
      const without = unit < 128 ? unit : withoutAccent(unit)
      if (without === 0) return this.#stripPlainly(textOf(units, start, end))
      this.#bareUnits[i] = without
    }
    return length
  }

  #stripPlainly(name: string): number {
    const stripped = unitsOf(unaccented(name))
    if (this.#bareUnits.length < stripped.length) this.#bareUnits = new Uint16Array(stripped.length * 2)
    this.#bareUnits.set(stripped)
    return stripped.length
  }

  #meetCased(words: Words, name: number, position: number): void {
    const written =
      words.cased.get(name) ?? textOf(words.written, words.starts[name] as number, words.ends[name] as number)
    const units = unitsOf(written.replaceAll(/[’ʼ]/g, "'"))
    const term = this.#all.find(cased, units, 0, units.length, hashOf(units, 0, units.length))
    if (term !== 0) this.#meet(term, position)
  }

  #growPlaces(): void {
    this.#positions = grown(this.#positions, new Int32Array(this.#places * 2))
    this.#before = grown(this.#before, new Int32Array(this.#places * 2))
  }
}

/** One message in 16 is counted, to learn how common terms are. */
const everySo = 15

/** What a field holds, spelled as the dictionary spells it. */
export const factText = (name: FieldName, value: string): string => `${name}:${value}`
export const fieldOf = (factText: string): FieldName => factText.slice(0, factText.indexOf(':')) as FieldName

/** Two terms that follow each other, spelled as the dictionary spells a pair. */
export function pairUnits(first: number, second: number, into = new Uint16Array(4)): Uint16Array {
  into[0] = first >>> 16
  into[1] = first
  into[2] = second >>> 16
  into[3] = second
  return into
}

export const wordsOfPair = (text: string): [first: number, second: number] => [
  (text.charCodeAt(0) << 16) | text.charCodeAt(1),
  (text.charCodeAt(2) << 16) | text.charCodeAt(3),
]
