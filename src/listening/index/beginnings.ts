/**
 * Which lengths of beginnings (`rock*`) are asked for, by their first three units: most words begin as none of them, and
 * of the others only these lengths are looked up.
 */
export class Beginnings {
  /** 31 stands for 31 and longer. */
  readonly #lengths = new Int32Array(stems)
  readonly #uses = new Map<number, Int32Array>()
  readonly #long = new Map<number, number>()

  /** A bit for each stem that there is: small enough to be at hand. It keeps the bits of those that are gone. */
  readonly #may = new Int32Array(stems / 32)

  /** False: no beginning begins as this does. */
  may(units: Uint16Array, from: number): boolean {
    const stem = stemOf(units, from)
    return (((this.#may[stem >>> 5] as number) >>> (stem & 31)) & 1) === 1
  }

  /** A set of bits: bit 5 says that a beginning of five units may begin so. */
  lengths = (units: Uint16Array, from: number): number => this.#lengths[stemOf(units, from)] as number

  /** The lengths of 31 and more. */
  longLengths = (): Iterable<number> => this.#long.keys()

  count(units: Uint16Array, by: 1 | -1): void {
    const stem = stemOf(units, 0)
    const length = Math.min(units.length, 31)
    const uses = this.#uses.get(stem) ?? new Int32Array(32)
    uses[length] = (uses[length] as number) + by
    this.#uses.set(stem, uses)
    this.#may[stem >>> 5] = (this.#may[stem >>> 5] as number) | (1 << (stem & 31))
    const others = (this.#lengths[stem] as number) & ~(1 << length)
    this.#lengths[stem] = uses[length] === 0 ? others : others | (1 << length)
    if (units.length < 31) return
    const long = (this.#long.get(units.length) ?? 0) + by
    if (long === 0) this.#long.delete(units.length)
    else this.#long.set(units.length, long)
  }
}

const stems = 1 << 14

export function stemOf(units: Uint16Array, from: number): number {
  const a = Math.imul(units[from] as number, 0x9e3779b1)
  const b = Math.imul(units[from + 1] as number, 0x85ebca6b)
  const c = Math.imul(units[from + 2] as number, 0xc2b2ae35)
  return (a ^ b ^ c) >>> 18
}
