/**
 * The middles of all questions, side by side, and which of them lie nearest to a vector. Up to some thousands all are
 * looked at; beyond, only those whose signs look alike (SimHash: Charikar, 2002), which are a hundredth of the work.
 */
import { dimensions } from './vector.ts'

export type Found = { row: number; cosine: number; score: number }

/** Below this many rows each is looked at. */
const lookAtAll = 4_096
/** Beyond: as many as are looked at closely. */
const lookClosely = 1_024
/** 192 signs a row, each of the sum of 16 numbers, added or taken off. */
const ints = 6
const drawn = 16

export class Shelf {
  #middles = new Int8Array(1024 * dimensions)
  #signs = new Int32Array(1024 * ints)
  #bonus = new Float32Array(1024)
  #rows = 0
  #free: number[] = []
  #distance = new Uint8Array(1024)

  /** The highest row number and one. Rows that were taken away stay in between, and are never found. */
  get rows(): number {
    return this.#rows
  }

  make(): number {
    const free = this.#free.pop()
    if (free !== undefined) return free
    if ((this.#rows + 1) * dimensions > this.#middles.length) this.#grow()
    return this.#rows++
  }

  /** `middle` is scaled to length 1 here. `bonus` is added to the cosine when rows compete. */
  set(row: number, middle: Float32Array, bonus: number): void {
    const scale = middleUnit / (lengthOf(middle) || 1)
    for (let at = 0; at < dimensions; at++)
      this.#middles[row * dimensions + at] = Math.max(-127, Math.min(127, Math.round((middle[at] ?? 0) * scale)))
    this.#signs.set(signsOf(middle), row * ints)
    this.#bonus[row] = bonus
  }

  take(row: number): void {
    this.#middles.fill(0, row * dimensions, (row + 1) * dimensions)
    this.#bonus[row] = Number.NEGATIVE_INFINITY
    this.#free.push(row)
  }

  /** The `n` rows of the highest score, the best first; of equal ones the older. */
  nearest(vector: Float32Array, n: number): Found[] {
    const length = lengthOf(vector)
    if (length === 0) return []
    const probe = Int16Array.from(vector, (value) => Math.round((value / length) * 1024))
    const best: Found[] = []
    if (this.#rows <= lookAtAll) for (let row = 0; row < this.#rows; row++) this.#consider(row, probe, n, best)
    else for (const row of this.#alike(vector)) this.#consider(row, probe, n, best)
    return best
  }

  #consider(row: number, probe: Int16Array, n: number, best: Found[]): void {
    const middles = this.#middles
    let sum = 0
    const from = row * dimensions
    for (let at = 0; at < dimensions; at++) sum += (middles[from + at] as number) * (probe[at] as number)
    const cosine = sum / (middleUnit * 1024)
    const score = cosine + (this.#bonus[row] ?? 0)
    if (score === Number.NEGATIVE_INFINITY) return
    if (best.length === n && score <= (best[n - 1]?.score ?? 0)) return
    let place = best.length
    while (place > 0 && (best[place - 1]?.score ?? 0) < score) place--
    best.splice(place, 0, { row, cosine, score })
    if (best.length > n) best.pop()
  }

  /** The rows whose signs differ least from the vector's, about `lookClosely` of them, in order. */
  #alike(vector: Float32Array): number[] {
    const wanted = signsOf(vector)
    const counts = new Uint32Array(32 * ints + 1)
    const [signs, distance] = [this.#signs, this.#distance]
    for (let row = 0; row < this.#rows; row++) {
      let differ = 0
      for (let at = 0; at < ints; at++) differ += ones((signs[row * ints + at] as number) ^ (wanted[at] as number))
      distance[row] = differ
      counts[differ] = (counts[differ] as number) + 1
    }
    let most = 0
    for (let seen = counts[0] ?? 0; seen < lookClosely && most < 32 * ints; ) seen += counts[++most] ?? 0
    const rows: number[] = []
    for (let row = 0; row < this.#rows && rows.length < 4 * lookClosely; row++)
      if ((distance[row] as number) <= most) rows.push(row)
    return rows
  }

  #grow(): void {
    const more = <A extends Int8Array | Int32Array | Float32Array | Uint8Array>(old: A, made: A): A => {
      made.set(old)
      return made
    }
    this.#middles = more(this.#middles, new Int8Array(this.#middles.length * 2))
    this.#signs = more(this.#signs, new Int32Array(this.#signs.length * 2))
    this.#bonus = more(this.#bonus, new Float32Array(this.#bonus.length * 2))
    this.#distance = new Uint8Array(this.#distance.length * 2)
  }
}

/** A middle of length 1 in 8-bit numbers: no single one of its numbers comes near a half. */
const middleUnit = 256

function lengthOf(vector: Float32Array): number {
  let sum = 0
  for (let at = 0; at < vector.length; at++) sum += (vector[at] as number) ** 2
  return Math.sqrt(sum)
}

/** Which numbers each sign adds up, and whether it takes them off: drawn once, the same everywhere. */
const draws = Int16Array.from({ length: 32 * ints * drawn }, (_, at) => {
  let mixed = Math.imul(at + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed ^= mixed >>> 13
  const place = (mixed >>> 1) % dimensions
  return mixed & 1 ? place : -place - 1
})

function signsOf(vector: Float32Array): Int32Array {
  const signs = new Int32Array(ints)
  for (let sign = 0; sign < 32 * ints; sign++) {
    let sum = 0
    for (let each = 0; each < drawn; each++) {
      const draw = draws[sign * drawn + each] as number
      sum += draw >= 0 ? (vector[draw] as number) : -(vector[-draw - 1] as number)
    }
    if (sum > 0) signs[sign >>> 5] = (signs[sign >>> 5] as number) | (1 << (sign & 31))
  }
  return signs
}

/** How many bits of 32 are set. */
function ones(bits: number): number {
  const twos = bits - ((bits >>> 1) & 0x55555555)
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
