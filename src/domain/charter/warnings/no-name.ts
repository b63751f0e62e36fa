/** Our first word to somebody bears no name, neither theirs nor ours: it could be to anybody, from anybody. */
import type { Check } from './warning.ts'
import { wordsOf } from './words.ts'

export const noName: Check = ({ text, asked, firstWord, theirNames, ourNames }) => {
  if (asked === null || !firstWord || theirNames.every((name) => name.trim() === '')) return []
  if (signed.test(text.trim())) return []
  const said = new Set(wordsOf(text))
  const named = [...theirNames, ...ourNames].some((name) =>
    wordsOf(name).some((part) => isName(part) && said.has(part)),
  )
  return named ? [] : [{ found: '', about: '' }]
}

/** "– Kit", "^KM", "/Kit", "Yours, Kit", "dein Kit" at the end. */
const signed = /(?:[-–—~^*/|]\s?\p{Lu}[\p{L}.]{0,15}|(?:^|[,.!?\n])\s*\p{Lu}\p{Ll}{1,15})\s*$/u

/** Of a handle, "app" or "com" name nobody. */
const isName = (part: string) =>
  part.length > 1 && !['com', 'org', 'net', 'app', 'bsky', 'social', 'the', 'example'].includes(part)
