/** Trains the columns of heads.bin and mood.bin: logistic regression over hashed features, by AdaGrad, always in the same order. */

import { type Head, heads } from '../src/understanding/models/heads.ts'
import { groupsOf, type Linear } from '../src/understanding/models/linear.ts'
import { packed } from '../src/understanding/models/model-file.ts'
import { read } from '../src/understanding/reading/features.ts'
import type { Row } from './rows.ts'
import { dice, hashOf, shuffled } from './same-dice.ts'

/** Rows as lists of hashes, one after the other, each hash with what it counts. */
export type Table = { begins: Uint32Array; hashes: Int32Array; values: Float32Array }

export function tableOf(texts: readonly string[]): Table {
  const begins = new Uint32Array(texts.length + 1)
  let [hashes, values] = [new Int32Array(1 << 20), new Float32Array(1 << 20)]
  let used = 0
  for (const [row, text] of texts.entries()) {
    const features = read(text)
    if (used + features.all > hashes.length) {
      hashes = grown(hashes, new Int32Array(hashes.length * 2))
      values = grown(values, new Float32Array(values.length * 2))
    }
    for (const [from, to, value] of groupsOf(features))
      for (let at = from; at < to; at++, used++) {
        hashes[used] = features.hashes[at] as number
        values[used] = value
      }
    begins[row + 1] = used
  }
  return { begins, hashes, values }
}

function grown<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** Without what fewer than `least` of all features of the rows are: what is seen once teaches nothing and takes another's place. */
export function withoutRare({ begins, hashes, values }: Table, least: number): Table {
  const seen = new Uint8Array(1 << 26)
  const place = (hash: number) => hash >>> 6
  for (const hash of hashes.subarray(0, begins.at(-1))) {
    const count = seen[place(hash)] as number
    if (count < 255) seen[place(hash)] = count + 1
  }
  const kept: Table = {
    begins: new Uint32Array(begins.length),
    hashes: new Int32Array(hashes.length),
    values: new Float32Array(values.length),
  }
  let used = 0
  for (let row = 0; row + 1 < begins.length; row++) {
    for (let at = begins[row] as number; at < (begins[row + 1] as number); at++) {
      if ((seen[place(hashes[at] as number)] as number) < least) continue
      kept.hashes[used] = hashes[at] as number
      kept.values[used++] = values[at] as number
    }
    kept.begins[row + 1] = used
  }
  return kept
}

/** Half of the questions are read without their mark, so that their words are learned too. */
export const asTrained = ({ text, heads }: Row): string =>
  heads.question === 1 && hashOf(text) % 2 === 0 ? text.replace(/[?？؟]+/g, '') : text

/** A column that is this near to right takes no step: most are, and each step costs. */
const settled = 0.003

type Settings = { columns: number; bits: number; epochs: number; rate: number; decay: number; scale?: Float32Array }

/**
 * `slope` gives, for one row and the sums of its columns, the gradient of each (0: not known). The weights of `scale` make a
 * feature count more; they are part of the weights that come back.
 */
export function regress(
  { begins, hashes, values }: Table,
  { columns, bits, epochs, rate, decay, scale }: Settings,
  slope: (row: number, sums: Float64Array) => void,
): Float32Array {
  const buckets = 1 << bits
  const mask = buckets - 1
  const weights = new Float32Array(buckets * columns)
  const seen = new Float32Array(buckets * columns).fill(1e-3)
  const sums = new Float64Array(columns)
  const known = new Int32Array(columns)
  const next = dice(7)
  let order = Array.from({ length: begins.length - 1 }, (_, row) => row)
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffled(order, next)
    for (const row of order) {
      const [from, to] = [begins[row] as number, begins[row + 1] as number]
      sums.fill(0)
      for (let at = from; at < to; at++) {
        const bucket = (hashes[at] as number) & mask
        const value = (values[at] as number) * (scale?.[bucket] ?? 1)
        for (let column = 0, place = bucket * columns; column < columns; column++, place++)
          sums[column] = (sums[column] as number) + (weights[place] as number) * value
      }
      slope(row, sums)
      let count = 0
      for (let column = 0; column < columns; column++)
        if (Math.abs(sums[column] as number) > settled) known[count++] = column
      for (let at = from; at < to; at++) {
        const bucket = (hashes[at] as number) & mask
        const value = (values[at] as number) * (scale?.[bucket] ?? 1)
        for (let which = 0; which < count; which++) {
          const column = known[which] as number
          const place = bucket * columns + column
          const step = (sums[column] as number) * value + decay * (weights[place] as number)
          const all = (seen[place] as number) + step * step
          seen[place] = all
          weights[place] = (weights[place] as number) - (rate * step) / Math.sqrt(all)
        }
      }
    }
  }
  if (scale !== undefined)
    for (let place = 0; place < weights.length; place++)
      weights[place] = (weights[place] as number) * (scale[Math.floor(place / columns)] as number)
  return weights
}

