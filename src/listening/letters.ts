/**
 * Which characters make words, and when two ways of writing a word are one: NFKC, then case folded.
 *
 * Folding is `toLowerCase(toUpperCase(x))`, which is Unicode's full case folding in all but a few letters: ß is ss, ς is σ.
 * It goes one step further: the four Turkish i's are one letter, since KIZILAY and Kızılay, or İstanbul and ISTANBUL, differ by case alone.
 * What can't be seen (soft hyphens, joiners, direction marks) is not compared, as in Unicode's NFKC_Casefold.
 */

/** Neither seen nor compared: soft hyphen, zero-width joiners and spaces, direction marks, variation selectors. */
const unseen = String.raw`\p{Default_Ignorable_Code_Point}`

/** Ukrainian and Breton write ʼ, which Unicode calls a letter; here it is an apostrophe like the others. */
const apostrophe = `['’ʼ]`

/** What words are made of. */
export const letter = String.raw`[[\p{L}\p{M}\p{Nd}\p{Nl}_]--[ʼ${unseen}]]`

/** Letters of the scripts that put no spaces between words: each one is read as a word of its own. */
const unspaced = String.raw`[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmr}\p{Script=Mymr}]&&[\p{L}\p{Nl}]]`

/** Letters of all other scripts. */
export const spaced = `[${letter}--${unspaced}]`

/** One character of a script without spaces, with the marks that stand on it. */
export const character = String.raw`${unspaced}[\p{M}--${unseen}]*`

/** A word of a script with spaces: `don't` is one, `e-mail` is two. */
export const word = `${spaced}+(?:(?:${apostrophe}|${unseen}+)${spaced}+)*`

/** The body of a hashtag: letters of any script. */
export const tag = `${letter}+(?:${unseen}+${letter}+)*`

/** The body of a handle: `rosa`, `rosa.example.com`, `rosa@example.social`. It ends where さん begins in `@rosaさん`. */
export const handle = `${spaced}+(?:[.\\-]${spaced}+)*(?:@${spaced}+(?:[.\\-]${spaced}+)*)?`

/** An emoji, a flag or a keycap. Not © and ®: `acme rocket` stays a phrase in "Acme® rocket". */
export const emoji = (() => {
  const picture = String.raw`[\p{Extended_Pictographic}--[©®]][\u{FE0E}\u{FE0F}\p{Emoji_Modifier}]*[\u{E0020}-\u{E007F}]*`
  return String.raw`(?:\p{RI}\p{RI}|[0-9#*]\u{FE0F}?\u{20E3}|${picture}(?:\u{200D}${picture})*)`
})()

const allUnseen = new RegExp(unseen, 'gv')
const onlyAscii = /^[\0-\x7f]*$/

/** The form in which words are compared. Takes NFKC and gives NFKC; folding twice is folding once. */
export function fold(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase()
  const lower = text
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('ß', 'ss') // what the capital ẞ leaves
    .replaceAll('i\u0307', 'i')
  return normal(asWritten(lower)).text
}

/** A word with its case kept: only its apostrophes are made one, and what can't be seen is gone. */
export const asWritten = (text: string): string =>
  onlyAscii.test(text) ? text : text.replaceAll(/[’ʼ]/g, "'").replaceAll(allUnseen, '')

/** The form in which emoji are compared: 👍🏽 is 👍, and ❤ is one however it is drawn. */
export const foldEmoji = (text: string): string => text.replaceAll(/[\u{FE0E}\u{FE0F}\p{Emoji_Modifier}]/gv, '')

const barred: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ŧ: 't' }

/**
 * A folded word without its accents: café is cafe, łódź is lodz.
 * Vowel signs are letters to those who write them (Hindi, Thai) and stay.
 */
export function unaccented(folded: string): string {
  if (onlyAscii.test(folded)) return folded
  const bare = normal(folded, 'NFD').text.replaceAll(/[\p{M}&&\p{Diacritic}]/gv, '')
  return normal(bare).text.replaceAll(/[øłđħŧ]/g, (letter) => barred[letter] ?? letter)
}

/** A text in a normal form, and where each of its UTF-16 units came from in the text as written. */
export type Normal = { text: string; from(unit: number): number; to(unit: number): number }

/**
 * Unicode normalisation that stays linear and remembers where things were.
 * The engine sorts the marks on one letter by insertion: 100,000 of them take it seven seconds. So a letter is
 * normalised with its first 30 marks, as Unicode's Stream-Safe Text Format has it, and the rest apart.
 */
export function normal(text: string, form: 'NFKC' | 'NFD' = 'NFKC'): Normal {
  if (onlyAscii.test(text) || (!tooManyMarks.test(text) && text.normalize(form) === text)) {
    return { text, from: (unit) => unit, to: (unit) => unit + 1 }
  }
  let out = ''
  const from: number[] = []
  const to: number[] = []
  for (const { 0: chunk, index } of text.matchAll(chunks)) {
    const changed = legal.test(chunk) ? ' ' : chunk.normalize(form)
    const same = changed === chunk
    for (let unit = 0; unit < changed.length; unit++) {
      from.push(same ? index + unit : index)
      to.push(same ? index + unit + 1 : index + chunk.length)
    }
    out += changed
  }
  return { text: out, from: (unit) => from[unit] ?? text.length, to: (unit) => to[unit] ?? text.length }
}

/** NFKC would spell them out, and Acme™ would be the word "acmetm". */
const legal = /^[™℠]/

/** What normalisation joins to the letter before it: marks, and the half-width voice marks of kana. */
const joining = String.raw`[\p{M}\uff9e\uff9f]`
const tooManyMarks = new RegExp(`${joining}{31}`, 'u')

/** Pieces that can be normalised apart: a run of Hangul (or Kirat Rai), whose letters join, or one character; each with up to 30 marks. */
const chunks = new RegExp(
  String.raw`(?:[\u1100-\u11ff\u3131-\u318e\uac00-\ud7ff\uffa0-\uffdc\u{16d63}-\u{16d6a}]+|[\s\S])${joining}{0,30}`,
  'gu',
)
