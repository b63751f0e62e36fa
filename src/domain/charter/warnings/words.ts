/** A text as the warnings read it: its words without their signs, and phrases found among them. */

/** Lower case; what joins letters inside a word (don’t, straight or curly) goes. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** The first of the phrases in the text, word for word; null: none. Phrases are written as `wordsOf` reads them. */
export function phraseIn(text: string, phrases: readonly string[]): string | null {
  const line = ` ${wordsOf(text).join(' ')} `
  return phrases.find((phrase) => line.includes(` ${phrase} `)) ?? null
}

export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?…])\s+|\n+/).filter((it) => it.trim() !== '')
