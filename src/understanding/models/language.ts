/** Which language a text is in: forty of them, or that it can't be told. */
import type { Features } from '../reading/features.ts'
import { tokens } from '../reading/tokens.ts'
import { addUp, wholes } from './linear.ts'
import { readModel } from './model-file.ts'

/** ISO 639-1, in the order of the model's columns. */
export const languages =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv mk nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  )

export type LanguageHeader = { buckets: number; scale: number }

const model = readModel<LanguageHeader>('language')
const weights = wholes(model.weights)
const sums = new Float64Array(languages.length)
const hashes = new Int32Array(4_096)
const places = new Int32Array(4_096)

export type Spoken = { language: string | undefined; sure: number }

/** Below it, can't tell. Emoji, names, links and numbers alone are never told. */
const least = 0.15

/**
 * What a channel declares is a hint: two in log odds and, the fewer words there are, up to four more. So it decides between
 * close relatives and for a word or two, and not against a sentence.
 */
export function languageOf(features: Features, declared: readonly string[] = []): Spoken {
  const count = sumsOfAll(features)
  const hints = declared.map((tag) => languages.indexOf(primary(tag))).filter((place) => place >= 0)
  if (count === 0) return { language: undefined, sure: 0 }
  const hint = 2 + 4 / features.tokens
  for (const place of hints) sums[place] = (sums[place] as number) + hint
  let best = 0
  for (let place = 1; place < sums.length; place++) if ((sums[place] as number) > (sums[best] as number)) best = place
  let all = 0
  for (const sum of sums) all += Math.exp(sum - (sums[best] as number))
  const sure = 1 / all
  return { language: sure >= least ? languages[best] : undefined, sure }
}

/** `pt-BR` is pt; Norwegian of any kind is nb here. */
function primary(tag: string): string {
  const first = tag.toLowerCase().split(/[-_]/, 1)[0] as string
  return first === 'no' || first === 'nn' ? 'nb' : first
}

/** The sums of all languages, into `sums`; gives of how many features. */
function sumsOfAll(features: Features): number {
  const { buckets, scale } = model.header
  const count = hashesOf(features, hashes)
  for (let at = 0; at < count; at++) places[at] = bucketOf(hashes[at] as number, buckets) * languages.length
  addUp(weights, languages.length, places, count, sums)
  const each = scale * worthOf(count)
  for (let place = 0; place < languages.length; place++) sums[place] = (sums[place] as number) * each
  return count
}

export const worthOf = (count: number): number => (count === 0 ? 0 : 3 / Math.sqrt(count))
export const bucketOf = (hash: number, buckets: number): number => (hash >>> 0) % buckets

/**
 * Words, parts of words, and one and two letters together, into `all`; gives how many. Links, names, marks and digits say
 * nothing of a language, and a hundred words say enough.
 */
export function hashesOf(features: Features, all: Int32Array): number {
  const { hashes, tokenOf } = features
  const { letters, begins } = tokens
  const limit = Math.min(features.tokens, 100)
  let count = 0
  for (let token = 0; token < limit && count < all.length - 100; token++) {
    if (!tokens.isWord(token)) continue
    all[count++] = hashes[token] as number
    let before = 1
    const end = Math.min(begins[token + 1] as number, (begins[token] as number) + 40)
    for (let at = begins[token] as number; at < end; at++) {
      const letter = letters[at] as number
      all[count++] = Math.imul(letter, 0x9e3779b1) ^ 0x51ed270b
      all[count++] = Math.imul(letter ^ Math.imul(before, 0x85ebca6b), 0x9e3779b1)
      before = letter
    }
    all[count++] = Math.imul(1 ^ Math.imul(before, 0x85ebca6b), 0x9e3779b1)
  }
  for (let at = features.pairs; at < features.parts && count < all.length; at++) {
    const token = tokenOf[at] as number
    if (token >= limit) break
    if (tokens.isWord(token)) all[count++] = hashes[at] as number
  }
  return count
}
