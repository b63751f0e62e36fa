import { Beginnings } from './beginnings.ts'
import type { Finds } from './finds.ts'
import { guessed } from './guess.ts'
import { hashOf, pairHash, unitsOf } from './hash.ts'
import { broughtNear, grown } from './pool.ts'
import { barePrefix, fact, kinds, pair, prefix, row, rowSize } from './row.ts'

/**
 * The terms that the standing queries ask for, each once, by a number: words, beginnings of words, pairs of words that
 * follow each other, and what a field holds. Two terms are one if all their units are equal; a hash only finds them sooner.
 *
 * What is asked of a term while a message is read stands in one row of `rows`, so that it is one line of memory that is
 * fetched and not ten: at 100,000 queries, fetching is what takes the time.
 */
export class Terms {
  rows = new Int32Array(1024 * rowSize)
  /** How many queries use a term; 0: the number is free. */
  uses = new Int32Array(1024)
  /** In how many of the counted messages it was met, and how many had been counted when it was new. */
  met = new Int32Array(1024)
  #born = new Int32Array(1024)
  /** How many messages were counted. */
  counted = 0
  /** How many terms of a kind there are. */
  readonly ofKind = new Int32Array(kinds)
  /** One more than the highest number in use. Number 0 is met in every message and asked for by no word. */
  end = 1

  /** By a term's hash: its number, then the hash. The next free place, where another term has that. */
  #table = new Int32Array(4096)
  #count = 0
  #units = new Uint16Array(8192)
  #unitsEnd = 0
  #unitsUnused = 0
  readonly #freed: number[] = []
  readonly beginnings = new Beginnings()

  /** The number of a term whose units stand in `units` from `from` to `to`; 0: nobody asks for it. */
  find(kind: number, units: Uint16Array, from: number, to: number, hash: number): number {
    const table = this.#table
    const mask = table.length - 1
    const whole = spread(hash, kind)
    for (let at = (whole << 1) & mask; ; at = (at + 2) & mask) {
      const term = table[at] as number
      if (term === 0) return 0
      if (table[at + 1] === whole && this.is(term, kind, units, from, to)) return term
    }
  }

  /** The same of many at once, whose units all stand in `units`. */
  findAll(finds: Finds, units: Uint16Array): void {
    this.#bringNear(finds)
    const { kinds, froms, tos, hashes, terms, count } = finds
    for (let i = 0; i < count; i++) {
      terms[i] = this.find(kinds[i] as number, units, froms[i] as number, tos[i] as number, hashes[i] as number)
    }
  }

