import { asWritten, character, emoji, fold, foldEmoji, handle, normal, spaced, tag, word } from './letters.ts'

/**
 * One word of a text: where it stands, and the names it answers to, the most telling first.
 * `cake` answers to cake, `#cake` to #cake and cake, `@rosa.example.com` to itself and @rosa.
 */
export type Token = {
  /** Its names as they are compared; the same, in the same order, with their case as written. */
  names: readonly string[]
  cased: readonly string[]
  /** Where it is in the text as written, in UTF-16 units; the first word of a hashtag spans all of it. */
  from: number
  to: number
  /** A further word of a hashtag, whose first word answered to the whole. */
  inTag: boolean
}

/**
 * The words of a text, in order. Scripts without spaces are read one character a word, and a hashtag as its words,
 * the first of which also answers to the hashtag. Linear in the text, whatever the text.
 */
export function tokens(text: string): Token[] {
  const { text: written, from, to } = normal(text)
  const found: Token[] = []
  const add = (start: number, end: number, names: string[], cased: string[], inTag = false) =>
    found.push({ names, cased, from: from(start), to: to(end - 1), inTag })
  const addWord = (start: number, end: number, names: string[], inTag = false) =>
    add(start, end, names.map(fold), names.map(asWritten), inTag)

  for (const { 0: piece, index, groups } of written.matchAll(anything)) {
    const end = index + piece.length
    if (groups?.emoji !== undefined) add(index, end, [foldEmoji(piece)], [piece])
    else if (groups?.handle !== undefined) addWord(index, end, handleNames(piece))
    else if (groups?.tag !== undefined) {
      for (const { 0: part, index: at } of piece.matchAll(words)) {
        const start = index + at
        if (at === 1) addWord(index, end, [piece, part])
        else addWord(start, start + part.length, [part], true)
      }
    } else addWord(index, end, [piece])
  }
  return found
}

/** A handle by all its names: with its domain and without. `@rosa.example.com` is also @rosa. */
export function handleNames(handle: string): string[] {
  const local = handle.slice(0, beyond(handle.indexOf('@', 1), handle))
  const first = local.slice(0, beyond(local.indexOf('.'), local))
  return [...new Set([handle, local, first])]
}

const beyond = (index: number, text: string) => (index === -1 ? text.length : index)

/** `#` and `@` inside a word (C#, kit@example.com) begin nothing; after 東京 they do, since no space is expected there. */
const notInWord = `(?<!${spaced})`
const anything = new RegExp(
  `(?<emoji>${emoji})|${notInWord}(?<tag>#${tag})|${notInWord}(?<handle>@${handle})|${character}|${word}`,
  'gv',
)
const words = new RegExp(`${character}|${word}`, 'gv')
