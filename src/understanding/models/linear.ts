/** A linear model over hashed features: what each column says of a text is a weighted sum, so that each part of it can be shown. */
import type { Features } from '../reading/features.ts'
import { unpacked } from './model-file.ts'

/** How much words, pairs, parts and shape count. Each but shape is divided by the root of how many there are. */
export const groupWeights = [1, 0.7, 1.5, 0.4] as const

export type Linear = { columns: number; buckets: number; scales: readonly number[]; weights: Int8Array }

/** A linear model as it is used: its weights as whole numbers, `one` being the scale of their column. */
export type Loaded = Omit<Linear, 'weights'> & { weights: Int16Array }

const one = 32_767

export const loaded = ({ weights, ...model }: Linear): Loaded => ({ ...model, weights: wholes(weights) })

const wholeOf = Int16Array.from(unpacked, (weight) => Math.round(weight * one))

/** By hand: `Int16Array.from` with a function holds each of millions of numbers as an object while it works. */
export function wholes(weights: Int8Array): Int16Array {
  const all = new Int16Array(weights.length)
  for (let at = 0; at < all.length; at++) all[at] = wholeOf[(weights[at] as number) + 128] as number
  return all
}

/** Where each group of features begins and ends, and what one of it counts. */
export function groupsOf(features: Features): readonly (readonly [from: number, to: number, value: number])[] {
  const { words, pairs, parts, all } = features
  const root = (count: number) => Math.sqrt(Math.max(1, count))
  return [
    [0, words, groupWeights[0] / root(words)],
    [words, pairs, groupWeights[1] / root(pairs - words)],
    [pairs, parts, groupWeights[2] / root(parts - pairs)],
    [parts, all, groupWeights[3]],
  ]
}

const places = new Int32Array(16_384)
const group = new Float64Array(64)

/** The sum of each column, into `sums`. */
export function score({ columns, buckets, scales, weights }: Loaded, features: Features, sums: Float64Array): void {
  sums.fill(0)
  const mask = buckets - 1
  const { hashes } = features
  for (const [from, to, value] of groupsOf(features)) {
    for (let at = from; at < to; at++) places[at - from] = ((hashes[at] as number) & mask) * columns
    addUp(weights, columns, places, to - from, group)
    for (let column = 0; column < columns; column++)
      sums[column] = (sums[column] as number) + (group[column] as number) * value
  }
  for (let column = 0; column < columns; column++) sums[column] = (sums[column] as number) * (scales[column] as number)
}

/**
 * Adds up rows of weights, `columns` long, that begin at `places`, into `sums` in units of a column's scale. Eight columns at
 * a time: their sums then stay in registers, which is three times as quick as keeping them in an array.
 */
export function addUp(
  weights: Int16Array,
  columns: number,
  places: Int32Array,
  count: number,
  sums: Float64Array,
): void {
  let column = 0
  for (; column + 8 <= columns; column += 8) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
    for (let at = 0; at < count; at++) {
      const place = (places[at] as number) + column
      a = (a + (weights[place] as number)) | 0
      b = (b + (weights[place + 1] as number)) | 0
      c = (c + (weights[place + 2] as number)) | 0
      d = (d + (weights[place + 3] as number)) | 0
      e = (e + (weights[place + 4] as number)) | 0
      f = (f + (weights[place + 5] as number)) | 0
      g = (g + (weights[place + 6] as number)) | 0
      h = (h + (weights[place + 7] as number)) | 0
    }
    sums[column] = a / one
    sums[column + 1] = b / one
    sums[column + 2] = c / one
    sums[column + 3] = d / one
    sums[column + 4] = e / one
    sums[column + 5] = f / one
    sums[column + 6] = g / one
    sums[column + 7] = h / one
  }
  for (; column < columns; column++) {
    let sum = 0
    for (let at = 0; at < count; at++) sum = (sum + (weights[(places[at] as number) + column] as number)) | 0
    sums[column] = sum / one
  }
}

/** What each token of the text adds to one column. Pairs are shared by their two words. */
export function moves({ columns, buckets, scales, weights }: Loaded, column: number, features: Features): Float64Array {
  const each = new Float64Array(Math.max(1, features.tokens))
  const mask = buckets - 1
  const groups = groupsOf(features)
  for (const [which, [from, to, value]] of groups.slice(0, 3).entries()) {
    for (let at = from; at < to; at++) {
      const bucket = (features.hashes[at] as number) & mask
      const weight = ((weights[bucket * columns + column] as number) / one) * value
      const token = features.tokenOf[at] as number
      const share = which === 1 && token > 0 ? weight / 2 : weight
      each[token] = (each[token] as number) + share
      if (share !== weight) each[token - 1] = (each[token - 1] as number) + share
    }
  }
  const scale = scales[column] as number
  return each.map((moved) => moved * scale)
}