export function fitHeads(rows: readonly Row[], table: Table): Linear {
  const columns = heads.length
  const labels = rows.map(({ heads: known }) => heads.map((head: Head) => known[head] ?? -1))
  const weights = regress(table, { columns, bits: 16, epochs: 4, rate: 0.06, decay: 3e-4 }, (row, sums) => {
    const { weight } = rows[row] as Row
    const label = labels[row] as number[]
    for (let column = 0; column < columns; column++) {
      const known = label[column] as number
      sums[column] = known < 0 ? 0 : (1 / (1 + Math.exp(-(sums[column] as number))) - known) * weight
    }
  })
  return inBytes(weights, columns)
}

/** Two columns, negative and positive; neutral is what both are measured against. */
export function fitMood(rows: readonly Row[], table: Table): Linear {
  const bits = 18
  const weights = regress(
    table,
    { columns: 2, bits, epochs: 6, rate: 0.06, decay: 1e-3, scale: telling(rows, table, bits) },
    (row, sums) => {
      const { mood, moodWeight: weight = 0 } = rows[row] as Row
      if (mood === undefined) {
        sums.fill(0)
        return
      }
      const [negative, positive] = [Math.exp(sums[0] as number), Math.exp(sums[1] as number)]
      const all = 1 + negative + positive
      sums[0] = (negative / all - (mood === -1 ? 1 : 0)) * weight
      sums[1] = (positive / all - (mood === 1 ? 1 : 0)) * weight
    },
  )
  return inBytes(weights, 2)
}

/** How differently the three moods use a feature: the widest ratio of their shares, in log, after Wang and Manning 2012. */
function telling(rows: readonly Row[], { begins, hashes }: Table, bits: number): Float32Array {
  const mask = (1 << bits) - 1
  const counts = [-1, 0, 1].map(() => new Float32Array(1 << bits).fill(1))
  for (const [row, { mood, moodWeight: weight = 0 }] of rows.entries()) {
    if (mood === undefined) continue
    const count = counts[mood + 1] as Float32Array
    for (let at = begins[row] as number; at < (begins[row + 1] as number); at++) {
      const bucket = (hashes[at] as number) & mask
      count[bucket] = (count[bucket] as number) + weight
    }
  }
  const totals = counts.map((count) => count.reduce((sum, one) => sum + one, 0))
  return Float32Array.from({ length: 1 << bits }, (_, bucket) => {
    const shares = counts.map((count, which) => Math.log((count[bucket] as number) / (totals[which] as number)))
    return Math.min(1.2, Math.max(...shares) - Math.min(...shares)) + 0.1
  })
}

/** The largest few weights of a column are cut, so that the others keep their differences. */
function inBytes(weights: Float32Array, columns: number): Linear {
  const scales = Array.from({ length: columns }, (_, column) => {
    const sizes: number[] = []
    for (let place = column; place < weights.length; place += columns) {
      const size = Math.abs(weights[place] as number)
      if (size > 0) sizes.push(size)
    }
    sizes.sort((a, b) => a - b)
    return Number((sizes[Math.floor(sizes.length * 0.99995)] ?? 1).toPrecision(6))
  })
  const bytes = new Int8Array(weights.length)
  for (let place = 0; place < bytes.length; place++)
    bytes[place] = packed(weights[place] as number, scales[place % columns] as number)
  return { columns, buckets: weights.length / columns, scales, weights: bytes }
}
