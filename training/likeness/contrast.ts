/**
 * Moves word vectors so that two texts of one meaning lie closer than those that happen to stand beside them in a batch:
 * InfoNCE with the other pairs as what is not meant (van den Oord and others, 2018), by Adagrad.
 */
import { shuffled } from '../same-dice.ts'

/** A text as places in the table of words. */
export type Bag = readonly number[]
export type Pair = readonly [one: Bag, other: Bag]

/** `hold` pulls each word back to where it began, so that words that are seldom met stay true to the first vectors. */
export type Course = {
  epochs: number
  batch: number
  temperature: number
  rate: number
  hold: number
  dice: () => number
}

/** Changes `table` (`width` numbers a word) in place. Gives the mean loss of each epoch. */
export function contrast(table: Float32Array, width: number, pairs: readonly Pair[], course: Course): number[] {
  const began = table.slice()
  const seen = new Float32Array(table.length).fill(1e-6)
  return Array.from({ length: course.epochs }, () => {
    const order = shuffled(pairs, course.dice)
    const batches = Math.floor(order.length / course.batch)
    let loss = 0
    for (let at = 0; at < batches; at++) loss += step(order.slice(at * course.batch, (at + 1) * course.batch))
    return loss / batches
  })

  function step(batch: readonly Pair[]): number {
    const left = textsOf(batch.map(([one]) => one))
    const right = textsOf(batch.map(([, other]) => other))
    const { loss, ofLeft, ofRight } = slopesOf(left.units, right.units, width, course.temperature)
    const slopes = new Map<number, Float32Array>()
    for (const [at, [one, other]] of batch.entries()) {
      toWords(slopes, one, left, ofLeft, at)
      toWords(slopes, other, right, ofRight, at)
    }
    for (const [word, slope] of slopes) move(word * width, slope)
    return loss
  }

  /** The sums of the words' vectors, scaled to length 1, one after the other. */
  function textsOf(bags: readonly Bag[]): Texts {
    const units = new Float32Array(bags.length * width)
    const lengths = new Float32Array(bags.length)
    for (const [text, bag] of bags.entries()) {
      const unit = units.subarray(text * width, (text + 1) * width)
      for (const word of bag)
        for (let at = 0; at < width; at++) unit[at] = (unit[at] as number) + (table[word * width + at] as number)
      const length = Math.sqrt(dot(unit, unit)) + 1e-8
      for (let at = 0; at < width; at++) unit[at] = (unit[at] as number) / length
      lengths[text] = length
    }
    return { units, lengths }
  }

  /** The slope of a text goes, through the scaling to length 1, to each of its words. */
  function toWords(
    slopes: Map<number, Float32Array>,
    bag: Bag,
    texts: Texts,
    slopesOfTexts: Float32Array,
    text: number,
  ) {
    const unit = texts.units.subarray(text * width, (text + 1) * width)
    const slopeOfText = slopesOfTexts.subarray(text * width, (text + 1) * width)
    const along = dot(slopeOfText, unit)
    const length = texts.lengths[text] as number
    for (const word of bag) {
      const slope = slopes.get(word) ?? new Float32Array(width)
      slopes.set(word, slope)
      for (let at = 0; at < width; at++)
        slope[at] = (slope[at] as number) + ((slopeOfText[at] as number) - along * (unit[at] as number)) / length
    }
  }

  function move(row: number, slope: Float32Array): void {
    for (let at = 0; at < width; at++) {
      const place = row + at
      const value = table[place] as number
      const steep = (slope[at] as number) + course.hold * (value - (began[place] as number))
      const sum = (seen[place] as number) + steep * steep
      seen[place] = sum
      table[place] = value - (course.rate * steep) / Math.sqrt(sum)
    }
  }
}

type Texts = { units: Float32Array; lengths: Float32Array }

/** What moves each left text and each right one: towards its partner, away from the partners of others. */
function slopesOf(left: Float32Array, right: Float32Array, width: number, temperature: number) {
  const size = left.length / width
  const alike = new Float32Array(size * size)
  const byRow = new Float32Array(size)
  const byColumn = new Float32Array(size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0
      for (let at = 0; at < width; at++)
        sum += (left[row * width + at] as number) * (right[column * width + at] as number)
      const value = Math.exp((sum - 1) / temperature)
      alike[row * size + column] = value
      byRow[row] = (byRow[row] as number) + value
      byColumn[column] = (byColumn[column] as number) + value
    }
  }
  const ofLeft = new Float32Array(left.length)
  const ofRight = new Float32Array(right.length)
  let loss = 0
  for (let row = 0; row < size; row++) {
    loss -= Math.log((alike[row * size + row] as number) / (byRow[row] as number) + 1e-9) / size
    for (let column = 0; column < size; column++) {
      const value = alike[row * size + column] as number
      const share = value / (byRow[row] as number) + value / (byColumn[column] as number)
      const weight = (share / 2 - (row === column ? 1 : 0)) / temperature
      for (let at = 0; at < width; at++) {
        const [l, r] = [row * width + at, column * width + at]
        ofLeft[l] = (ofLeft[l] as number) + weight * (right[r] as number)
        ofRight[r] = (ofRight[r] as number) + weight * (left[l] as number)
      }
    }
  }
  return { loss, ofLeft, ofRight }
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number)
  return sum
}
