import { Finds } from './finds.ts'
import { hashOf, pairHash } from './hash.ts'
import type { Lookup } from './lookup.ts'
import { bare, barePrefix, folded, pair, prefix, row, rowSize } from './row.ts'
import { Signature } from './signature.ts'
import { setPair, type Terms } from './terms.ts'
import type { Words } from './words.ts'

/**
 * The first look at a message: at which of its terms queries wait. Most words of most messages wake nobody, and a small
 * table of bits says so without the word being looked up. (It is a Bloom filter of two bits, both in one number.)
 */
export class Waking {
  /** The terms at which somebody waits. */
  readonly woken: number[] = []
  readonly signature = new Signature()

  readonly #terms: Terms
  readonly #lookup: Lookup
  #message = 0
  #words: Words | null = null
  /** What may wake somebody and is not looked up yet; of each its name, and as what. */
  readonly #finds = new Finds()
  readonly #as: number[] = []
  readonly #pairs = new Finds()
  readonly #pairUnits = new Uint16Array(together * 4)
  #bits = new Int32Array(leastBits)
  /** How many were noted since the table was made, and how many of them are gone. */
  #noted = 0
  #stale = 0

  constructor(terms: Terms, lookup: Lookup) {
    this.#terms = terms
    this.#lookup = lookup
  }

  look(words: Words, message: number): void {
    this.#message = message
    this.#words = words
    this.woken.length = 0
    if (this.#terms.rows[row.waiting] !== 0) this.woken.push(0)
    const { signature } = this
    signature.clear()
    const bits = this.#bits
    const mask = bits.length - 1
    const { beginnings, ofKind } = this.#terms
    const { compared, names } = words
    const { starts, ends, hashes, positions, count } = names
    const pairs = ofKind[pair] as number
    const prefixes = ofKind[prefix] as number
    const bares = (ofKind[bare] as number) + (ofKind[barePrefix] as number)
    for (let name = 0; name < count; name++) {
      const hash = hashes[name] as number
      signature.add(hash)
      const own = bitsOf(hash)
      if (((bits[(hash >>> 10) & mask] as number) & own) === own) this.#addName(name, asWord)
      const position = positions[name] as number
      for (let there = name - 1; pairs > 0 && there >= 0 && (positions[there] as number) >= position - 1; there--) {
        if (positions[there] === position) continue
        const both = pairHash(hashes[there] as number, hash)
        const its = bitsOf(both)
        if (((bits[(both >>> 10) & mask] as number) & its) !== its) continue
        this.#addName(there, asFirst)
        this.#addName(name, asSecond)
      }
      if (prefixes > 0) {
        const start = starts[name] as number
        const end = ends[name] as number
        if (end - start > 2 && beginnings.may(compared, start)) {
          this.#lookup.beginnings(prefix, compared, start, end, this.#addSpelling)
        }
      }
      if (bares > 0) this.#lookup.bares(words, name, this.#addSpelling)
      if (this.#finds.count >= together) this.#wakeAll()
    }
    if (this.#finds.count > 0) this.#wakeAll()
  }

  /** Wakes whoever waits at a term. */
  readonly wake = (term: number): void => {
    const { rows } = this.#terms
    const at = term * rowSize
    if (term === 0 || rows[at + row.waiting] === 0 || rows[at + row.woke] === this.#message) return
    rows[at + row.woke] = this.#message
    this.woken.push(term)
  }

  /** Notes that somebody waits at a term, or at a form of it. */
  note(term: number): void {
    this.#noted++
    if (this.#noted * bitsEach > this.#bits.length * 32 || this.#stale * 2 > this.#noted) this.#noteAnew()
    else this.#add(this.#terms.hashOf(term))
  }

  /** Notes that one less does. Its bits stay until there are many such. */
  forget(): void {
    this.#stale++
  }

  #add(hash: number): void {
    const at = (hash >>> 10) & (this.#bits.length - 1)
    this.#bits[at] = (this.#bits[at] as number) | bitsOf(hash)
  }

  /** A table of the right size, without the bits of those who wake nobody any more. */
  #noteAnew(): void {
    this.#noted -= this.#stale
    this.#stale = 0
    let size = leastBits
    while (size * 32 < this.#noted * bitsEach * 2) size *= 2
    this.#bits = new Int32Array(size)
    const { rows, end } = this.#terms
    for (let term = 1; term < end; term++) {
      const at = term * rowSize
      if (rows[at + row.waiting] !== 0 || rows[at + row.casedForms] !== 0) this.#add(rows[at + row.hash] as number)
    }
  }

  #addName(name: number, as: number): void {
    const { starts, ends, hashes } = (this.#words as Words).names
    const at = this.#finds.add(folded, starts[name] as number, ends[name] as number, hashes[name] as number)
    this.#as[at] = (name << 2) | as
  }

  readonly #addSpelling = (kind: number, units: Uint16Array, start: number, end: number, hash: number): void => {
    const own = bitsOf(hash)
    if (((this.#bits[(hash >>> 10) & (this.#bits.length - 1)] as number) & own) !== own) return
    if (units !== this.#words?.compared) this.wake(this.#terms.find(kind, units, start, end, hash))
    else this.#as[this.#finds.add(kind, start, end, hash)] = asBeginning
  }

  /** Looks up what may wake somebody: first all words and beginnings, then the pairs of what was found. */
  #wakeAll(): void {
    const words = this.#words as Words
    const finds = this.#finds
    const pairs = this.#pairs
    this.#terms.findAll(finds, words.compared)
    for (let i = 0; i < finds.count; i++) {
      const term = finds.terms[i] as number
      if (term === 0) continue
      const as = this.#as[i] as number
      if ((as & 3) === asFirst) this.#addPair(term, finds.terms[i + 1] as number)
      else if ((as & 3) !== asSecond) this.wake(term)
      if ((as & 3) === asWord && this.#terms.rows[term * rowSize + row.casedForms] !== 0) {
        this.wake(this.#lookup.casedForm(words, as >>> 2))
      }
    }
    finds.clear()
    if (pairs.count === 0) return
    this.#terms.findAll(pairs, this.#pairUnits)
    for (let i = 0; i < pairs.count; i++) this.wake(pairs.terms[i] as number)
    pairs.clear()
  }

  #addPair(first: number, second: number): void {
    if (second === 0 || !this.#lookup.mayFollow(first, second)) return
    const at = this.#pairs.count * 4
    if (at === this.#pairUnits.length) {
      this.wake(this.#lookup.pairOf(first, second))
      return
    }
    setPair(this.#pairUnits, at, first, second)
    this.#pairs.add(pair, at, at + 4, hashOf(this.#pairUnits, at, at + 4))
  }
}

const bitsOf = (hash: number): number => (1 << (hash & 31)) | (1 << ((hash >>> 5) & 31))

const leastBits = 1 << 7
/** So many bits for each: of those that wake nobody, some three in a hundred are looked up in vain. */
const bitsEach = 16
/** So many are looked up together. */
const together = 64

/** As what a word was noted. */
const asWord = 0
const asFirst = 1
const asSecond = 2
const asBeginning = 3
