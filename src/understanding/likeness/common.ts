/** What all messages have in common, and a sum of some without it: in a bakery, "bread" tells nothing. */
import { dimensions, squareOf } from './vector.ts'

/** It is taken anew at 1, 2, 4, 8 ... messages until this many, then stays. */
const takenUntil = 1_024
/** Few messages have much in common by chance: as many more are thought of, which have nothing in common. */
const unknown = 64

export class Common {
  readonly #total = new Float64Array(dimensions)
  #count = 0
  #mean = new Float32Array(dimensions)
  /** To be taken anew before the next comparison: what was compared with it before has to be laid out again then. */
  due = false

  /** `sum` of `size` messages more. One by one they make it due, now and then. */
  count(sum: ArrayLike<number>, size: number): void {
    this.#add(sum, 1)
    this.#count += size
    if (size === 1 && this.#count <= takenUntil && Number.isInteger(Math.log2(this.#count))) this.due = true
  }

  forget(sum: ArrayLike<number>, size: number): void {
    this.#add(sum, -1)
    this.#count -= size
  }

  take(): void {
    this.#mean = Float32Array.from(this.#total, (value) => value / (this.#count + unknown))
    this.due = false
  }

  /** A sum of `size` vectors without what is common. */
  apart(sum: ArrayLike<number>, size: number): Float32Array {
    const apart = new Float32Array(dimensions)
    for (let at = 0; at < dimensions; at++) apart[at] = (sum[at] as number) - size * (this.#mean[at] as number)
    return apart
  }

  /** The square of its length. */
  get square(): number {
    return squareOf(this.#mean)
  }

  #add(sum: ArrayLike<number>, sign: 1 | -1): void {
    for (let at = 0; at < dimensions; at++) this.#total[at] = (this.#total[at] as number) + sign * (sum[at] as number)
  }
}
