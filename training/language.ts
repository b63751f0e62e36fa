/** Trains language.bin: forty languages by softmax regression over words, their parts and letters, by AdaGrad. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bucketOf, hashesOf, type LanguageHeader, languages, worthOf } from '../src/understanding/models/language.ts'
import { type Model, packed } from '../src/understanding/models/model-file.ts'
import { read } from '../src/understanding/reading/features.ts'
import { languagesOfTweets, tweets } from './rows.ts'
import { dice, hashOf, shuffled } from './same-dice.ts'

export type Said = { text: string; language: string }

/** One row in six is kept for judging, by its hash. */
export const heldOut = ({ text }: Said): boolean => hashOf(text) % 6 === 0

export function linguaRows(data: string, kind: 'sentences' | 'word-pairs'): Said[] {
  return languages.flatMap((language) =>
    readFileSync(join(data, `langid/lingua/${kind}/${language}.txt`), 'utf8')
      .split(/\r?\n/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ text, language })),
  )
}

/** Six pairs of neighbouring words, of where there are so many: short texts are the hard ones. */
function pairsOf({ text, language }: Said): Said[] {
  const words = text.match(/[\p{L}\p{M}'’]+/gu) ?? []
  const step = Math.max(1, Math.floor(words.length / 6))
  return words
    .flatMap((word, at) => (at % step === 0 && at + 1 < words.length ? [`${word} ${words[at + 1]}`] : []))
    .map((text) => ({ text, language }))
}

const buckets = 32_749 // a prime
const epochs = 6

export function fitLanguage(data: string): Model<LanguageHeader> {
  const sets = [
    { rows: linguaRows(data, 'sentences').filter((row) => !heldOut(row)), weight: 1 },
    { rows: linguaRows(data, 'word-pairs').filter((row) => !heldOut(row)), weight: 1 },
    {
      rows: linguaRows(data, 'sentences')
        .filter((row) => !heldOut(row))
        .flatMap(pairsOf),
      weight: 0.5,
    },
    { rows: tweetsOf(data), weight: 1.2 },
    { rows: subtitlesOf(data), weight: 0.3 },
    { rows: commentsOf(data), weight: 0.5 },
  ]
  const all = new Int32Array(4_096)
  const rows = sets.flatMap(({ rows, weight }) =>
    rows.map(({ text, language }) => {
      const count = hashesOf(read(text), all)
      const hashes = all.slice(0, count).map((hash) => bucketOf(hash, buckets))
      return { hashes, language: languages.indexOf(language), weight }
    }),
  )
  const count = languages.length
  const weights = new Float32Array(buckets * count)
  const seen = new Float32Array(buckets * count).fill(1e-3)
  const sums = new Float64Array(count)
  const next = dice(11)
  let order = rows
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffled(order, next)
    for (const { hashes, language, weight } of order) {
      const value = worthOf(hashes.length)
      sums.fill(0)
      for (const bucket of hashes)
        for (let place = 0, at = bucket * count; place < count; place++, at++)
          sums[place] = (sums[place] as number) + (weights[at] as number) * value
      const top = Math.max(...sums)
      let all = 0
      for (let place = 0; place < count; place++) all += sums[place] = Math.exp((sums[place] as number) - top)
      for (let place = 0; place < count; place++)
        sums[place] = ((sums[place] as number) / all - (place === language ? 1 : 0)) * weight
      for (const bucket of hashes)
        for (let place = 0, at = bucket * count; place < count; place++, at++) {
          const slope = sums[place] as number
          if (slope < 1e-3 && slope > -1e-3) continue
          const step = slope * value + 1e-6 * (weights[at] as number)
          const sum = (seen[at] as number) + step * step
          seen[at] = sum
          weights[at] = (weights[at] as number) - (0.1 * step) / Math.sqrt(sum)
        }
    }
  }
  const sizes = weights.map(Math.abs).sort()
  const scale = Number((sizes[Math.floor(sizes.length * 0.9999)] as number).toPrecision(6))
  return { header: { buckets, scale }, weights: Int8Array.from(weights, (weight) => packed(weight, scale)) }
}

const tweetsOf = (data: string): Said[] =>
  Object.entries(languagesOfTweets).flatMap(([name, language]) =>
    tweets(data, name, 'train').map(({ text }) => ({ text, language })),
  )

/** As many of each language as there are tweets of it. */
const subtitlesOf = (data: string): Said[] =>
  ['de', 'es', 'fr', 'pt'].flatMap((language) =>
    readFileSync(join(data, `emotion/xed/${language}-projections.tsv`), 'utf8')
      .split(/\r?\n/)
      .flatMap((line) => line.split('\t', 1))
      .filter((text) => text !== '')
      .slice(0, 1_800)
      .map((text) => ({ text, language })),
  )

/** English as people write it in passing: without these, "where is my cake" is taken for Hindi in Latin letters. */
const commentsOf = (data: string): Said[] => {
  const { train } = JSON.parse(readFileSync(join(data, 'intent/clinc150/data_full.train-val.json'), 'utf8')) as {
    train: [string, string][]
  }
  const comments = readFileSync(join(data, 'emotion/goemotions/train.tsv'), 'utf8').split('\n')
  return [
    ...train.filter((_, at) => at % 6 === 0).map(([text]) => text),
    ...comments.slice(0, 3_000).flatMap((line) => line.split('\t', 1)),
  ]
    .filter((text) => text !== '')
    .map((text) => ({ text, language: 'en' }))
}
