import { type FieldName, field } from '../fields.ts'
import type { Post } from '../post.ts'
import { stemOf } from './beginnings.ts'
import type { Lookup } from './lookup.ts'
import { grown } from './pool.ts'
import { bare, barePrefix, fact, folded, prefix, row, rowSize } from './row.ts'
import { Signature } from './signature.ts'
import type { Terms } from './terms.ts'
import type { Words } from './words.ts'

/**
 * Which of the terms that anybody asks for are in one message, and where. Among few words a term is found by its hash; a
 * message of many is looked through once, when this is first needed.
 */
export class Hits {
  readonly #all: Terms
  readonly #words: Words
  readonly #lookup: Lookup
  readonly #signature: Signature
  #message = 0
  #isRead = false
  #isCounted = false
  #post: Post | null = null
  readonly #fields = new Set<FieldName>()
  /** By name: the term that it was found to be, 0 while nobody asked; and the stem that it begins with. Filled by `#glance`. */
  #known = new Int32Array(few)
  readonly #stems = new Int32Array(few)
  readonly #stemBits = new Signature()
  #isGlanced = false
  /** Every place of every term, linked backwards. */
  #positions = new Int32Array(1024)
  #before = new Int32Array(1024)
  #places = 0
  /** Terms of the word at hand and of the one before it that some pair begins with. */
  #here: number[] = []
  #there: number[] = []
  #at = -1

  constructor(terms: Terms, words: Words, lookup: Lookup, signature: Signature) {
    this.#all = terms
    this.#words = words
    this.#lookup = lookup
    this.#signature = signature
  }

