/** A small logistic regression over corrections, on top of what the shipped models say: fitted anew from all of them, in milliseconds. */

import type { Intent } from './intents.ts'
import { groupsOf, groupWeights } from './models/linear.ts'
import { columnOf, negative, positive, sumCount, sumsOf } from './models/shipped.ts'
import { type Features, read } from './reading/features.ts'

export type Task = Intent | 'mood' | 'about'

/** One correction: 16 bits of each hash, how many of them are words, pairs and shapes, what the shipped models said, and what is right. */
export type Kept = { hashes: Uint16Array; counts: readonly number[]; sums: Int8Array; said: ReadonlyMap<Task, number> }

/** What was learned for one task: a column a class (one for yes or no; negative, neutral, positive for the mood). */
export type Fitted = { columns: number; table: Float32Array; dense: Float64Array }

const buckets = 65_536
const bucketOf = (hash: number) => (hash ^ (hash >>> 16)) & (buckets - 1)

/** Words, pairs and shapes, among the groups of features. Parts of words are not learned from. */
const learnedGroups = [0, 1, 3]

/** How much each sum of the shipped models counts beside the words. */
const sumsCount = 1 / 3
/** Sums are kept in sixteenths. */
const inByte = 16

export function keep(text: string, said: ReadonlyMap<Task, number>): Kept {
  const features = read(text)
  const { words, pairs, parts, all } = features
  // Parts of words are left out: they would be three in four of the bytes, and teach nothing that was measured.
  const hashes = Uint16Array.from(
    [...features.hashes.subarray(0, pairs), ...features.hashes.subarray(parts, all)],
    bucketOf,
  )
  const sums = Int8Array.from(sumsOf(features), (sum) => Math.max(-127, Math.min(127, Math.round(sum * inByte))))
  return { hashes, counts: [words, pairs - words, all - parts], sums, said }
}

/** How often all corrections are gone through, how far a step goes, and how strongly what was learned is drawn back to nothing. */
const [epochs, rate, decay] = [30, 0.05, 1e-3]

type FitRow = { right: number; start: readonly number[]; places: Uint32Array; values: Float64Array }

/** Undefined where nobody corrected this. Always the same for the same corrections. AdaGrad; the later half of its steps is averaged. */
export function fitFrom(kept: readonly Kept[], task: Task): Fitted | undefined {
  const columns = task === 'mood' ? 3 : 1
  const placeOf = new Map<number, number>()
  const rows = kept.flatMap((one) => {
    const right = one.said.get(task)
    return right === undefined ? [] : [rowOf(one, task, right, placeOf)]
  })
  if (rows.length === 0) return undefined
  const size = (dense + placeOf.size) * columns
  const [weights, mean, seen] = [new Float64Array(size), new Float64Array(size), new Float64Array(size).fill(0.01)]
  const counts = balanceOf(rows)
  const half = epochs >> 1
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let turn = 0; turn < rows.length; turn++) {
      // Another order each time: stepping by a prime meets every row.
      const row = rows[(turn * 7_919 + epoch * 13) % rows.length] as FitRow
      const slopes = slopesOf(row, weights, columns).map((slope) => slope * (counts.get(row.right) as number))
      for (let at = 0; at < row.places.length; at++)
        for (let column = 0; column < columns; column++) {
          const place = (row.places[at] as number) * columns + column
          const by = (slopes[column] as number) * (row.values[at] as number) + decay * (weights[place] as number)
          const all = (seen[place] as number) + by * by
          seen[place] = all
          weights[place] = (weights[place] as number) - (rate * by) / Math.sqrt(all)
        }
    }
    if (epoch < half) continue
    for (let at = 0; at < size; at++) mean[at] = (mean[at] as number) + (weights[at] as number) / (epochs - half)
  }
  const table = new Float32Array(buckets * columns)
  for (const [hash, place] of placeOf)
    for (let column = 0; column < columns; column++)
      table[hash * columns + column] = mean[(dense + place) * columns + column] as number
  return { columns, table, dense: mean.slice(0, dense * columns) }
}

