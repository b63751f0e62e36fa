import { character, unaccented } from './letters.ts'
import type { Compare, Near, Term, Word } from './query.ts'
import { type Token, tokens } from './tokens.ts'

/** The words of a text to look for. A hashtag and a handle stand for themselves, not for the words in them. */
export function wordsOf(text: string, compare: Compare): Word[] {
  return tokens(text)
    .filter(({ inTag }) => !inTag)
    .map((token) => ({ is: 'word', text: inForm(token, compare), compare, prefix: isPrefix(token, text, compare) }))
}

/** Two words or more are a phrase. */
export function asTerm(words: readonly Word[]): Term {
  const [only, ...others] = words
  return only && others.length === 0 ? only : { is: 'phrase', words }
}

/** What is between spaces stays together: `"東京 e-mail"~5` is two phrases near each other. One term is near itself. */
export function asNear(text: string, compare: Compare, within: number): Near | Term {
  const written = text.split(/\s+/).map((part) => wordsOf(part, compare))
  const [only, ...others] = written.filter((words) => words.length > 0).map(asTerm)
  return only && others.length === 0 ? only : { is: 'near', terms: only ? [only, ...others] : [], within }
}

/** Whether a word is one character of a script without spaces, for which a * after it changes nothing. */
export const isCharacter = ({ text }: Word): boolean => onlyCharacter.test(text)

function inForm({ names: [folded = ''], cased: [cased = ''] }: Token, compare: Compare): string {
  switch (compare) {
    case 'folded':
      return folded
    case 'cased':
      return cased
    case 'unaccented':
      return unaccented(folded)
  }
}

/** A * makes a prefix after three letters, at the end of a word. `{Apple*}` is as written: text. */
function isPrefix({ names: [folded = ''], to }: Token, text: string, compare: Compare): boolean {
  return compare !== 'cased' && starAtEnd.test(text.slice(to, to + 3)) && threeLetters.test(folded)
}

const starAtEnd = /^\*(?![\p{L}\p{M}\p{N}_])/u
const threeLetters = new RegExp(`^[#@]?(?:(?!${character})[\\p{L}\\p{M}\\p{N}_'.\\-]){3}`, 'v')
const onlyCharacter = new RegExp(`^${character}$`, 'v')
