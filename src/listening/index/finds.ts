import { grown } from './pool.ts'

/**
 * Spellings to be found among the terms, side by side: what finding them touches lies far apart in memory, and fetched
 * together it is waited for once and not once each.
 */
export class Finds {
  count = 0
  kinds = new Int32Array(usual)
  /** Where its units are, in one array for all. */
  froms = new Int32Array(usual)
  tos = new Int32Array(usual)
  hashes = new Int32Array(usual)
  /** What `Terms.findAll` found; 0: nobody asks for it. */
  terms = new Int32Array(usual)

  clear(): void {
    this.count = 0
  }

  /** Gives its place. */
  add(kind: number, from: number, to: number, hash: number): number {
    const at = this.count++
    if (at === this.terms.length) this.#grow(at * 2)
    this.kinds[at] = kind
    this.froms[at] = from
    this.tos[at] = to
    this.hashes[at] = hash
    return at
  }

  #grow(size: number): void {
    this.kinds = grown(this.kinds, new Int32Array(size))
    this.froms = grown(this.froms, new Int32Array(size))
    this.tos = grown(this.tos, new Int32Array(size))
    this.hashes = grown(this.hashes, new Int32Array(size))
    this.terms = grown(this.terms, new Int32Array(size))
  }
}

const usual = 128