  /** Touches what finding them will read: each line of memory is on its way before the first is needed. */
  #bringNear({ kinds, hashes, terms, count }: Finds): void {
    const table = this.#table
    const mask = table.length - 1
    for (let i = 0; i < count; i++) {
      terms[i] = table[(spread(hashes[i] as number, kinds[i] as number) << 1) & mask] as number
    }
    let touched = 0
    for (let i = 0; i < count; i++)
      touched ^= this.#units[this.rows[(terms[i] as number) * rowSize + row.start] as number] as number
    broughtNear[0] = touched
  }

  /** The same, of a term that is spelled out. */
  named(kind: number, text: string): number {
    const units = unitsOf(text)
    return this.find(kind, units, 0, units.length, hashOf(units, 0, units.length))
  }

  /** The number of a term that one more query uses. */
  use(kind: number, text: string): number {
    const term = this.named(kind, text) || this.#add(kind, unitsOf(text))
    this.uses[term] = (this.uses[term] as number) + 1
    return term
  }

  /** One query less uses it. A term that nobody uses is forgotten. */
  drop(term: number): void {
    const uses = (this.uses[term] as number) - 1
    this.uses[term] = uses
    if (uses === 0) this.#forget(term)
  }

  kindOf = (term: number): number => (this.rows[term * rowSize + row.shape] as number) >>> kindAt

  hashOf = (term: number): number => this.rows[term * rowSize + row.hash] as number

  textOf = (term: number): string => String.fromCharCode(...this.#unitsOf(term))

  /** Adds to a number in a term's row. */
  add(term: number, column: number, by: number): void {
    this.rows[term * rowSize + column] = (this.rows[term * rowSize + column] as number) + by
  }

  /** Notes that a pair of these two is asked for. */
  follow(first: number, second: number): void {
    this.rows[first * rowSize + row.followers] =
      (this.rows[first * rowSize + row.followers] as number) | (1 << (second & 31))
  }

  /** In what share of messages it stands: as far as we met it, and until then as its looks say. */
  rate(term: number): number {
    const guess = guessed(this.kindOf(term), this.#unitsOf(term))
    // What a field holds is looked up only when somebody asks for it: what was met of it says little.
    if (this.kindOf(term) === fact) return guess
    const seen = this.counted - (this.#born[term] as number)
    return ((this.met[term] as number) + guess * trust) / (seen + trust)
  }

  #unitsOf(term: number): Uint16Array {
    const start = this.rows[term * rowSize + row.start] as number
    return this.#units.subarray(start, start + lengthIn(this.rows[term * rowSize + row.shape] as number))
  }

  /** Whether a term is spelled as these units, and of this kind. */
  is(term: number, kind: number, units: Uint16Array, from: number, to: number): boolean {
    const at = term * rowSize
    const length = to - from
    if (this.rows[at + row.shape] !== (length | (kind << kindAt))) return false
    const start = this.rows[at + row.start] as number
    const own = this.#units
    for (let i = 0; i < length; i++) if (own[start + i] !== units[from + i]) return false
    return true
  }

  /** Whether a stretch of units begins as a term is spelled. */
  begins(term: number, units: Uint16Array, from: number, to: number): boolean {
    const start = this.rows[term * rowSize + row.start] as number
    const length = lengthIn(this.rows[term * rowSize + row.shape] as number)
    if (to - from < length) return false
    for (let i = 0; i < length; i++) if (this.#units[start + i] !== units[from + i]) return false
    return true
  }

  #add(kind: number, units: Uint16Array): number {
    if (this.#count * 4 >= this.#table.length) this.#growTable()
    const term = this.#freed.pop() ?? this.end++
    if (term >= this.uses.length) this.#growTerms()
    const at = term * rowSize
    // That it was seen once is of another life; but its list, if it had one, was given back.
    this.rows.fill(0, at, at + rowSize)
    this.rows[at + row.start] = this.#keepUnits(units)
    this.rows[at + row.shape] = units.length | (kind << kindAt)
    this.rows[at + row.hash] = kind === pair ? this.#hashOfPair(units) : hashOf(units, 0, units.length)
    this.met[term] = 0
    this.#born[term] = this.counted
    this.#place(term)
    this.#count++
    this.ofKind[kind] = (this.ofKind[kind] as number) + 1
    if (kind === prefix || kind === barePrefix) this.beginnings.count(units, 1)
    return term
  }

  #forget(term: number): void {
    const kind = this.kindOf(term)
    const units = this.#unitsOf(term)
    if (kind === prefix || kind === barePrefix) this.beginnings.count(units, -1)
    this.ofKind[kind] = (this.ofKind[kind] as number) - 1
    this.#unplace(term)
    this.#count--
    this.#unitsUnused += units.length
    this.#freed.push(term)
  }

  #hashOfPair(units: Uint16Array): number {
    const [first, second] = wordsOfPair(units)
    return pairHash(this.hashOf(first), this.hashOf(second))
  }

  #wholeOf(term: number): number {
    const units = this.#unitsOf(term)
    return spread(hashOf(units, 0, units.length), this.kindOf(term))
  }

  #place(term: number, whole = this.#wholeOf(term)): void {
    const mask = this.#table.length - 1
    let at = (whole << 1) & mask
    while (this.#table[at] !== 0) at = (at + 2) & mask
    this.#table[at] = term
    this.#table[at + 1] = whole
  }

  /** Takes it out and closes the gap: what stood farther from its place than it had to moves nearer. */
  #unplace(term: number): void {
    const table = this.#table
    const mask = table.length - 1
    let gap = (this.#wholeOf(term) << 1) & mask
    while (table[gap] !== term) gap = (gap + 2) & mask
    for (let at = (gap + 2) & mask; table[at] !== 0; at = (at + 2) & mask) {
      const home = ((table[at + 1] as number) << 1) & mask
      if (((at - home) & mask) < ((at - gap) & mask)) continue
      table[gap] = table[at] as number
      table[gap + 1] = table[at + 1] as number
      gap = at
    }
    table[gap] = 0
  }

  #growTable(): void {
    const old = this.#table
    this.#table = new Int32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 2) if (old[at] !== 0) this.#place(old[at] as number, old[at + 1] as number)
  }

  #growTerms(): void {
    const size = Math.ceil(this.uses.length * 1.4)
    this.rows = grown(this.rows, new Int32Array(size * rowSize))
    this.uses = grown(this.uses, new Int32Array(size))
    this.met = grown(this.met, new Int32Array(size))
    this.#born = grown(this.#born, new Int32Array(size))
  }

  /** Gives where they are kept. */
  #keepUnits(units: Uint16Array): number {
    if (this.#unitsEnd + units.length > this.#units.length) this.#growUnits(units.length)
    this.#units.set(units, this.#unitsEnd)
    this.#unitsEnd += units.length
    return this.#unitsEnd - units.length
  }

  /** A larger place for the units of all terms, without what forgotten ones left. */
  #growUnits(wanted: number): void {
    const live = this.#unitsEnd - this.#unitsUnused + wanted
    const larger = new Uint16Array(Math.max(8192, live * 2))
    let end = 0
    for (let term = 1; term < this.end; term++) {
      if (this.uses[term] === 0) continue
      const units = this.#unitsOf(term)
      larger.set(units, end)
      this.rows[term * rowSize + row.start] = end
      end += units.length
    }
    this.#units = larger
    this.#unitsEnd = end
    this.#unitsUnused = 0
  }
}

const kindAt = 16
const lengthIn = (shape: number): number => shape & 0xffff

/** Puts what differs into the low bits, by which the table is asked. */
const spread = (hash: number, kind: number): number => hash ^ (hash >>> 15) ^ (kind << 4)

/** So many counted messages weigh as much as the looks of a word. */
const trust = 100

/** A pair is spelled as the numbers of its two terms. */
export function setPair(units: Uint16Array, at: number, first: number, second: number): void {
  units[at] = first >>> 16
  units[at + 1] = first
  units[at + 2] = second >>> 16
  units[at + 3] = second
}

const wordsOfPair = ([a = 0, b = 0, c = 0, d = 0]: Uint16Array): [first: number, second: number] => [
  (a << 16) | b,
  (c << 16) | d,
]
