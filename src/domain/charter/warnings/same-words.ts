/** The same words as in another room lately: of every four in a row, most were said there. */
import type { Check } from './warning.ts'
import { wordsOf } from './words.ts'

const fewest = 8
const inARow = 4
const share = 0.6

export const sameWords: Check = ({ text, elsewhere }) => {
  const words = wordsOf(text)
  if (words.length < fewest) return []
  const ours = rowsOf(words)
  const other = elsewhere.find((it) => {
    const theirs = new Set(rowsOf(wordsOf(it.text)))
    return ours.filter((row) => theirs.has(row)).length >= share * ours.length
  })
  return other ? [{ found: other.room, about: words.slice(0, fewest).join(' ') }] : []
}

const rowsOf = (words: readonly string[]): string[] =>
  words.slice(0, 1 - inARow).map((_, at) => words.slice(at, at + inARow).join(' '))
