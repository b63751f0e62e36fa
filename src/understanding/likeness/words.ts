/** The words of a message as likeness reads them: `What's my PIN?` is what, 's, my, pin. */

/** Of a longer message the head is read: who asks says what within its first two thousand characters. */
const longestRead = 2_000

/** In lower case and without marks. Contractions come apart as in the texts that the vectors were learned from: do, n't. */
export function wordsOf(text: string): string[] {
  const head = text
    .slice(0, longestRead)
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(links, ' ')
    .replace(/[’`]/g, "'")
  const words: string[] = []
  for (const [word] of head.matchAll(/[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?/gu)) {
    const not = word.endsWith("n't") ? word.slice(0, -3) : ''
    const mark = word.indexOf("'")
    if (not !== '') words.push(whole[not] ?? not, "n't")
    else if (mark > 0) words.push(word.slice(0, mark), word.slice(mark))
    else words.push(word)
  }
  return words
}

const links = /\b(?:https?:\/\/|www\.)\S+|@[\p{L}\p{N}._-]+/gu
// Zero-width characters and marks of direction: they would make one word look like another.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const whole: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' }
