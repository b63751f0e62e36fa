import { unaccented } from '../letters.ts'
import { withoutAccent } from './characters.ts'
import { hashOf, seed, step, unitsOf } from './hash.ts'
import { bare, barePrefix, cased, pair, type prefix, row, rowSize } from './row.ts'
import { setPair, type Terms } from './terms.ts'
import { textOf, type Words } from './words.ts'

/** The terms that a word is found by besides its name: as the beginning of it, without its accents, in its case, with its neighbour. */
export class Lookup {
  readonly #terms: Terms
  #stripped = new Uint16Array(256)
  readonly #pair = new Uint16Array(4)

  constructor(terms: Terms) {
    this.#terms = terms
  }

  /** The beginnings of a word that may be asked for, the shortest first. */
  beginnings(kind: Beginning, units: Uint16Array, start: number, end: number, told: Told): void {
    const terms = this.#terms
    if (end - start < 3 || !terms.beginnings.may(units, start)) return
    const lengths = terms.beginnings.lengths(units, start)
    let hash = seed
    let done = start
    for (let left = lengths & 0x7fffffff; left !== 0; left &= left - 1) {
      const to = start + 31 - Math.clz32(left & -left)
      if (to > end) return
      while (done < to) hash = step(hash, units[done++] as number)
      told(kind, units, start, to, hash)
    }
    if (lengths >= 0 || end - start < 31) return
    for (const length of terms.beginnings.longLengths()) {
      if (start + length > end) continue
      told(kind, units, start, start + length, hashOf(units, start, start + length))
    }
  }

  /** A word without its accents, and its beginnings. */
  bares(words: Words, name: number, told: Told): void {
    const { starts, ends, hashes } = words.names
    const [start, end] = [starts[name] as number, ends[name] as number]
    if (isPlain(words.compared, start, end)) {
      this.#bare(words.compared, start, end, hashes[name] as number, told)
    } else {
      const length = this.#strip(words, name)
      this.#bare(this.#stripped, 0, length, hashOf(this.#stripped, 0, length), told)
    }
  }

  #bare(units: Uint16Array, start: number, end: number, hash: number, told: Told): void {
    told(bare, units, start, end, hash)
    if ((this.#terms.ofKind[barePrefix] as number) > 0) this.beginnings(barePrefix, units, start, end, told)
  }

  /** A word in its case as written; 0: nobody asks for it so. */
  casedForm(words: Words, name: number): number {
    const { cased: plain, starts, ends } = words.names
    const written = plain.get(name) ?? textOf(words.written, starts[name] as number, ends[name] as number)
    return this.#terms.named(cased, written.replaceAll(/[’ʼ]/g, "'"))
  }

  /** Two terms that follow each other; 0: nobody asks for them so. */
  pairOf(first: number, second: number): number {
    if (!this.mayFollow(first, second)) return 0
    setPair(this.#pair, 0, first, second)
    return this.#terms.find(pair, this.#pair, 0, 4, hashOf(this.#pair, 0, 4))
  }

  /** False: nobody asks for these two as a pair. */
  mayFollow = (first: number, second: number): boolean =>
    ((this.#terms.rows[first * rowSize + row.followers] as number) & (1 << (second & 31))) !== 0

  /** A name without its accents, in `#stripped`; gives its length. */
  #strip(words: Words, name: number): number {
    const { starts, ends, cased: plain } = words.names
    const [start, end] = [starts[name] as number, ends[name] as number]
    // A name that was read plainly may hold marks, which go together.
    if (plain.has(name)) return this.#stripPlainly(textOf(words.compared, start, end))
    if (this.#stripped.length < end - start) this.#stripped = new Uint16Array((end - start) * 2)
    for (let i = start; i < end; i++) {
      const without = withoutAccent(words.compared[i] as number)
      if (without === 0) return this.#stripPlainly(textOf(words.compared, start, end))
      this.#stripped[i - start] = without
    }
    return end - start
  }

  #stripPlainly(name: string): number {
    const units = unitsOf(unaccented(name))
    if (this.#stripped.length < units.length) this.#stripped = new Uint16Array(units.length * 2)
    this.#stripped.set(units)
    return units.length
  }
}

type Beginning = typeof prefix | typeof barePrefix
/** Told how a term would be spelled, by units that stand only until the next. */
type Told = (kind: number, units: Uint16Array, start: number, end: number, hash: number) => void

/** Whether nothing in it can have an accent. */
function isPlain(units: Uint16Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if ((units[i] as number) > 127) return false
  return true
}