  /** The next message, with the number that it has. */
  begin(message: number, post: Post): void {
    this.#message = message
    this.#post = post
    this.#isRead = false
    this.#isCounted = false
    this.#isGlanced = false
    if (this.#fields.size > 0) this.#fields.clear()
  }

  /** Counts this message, to learn how common terms are. */
  count(): void {
    this.#isCounted = true
    this.#all.counted++
    this.read()
  }

  /** Whether its words are so many that all are read before one is found. */
  get areMany(): boolean {
    return this.#words.names.count > few
  }

  /** Whether a term is in the message. */
  has(term: number): boolean {
    this.read()
    return this.#isMet(term)
  }

  /** The same of a plain word. */
  hasWord(term: number, hash: number): boolean {
    if (!this.#signature.has(hash)) return false
    if (this.areMany) return this.has(term)
    return this.#nameOf(term, hash, 0) >= 0
  }

  /** The same of the beginning of a word. */
  hasBeginning(term: number, stem: number): boolean {
    if (this.areMany) return this.has(term)
    return this.mayHaveBeginning(stem) && this.#nameWith(term, stem, 0) >= 0
  }

  /** False: a word of this hash is surely not in the message. */
  mayHaveWord = (hash: number): boolean => this.#signature.has(hash)

  /** False: no word of the message begins so. */
  mayHaveBeginning(stem: number): boolean {
    if (this.areMany) return true
    this.#glance()
    return this.#stemBits.has(stem)
  }

  /** Whether a field of the message holds what a fact says. */
  holds(name: FieldName, term: number): boolean {
    this.takeField(name)
    return this.#isMet(term)
  }

  /** Where a plain word is, ascending. */
  placesOfWord(term: number, hash: number): number[] {
    if (this.areMany) return this.placesOf(term)
    return this.#placesBy((from) => this.#nameOf(term, hash, from))
  }

  /** Where words begin so, ascending. */
  placesOfBeginning(term: number, stem: number): number[] {
    if (this.areMany) return this.placesOf(term)
    return this.#placesBy((from) => this.#nameWith(term, stem, from))
  }

  /** Where a term is, ascending. */
  placesOf(term: number): number[] {
    const found: number[] = []
    this.read()
    if (!this.#isMet(term)) return found
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

  /** Looks all words up. */
  read(): void {
    if (this.#isRead) return
    this.#isRead = true
    this.#places = 0
    this.#at = -1
    this.#here.length = 0
    const all = this.#all
    const { compared, names } = this.#words
    const { starts, ends, hashes, positions, count } = names
    const prefixes = all.ofKind[prefix] as number
    const bares = (all.ofKind[bare] as number) + (all.ofKind[barePrefix] as number)
    for (let name = 0; name < count; name++) {
      const [start, end, position] = [starts[name] as number, ends[name] as number, positions[name] as number]
      const term = all.find(folded, compared, start, end, hashes[name] as number)
      if (term !== 0) {
        this.#meet(term, position)
        if (all.rows[term * rowSize + row.casedForms] !== 0) {
          const form = this.#lookup.casedForm(this.#words, name)
          if (form !== 0) this.#meet(form, position)
        }
      }
      if (prefixes === 0 && bares === 0) continue
      const told = (kind: number, units: Uint16Array, from: number, to: number, hash: number) => {
        const found = all.find(kind, units, from, to, hash)
        if (found !== 0) this.#meet(found, position)
      }
      if (prefixes > 0) this.#lookup.beginnings(prefix, compared, start, end, told)
      if (bares > 0) this.#lookup.bares(this.#words, name, told)
    }
  }

  /** Takes in what a field of the message holds, the first time it is asked for. */
  takeField(name: FieldName, met: (term: number) => void = () => {}): void {
    const it = field(name)
    if (this.#post === null || this.#fields.has(name) || 'isTrue' in it) return
    this.#fields.add(name)
    for (const value of it.holds(this.#post)) {
      const term = this.#all.named(fact, factText(name, value))
      if (term === 0) continue
      this.#note(term)
      met(term)
    }
  }

  /** Prepares the search among few names, the first time that one is asked for. */
  #glance(): void {
    if (this.#isGlanced) return
    this.#isGlanced = true
    const { names, compared } = this.#words
    this.#known.fill(0, 0, names.count)
    this.#stemBits.clear()
    for (let name = 0; name < names.count; name++) {
      const start = names.starts[name] as number
      const stem = (names.ends[name] as number) - start < 3 ? -1 : stemOf(compared, start)
      this.#stems[name] = stem
      if (stem >= 0) this.#stemBits.add(stem)
    }
  }

  /** The first name, from `from` on, that is a plain word; -1: none is. What a name was found to be is kept. */
  #nameOf(term: number, hash: number, from: number): number {
    this.#glance()
    const { names, compared } = this.#words
    const { hashes, starts, ends, count } = names
    for (let name = from; name < count; name++) {
      if (hashes[name] !== hash) continue
      if (this.#known[name] === term) return name
      if (!this.#all.is(term, folded, compared, starts[name] as number, ends[name] as number)) continue
      this.#known[name] = term
      return name
    }
    return -1
  }

  /** The first name, from `from` on, that begins as a term is spelled; -1: none does. */
  #nameWith(term: number, stem: number, from: number): number {
    this.#glance()
    const { names, compared } = this.#words
    for (let name = from; name < names.count; name++) {
      if (this.#stems[name] !== stem) continue
      if (this.#all.begins(term, compared, names.starts[name] as number, names.ends[name] as number)) return name
    }
    return -1
  }

  #placesBy(next: (from: number) => number): number[] {
    const found: number[] = []
    for (let name = next(0); name >= 0; name = next(name + 1)) {
      const position = this.#words.names.positions[name] as number
      if (found.at(-1) !== position) found.push(position)
    }
    return found
  }

  #isMet = (term: number): boolean => this.#all.rows[term * rowSize + row.seen] === this.#message

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
    const at = term * rowSize
    if (this.#all.rows[at + row.seen] === this.#message) return
    this.#all.rows[at + row.seen] = this.#message
    this.#all.rows[at + row.last] = -1
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
    for (let i = 0; i < this.#there.length; i++) {
      const both = this.#lookup.pairOf(this.#there[i] as number, term)
      if (both !== 0) this.#note(both)
    }
  }

  #growPlaces(): void {
    this.#positions = grown(this.#positions, new Int32Array(this.#places * 2))
    this.#before = grown(this.#before, new Int32Array(this.#places * 2))
  }
}

/** Among so many words one is found sooner by looking at each. */
const few = 100

/** What a field holds, spelled as the dictionary spells it. */
export const factText = (name: FieldName, value: string): string => `${name}:${value}`
export const fieldOf = (factText: string): FieldName => factText.slice(0, factText.indexOf(':')) as FieldName
