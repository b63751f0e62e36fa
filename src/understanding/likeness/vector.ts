/** A text as a vector: one half for what its words mean, one for how they are spelt. Alike texts point alike. */
import { type Meaning, tellingOf } from './meaning.ts'
import { wordsOf } from './words.ts'

/** Of meaning (the width of the table that ships) and of spelling. */
const meant = 100
const spelt = 128
export const dimensions = meant + spelt

/** How much of a text's length is its meaning, where all its words are known; what no word vector knows, spelling says. */
const shareOfMeaning = 0.8

/** A vector of length 1 is kept in whole numbers of this unit, so that sums of them can be taken apart again exactly. */
export const unit = 256

/** The zero vector where there are no words. */
export function vectorOf(text: string, meaning: Meaning): Int8Array {
  const vector = new Float32Array(dimensions)
  const [meant_, spelt_] = [vector.subarray(0, meant), vector.subarray(meant)]
  let known = 0
  let told = 0
  for (const word of wordsOf(text)) {
    const place = meaning.place.get(word)
    const telling = tellingOf(place)
    told += telling
    if (place !== undefined) {
      known += telling
      addMeaning(meant_, meaning, place)
    }
    addSpelling(spelt_, word, telling, place !== undefined)
  }
  const share = told === 0 ? 0 : (shareOfMeaning * known) / told
  toLength(meant_, Math.sqrt(share))
  toLength(spelt_, Math.sqrt(1 - share))
  return Int8Array.from(vector, (value) => Math.max(-127, Math.min(127, Math.round(value * unit))))
}

function addMeaning(sum: Float32Array, { rows, scales, width }: Meaning, place: number): void {
  const scale = scales[place] ?? 0
  for (let at = 0; at < meant; at++) sum[at] = (sum[at] ?? 0) + scale * (rows[place * width + at] ?? 0)
}

/** A known word by itself and its beginning; an unknown one by all its parts: forms, compounds and slips share most. */
function addSpelling(sum: Float32Array, word: string, telling: number, known: boolean): void {
  addHashed(sum, word, telling)
  if (known || word.length <= 4) addHashed(sum, `${word.slice(0, 4)}-`, 0.6 * telling)
  else {
    const parts = word.length - 3
    for (let at = 0; at < parts; at++) addHashed(sum, `${word.slice(at, at + 4)}-`, telling / Math.sqrt(parts))
  }
}

/** Four of the places, by the word's hash (FNV-1a), each up or down: words that differ seldom meet. */
function addHashed(sum: Float32Array, word: string, weight: number): void {
  let hash = 2166136261
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619)
  hash ^= hash >>> 15
  for (let each = 0; each < 4; each++) {
    const bits = hash >>> (8 * each)
    const place = bits & (spelt - 1)
    sum[place] = (sum[place] ?? 0) + (bits & spelt ? weight : -weight)
  }
}

function toLength(vector: Float32Array, wanted: number): void {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  if (length > 0) for (let at = 0; at < vector.length; at++) vector[at] = ((vector[at] ?? 0) * wanted) / length
}

export function cosineOf(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < dimensions; at++) sum += (one[at] as number) * (other[at] as number)
  return sum / (Math.sqrt(squareOf(one) * squareOf(other)) || 1)
}

/** The square of its length. */
export const squareOf = (vector: Float32Array): number => vector.reduce((sum, value) => sum + value * value, 0)
