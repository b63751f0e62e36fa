/** A linear model over hashed features: what each column says of a text is a weighted sum, so that each part of it can be shown. */
import type { Features } from './features.ts'
import { unpacked } from './models/model-file.ts'

/** How much words, pairs, parts and shape count. Each but shape is divided by the root of how many there are. */
export const groupWeights = [1, 0.7, 1.5, 0.4] as const

export type Linear = { columns: number; buckets: number; scales: readonly number[]; weights: Int8Array }

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

/** The sum of each column, into `sums`. */
export function score({ columns, buckets, scales, weights }: Linear, features: Features, sums: Float64Array): void {
  sums.fill(0)
  const group = new Float32Array(columns)
  const mask = buckets - 1
  const { hashes } = features
  for (const [from, to, value] of groupsOf(features)) {
    group.fill(0)
    for (let at = from; at < to; at++) {
      const base = ((hashes[at] as number) & mask) * columns
      for (let column = 0; column < columns; column++)
        group[column] = (group[column] as number) + (unpacked[(weights[base + column] as number) + 128] as number)
    }
    for (let column = 0; column < columns; column++)
      sums[column] = (sums[column] as number) + (group[column] as number) * value
  }
  for (let column = 0; column < columns; column++) sums[column] = (sums[column] as number) * (scales[column] as number)
}

/** What each token of the text adds to one column. Pairs are shared by their two words. */
export function moves({ columns, buckets, scales, weights }: Linear, column: number, features: Features): Float64Array {
  const each = new Float64Array(Math.max(1, features.tokens))
  const mask = buckets - 1
  const [words, pairs, parts] = groupsOf(features)
  for (const group of [words, pairs, parts]) {
    const [from, to, value] = group as readonly [number, number, number]
    for (let at = from; at < to; at++) {
      const bucket = (features.hashes[at] as number) & mask
      const weight = (unpacked[(weights[bucket * columns + column] as number) + 128] as number) * value
      const token = features.tokenOf[at] as number
      const share = group === pairs && token > 0 ? weight / 2 : weight
      each[token] = (each[token] as number) + share
      if (share !== weight) each[token - 1] = (each[token - 1] as number) + share
    }
  }
  const scale = scales[column] as number
  return each.map((moved) => moved * scale)
}
