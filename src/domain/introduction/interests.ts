/** Who likes the same, by the words in which their interests were written down. Pure. */
import { isStopWord } from '../../listening/stop-words.ts'
import type { Pair } from './introduction.ts'

export type Interest = { readonly person: string; readonly text: string }

/** "Rows at the harbour club" and "Her boat lies at the harbour": they share `harbour`. A word that more than five have binds nobody. */
const MOST_SHARING = 5
const SHORTEST = 4

/** Every two who share a telling word, once. */
export function sharedInterests(interests: readonly Interest[]): Pair[] {
  const byWord = new Map<string, Set<string>>()
  for (const { person, text } of interests)
    for (const word of words(text)) byWord.set(word, (byWord.get(word) ?? new Set()).add(person))
  const pairs = new Map<string, Pair>()
  for (const [word, people] of byWord) {
    if (people.size > MOST_SHARING) continue
    const all = [...people].sort()
    for (const [n, one] of all.entries())
      for (const other of all.slice(n + 1)) {
        const key = `${one} ${other}`
        const longer = word.length > (pairs.get(key)?.about.length ?? 0)
        if (longer) pairs.set(key, { one, other, why: 'interest', about: word })
      }
  }
  return [...pairs.values()]
}

const words = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => word.length >= SHORTEST && !isStopWord(word))