/** What the shipped models say, and one that always holds. */
const dense = sumCount + 1

function rowOf({ hashes, counts, sums }: Kept, task: Task, right: number, placeOf: Map<number, number>): FitRow {
  const said = Array.from(sums, (sum) => sum / inByte)
  const places = [...said.keys(), sumCount]
  const values = [...said.map((sum) => sum * sumsCount), 1]
  let at = 0
  for (const [which, count] of counts.entries()) {
    const value = countOf(learnedGroups[which] as number, count)
    for (const end = at + count; at < end; at++) {
      const hash = hashes[at] as number
      const place = placeOf.get(hash) ?? placeOf.size
      placeOf.set(hash, place)
      places.push(dense + place)
      values.push(value)
    }
  }
  return { right, start: startOf(task, said), places: Uint32Array.from(places), values: Float64Array.from(values) }
}

/** Shape says less of one workspace's corrections than of all that the shipped models were trained on. */
const shapeCounts = groupWeights[3] / 2

const countOf = (group: number, count: number) =>
  group === 3 ? shapeCounts : (groupWeights[group] as number) / Math.sqrt(Math.max(1, count))

/** What the shipped models say of the task, which learning starts from. */
function startOf(task: Task, sums: ArrayLike<number>): number[] {
  if (task === 'mood') return [sums[negative] as number, 0, sums[positive] as number]
  return [task === 'about' ? 0 : (sums[columnOf[task]] as number)]
}

/** A class that is rare among the corrections counts for more, though not in proportion. */
function balanceOf(rows: readonly FitRow[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { right } of rows) counts.set(right, (counts.get(right) ?? 0) + 1)
  return new Map([...counts].map(([right, count]) => [right, (rows.length / counts.size / count) ** 0.7]))
}

function slopesOf({ right, start, places, values }: FitRow, weights: Float64Array, columns: number): number[] {
  const sums = [...start]
  for (let at = 0; at < places.length; at++)
    for (let column = 0; column < columns; column++)
      sums[column] =
        (sums[column] as number) +
        (weights[(places[at] as number) * columns + column] as number) * (values[at] as number)
  return columns === 1
    ? [sigmoid(sums[0] as number) - right]
    : shares(sums).map((share, column) => share - (column === right ? 1 : 0))
}

export const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum))

export function shares(sums: readonly number[]): number[] {
  const top = Math.max(...sums)
  const each = sums.map((sum) => Math.exp(sum - top))
  const all = each.reduce((sum, one) => sum + one, 0)
  return each.map((one) => one / all)
}

/** The log odds of a task with what was learned: one, or three for the mood. */
export function withLearned(
  { columns, table, dense }: Fitted,
  task: Task,
  features: Features,
  sums: Float64Array,
): number[] {
  const all = startOf(task, sums)
  for (let column = 0; column < columns; column++) {
    let sum = dense[sumCount * columns + column] as number
    for (let at = 0; at < sumCount; at++)
      sum += (dense[at * columns + column] as number) * (sums[at] as number) * sumsCount
    for (const [which, [from, to]] of groupsOf(features).entries()) {
      if (!learnedGroups.includes(which)) continue
      let group = 0
      for (let at = from; at < to; at++)
        group += table[bucketOf(features.hashes[at] as number) * columns + column] as number
      sum += group * countOf(which, to - from)
    }
    all[column] = (all[column] as number) + sum
  }
  return all
}

/** What each token adds by what was learned: of the mood, towards the positive. */
export function learnedMoves({ columns, table }: Fitted, features: Features): Float64Array {
  const each = new Float64Array(Math.max(1, features.tokens))
  for (const [from, to, value] of groupsOf(features).slice(0, 2))
    for (let at = from; at < to; at++) {
      const place = bucketOf(features.hashes[at] as number) * columns
      const up = table[place + columns - 1] as number
      const by = columns === 1 ? up : up - (table[place] as number)
      const token = features.tokenOf[at] as number
      each[token] = (each[token] as number) + by * value
    }
  return each
}
