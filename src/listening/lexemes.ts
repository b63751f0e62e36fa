import { unaccented } from './letters.ts'
import type { Post } from './post.ts'
import { read } from './reading.ts'

/**
 * The words of a message as the text form of a PostgreSQL `tsvector`: `'#cake':3 'cake':3 '@rosa':1`.
 * It is made from the words that listening reads, so a search and a listener find the same; cast it with `::tsvector`,
 * never `to_tsvector`, which would read the text in its own way. What narrow() asks for is answered from it.
 *
 * The limits are PostgreSQL's (documentation, "Text Search: Limitations"). Where a message goes beyond them it also gets
 * the lexeme `overflowing`, by which narrow() lets it through to be read plainly.
 */
export function lexemes(post: Post): string {
  const places = new Map<string, number[]>()
  let bytes = 0
  let fits = true
  let part = null
  let place = 0
  for (const word of read(post).words) {
    // One place is left free between two parts, so that no phrase runs from one into the next.
    place += word.part === part ? 1 : 2
    part = word.part
    if (place > farthestPlace) fits = false
    for (const lexeme of lexemesOf(word.names)) {
      const known = places.get(lexeme) ?? []
      if (known.length === 0) bytes += lexeme.length * 3 + 8
      if (known.length < mostPlaces) known.push(Math.min(place, farthestPlace))
      else fits = false
      bytes += 2
      if (bytes > mostBytes) return written(places, false)
      places.set(lexeme, known)
    }
  }
  return written(places, fits)
}

/** In a message with this lexeme, a word may stand where the vector doesn't say. No word is spelled so. */
export const overflowing = '…'

/** A word without its accents, where it has some: `~cafe` finds it. No word begins with ~. */
export const withoutAccents = (name: string): string => `~${unaccented(name)}`

/** The same lexeme for the same word, cut where PostgreSQL's limit of 2 KB might not hold it: 500 UTF-16 units are at most 1.5 KB. */
export const lexeme = (name: string): string => name.slice(0, 500).toWellFormed()

/** In quotes, as `tsvector` and `tsquery` both read it. */
export const quoted = (lexeme: string): string => `'${lexeme.replaceAll(/['\\]/g, '$&$&')}'`

const farthestPlace = 16_383
const mostPlaces = 255
/** Below PostgreSQL's 1 MB, which is of UTF-8 (at most 3 bytes a UTF-16 unit), positions (2 bytes each) and their alignment. */
const mostBytes = 900_000

function lexemesOf(names: readonly string[]): string[] {
  const bare = names.filter((name) => unaccented(name) !== name).map(withoutAccents)
  return [...names, ...bare].map(lexeme)
}

function written(places: ReadonlyMap<string, readonly number[]>, fits: boolean): string {
  const all = [...places].map(([lexeme, at]) => `${quoted(lexeme)}:${at.join(',')}`)
  return (fits ? all : [...all, quoted(overflowing)]).join(' ')
}
