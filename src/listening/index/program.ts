import { type FieldName, fields } from '../fields.ts'
import { near } from './agreed/parts.ts'

/**
 * A query as whole numbers, so that it takes few bytes and is answered without an object being touched. Each part is
 * its head (what it is, and its length in numbers), then what belongs to it:
 *
 *     word       term, its hash
 *     beginning  term, its stem
 *     term       term that is neither
 *     fact       term, number of its field
 *     moment     place in `moments`
 *     phrase     how many words, their terms, the terms of their pairs, the hashes of the words (0: no plain word)
 *     near       distance, then parts
 *     not, all, any   then parts
 */
export * as parts from './agreed/parts.ts'

export const partOf = (head: number): number => head & 15
export const lengthOf = (head: number): number => head >>> 4

export const fieldNames = Object.keys(fields) as FieldName[]

/** The term of a phrase's n-th pair of words. */
export const pairAt = (code: ArrayLike<number>, at: number, n: number): number =>
  code[at + 2 + (code[at + 1] as number) + n] as number

/** The hash of a phrase's n-th word; 0: it is no plain word. */
export const hashAt = (code: ArrayLike<number>, at: number, n: number): number =>
  code[at + 1 + 2 * (code[at + 1] as number) + n] as number

/** How many numbers stand between the head of a part and the parts in it. */
export const bodyAt = (head: number): number => (partOf(head) === near ? 2 : 1)

/** Where the parts of a part begin. */
export function each(code: ArrayLike<number>, at: number): number[] {
  const head = code[at] as number
  const found: number[] = []
  for (let part = at + bodyAt(head); part < at + lengthOf(head); part += lengthOf(code[part] as number))
    found.push(part)
  return found
}
