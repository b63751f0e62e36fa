/** What words mean, as a table of vectors made by training/likeness. Its card: models/meaning.md. */
import { type Model, readModel } from '../models/model-file.ts'

/** `rows`: `width` 8-bit numbers a word, to be taken times the scale of the word. The most frequent word comes first. */
export type Meaning = { place: ReadonlyMap<string, number>; rows: Int8Array; scales: Float32Array; width: number }

type Header = { width: number; words: string[]; scales: number[] }

/** The table that ships with this version. It is read once, when it is first asked for. */
export function shippedMeaning(): Meaning {
  shipped ??= meaningFrom(readModel<Header>('meaning'))
  return shipped
}
let shipped: Meaning | undefined

function meaningFrom({ header: { width, words, scales }, weights }: Model<Header>): Meaning {
  return {
    width,
    rows: weights,
    scales: Float32Array.from(scales),
    place: new Map(words.map((word, at) => [word, at])),
  }
}

/** `table`: `width` numbers a word. The largest of a word becomes 127; the scale is kept to four digits. */
export function meaningToModel(words: string[], table: Float32Array, width: number): Model<Header> {
  const scales = words.map((_, word) => {
    const row = table.subarray(word * width, (word + 1) * width)
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6)
    return Number((largest / 127).toPrecision(4))
  })
  const rounded = (value: number, at: number) => Math.round(value / (scales[Math.floor(at / width)] ?? 1))
  const weights = Int8Array.from(table, (value, at) => Math.max(-127, Math.min(127, rounded(value, at))))
  return { header: { width, words, scales }, weights }
}

/**
 * How much a word tells by how seldom it is said: a/(a+p) (Arora and others, 2017) with a = 0.001, and p by Zipf's law
 * from its place among all words. A word that is not in the table tells most.
 */
export const tellingOf = (place: number | undefined): number =>
  place === undefined ? 1 : 0.001 / (0.001 + 1 / ((place + 10) * 12))
