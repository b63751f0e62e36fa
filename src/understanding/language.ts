/** Which language a text is in: forty of them, or that it can't be told. */
import { type Features, lettersOf } from './features.ts'
import { readModel, unpacked } from './models/model-file.ts'

/** ISO 639-1, in the order of the model's columns. */
export const languages =
  'ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv mk nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  )

export type LanguageHeader = { buckets: number; scale: number }

const model = readModel<LanguageHeader>('language')
const sums = new Float32Array(languages.length)

export type Spoken = { language: string | undefined; sure: number }

/** Below it, can't tell. Chosen so that an emoji, a name or a number gives no language. */
const least = 0.2

/**
 * What a channel declares is a hint: it is worth as much as two in log odds, and so decides between close relatives
 * and short texts, and not against a sentence.
 */
export function languageOf(features: Features, declared: readonly string[] = []): Spoken {
  const count = addUp(features)
  const hints = declared.map((tag) => languages.indexOf(primary(tag))).filter((place) => place >= 0)
  if (count === 0) return { language: undefined, sure: 0 }
  for (const place of hints) sums[place] = (sums[place] as number) + 2
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
function addUp(features: Features): number {
  sums.fill(0)
  const { buckets, scale } = model.header
  const { weights } = model
  let count = 0
  eachFeature(features, (hash) => {
    count++
    const base = bucketOf(hash, buckets) * languages.length
    for (let place = 0; place < languages.length; place++)
      sums[place] = (sums[place] as number) + (unpacked[(weights[base + place] as number) + 128] as number)
  })
  const each = scale * worthOf(count)
  for (let place = 0; place < languages.length; place++) sums[place] = (sums[place] as number) * each
  return count
}

export const worthOf = (count: number): number => (count === 0 ? 0 : 3 / Math.sqrt(count))
export const bucketOf = (hash: number, buckets: number): number => (hash >>> 0) % buckets

/** Words, parts of words, and one and two letters together. Links, names, marks and digits say nothing of a language. */
export function eachFeature(features: Features, use: (hash: number) => void): void {
  const { hashes, tokenOf } = features
  const limit = Math.min(features.tokens, 120)
  for (let token = 0; token < limit; token++) {
    if (!lettersOf.speaks(token)) continue
    use(hashes[token] as number)
    let before = 1
    for (let at = lettersOf.begins[token] as number; at < (lettersOf.begins[token + 1] as number); at++) {
      const letter = lettersOf.letters[at] as number
      use(Math.imul(letter, 0x9e3779b1) ^ 0x51ed270b)
      use(Math.imul(letter ^ Math.imul(before, 0x85ebca6b), 0x9e3779b1))
      before = letter
    }
    use(Math.imul(1 ^ Math.imul(before, 0x85ebca6b), 0x9e3779b1))
  }
  for (let at = features.pairs; at < features.parts; at++) {
    if ((tokenOf[at] as number) >= limit) break
    if (lettersOf.speaks(tokenOf[at] as number)) use(hashes[at] as number)
  }
}
