/**
 * 256 bits, of which each word of a message has set one: a word whose bit is not set is surely not in it. (What is asked
 * for as a beginning, without accents or in its case has no bit.)
 */
export class Signature {
  readonly #bits = new Int32Array(8)

  clear(): void {
    this.#bits.fill(0)
  }

  add(hash: number): void {
    const at = (hash >>> 5) & 7
    this.#bits[at] = (this.#bits[at] as number) | (1 << (hash & 31))
  }

  has = (hash: number): boolean => (((this.#bits[(hash >>> 5) & 7] as number) >>> (hash & 31)) & 1) === 1

  /** Whether it has one of up to four bits, a byte each; the first that is 0 ends them. */
  hasOneOf(members: number): boolean {
    for (let left = members; left !== 0; left >>>= 8) if (this.has(left & 255)) return true
    return false
  }
}
