/** Who likes the same, by the words in which their interests were written down. Pure. */
import { isStopWord } from '../../listening/stop-words.ts'
import type { Pair } from './introduction.ts'
import { sharing } from './sharing.ts'

export type Interest = { readonly person: string; readonly text: string }

const SHORTEST = 4

/** "Rows at the harbour club" and "Her boat lies at the harbour": they share `harbour`. */
export const sharedInterests = (interests: readonly Interest[]): Pair[] =>
  sharing(
    interests.flatMap(({ person, text }) =>
      words(text).map((word) => ({ person, key: word, about: word, said: text })),
    ),
    'interest',
  )

const words = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= SHORTEST && !isStopWord(word))
