import { character, emoji, fold, spaced, unaccented } from '../letters.ts'
import { alone, apostrophe, at, between, half, hash, joint, letter, picture, strange } from './agreed/characters.ts'

/**
 * What each UTF-16 unit is to the reading of words, so that a text is read by looking its units up in a table. All of it
 * is asked of letters.ts, the first time a unit is met: the table knows nothing by itself.
 *
 * An entry is a kind (above the lower 16 bits) and, for what stands in words, the unit in the form in which it is compared.
 */
export const characters = new Uint32Array(65_536)

/** The entry of a unit that was not met before. */
export function meet(unit: number): number {
  const kind = kindOf(String.fromCharCode(unit), unit)
  const compared = kind === letter || kind === alone ? fold(String.fromCharCode(unit)).charCodeAt(0) : unit
  const entry = (kind << 16) | compared
  characters[unit] = entry
  return entry
}

function kindOf(written: string, unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit < 0xdc00 ? half : strange
  const normal = written.normalize('NFKC')
  if (normal !== written) return isBetween(normal) ? between : strange
  if (dependent.test(written)) return strange
  const special = specials.get(written)
  if (special !== undefined) return special
  if (onePicture.test(written)) return picture
  if (oneCharacter.test(written)) return fold(written).length === 1 ? alone : strange
  if (oneLetter.test(written)) return fold(written).length === 1 ? letter : strange
  return between
}

/** What a sign is spelled out as, where none of it can be in a word: ！ is !, and … is three dots, which no handle has. */
const isBetween = (normal: string) =>
  [...normal].every((each) => kindOf(each, each.charCodeAt(0)) === between) || /^\.{2,}$/.test(normal)

const specials = new Map([
  ["'", apostrophe],
  ['’', apostrophe],
  ['ʼ', apostrophe],
  ['#', hash],
  ['@', at],
  ['.', joint],
  ['-', joint],
  ['*', joint],
])

/** What joins its neighbours, or can't be seen: marks, conjoining Hangul, half-width voice marks. */
const dependent = /[\p{M}\p{Default_Ignorable_Code_Point}\u1100-\u11ff\uff9e\uff9f]/v
const onePicture = new RegExp(`^${emoji}$`, 'v')
const oneCharacter = new RegExp(`^${character}$`, 'v')
const oneLetter = new RegExp(`^${spaced}$`, 'v')

/** Whether a surrogate pair is an emoji by itself: 🚀, but not half a flag or a skin colour. */
export function isPicture(high: number, low: number): boolean {
  if (low < 0xdc00 || low > 0xdfff) return false
  const at = (high << 10) + low - ((0xd800 << 10) + 0xdc00 - 0x10000)
  if (at < pictures.from || at >= pictures.from + pictures.known.length) return false
  let known = pictures.known[at - pictures.from] as number
  if (known === 0) {
    const written = String.fromCodePoint(at)
    known = onePicture.test(written) && written.normalize('NFKC') === written && !dependent.test(written) ? yes : no
    pictures.known[at - pictures.from] = known
  }
  return known === yes
}

const yes = 1
const no = 2
const pictures = { from: 0x1f000, known: new Uint8Array(0x1000) }

/** A compared unit without its accent; 0 where that takes more than the unit. Learnt as it is met. */
export function withoutAccent(unit: number): number {
  const known = bare[unit] as number
  if (known !== 0) return known - 1
  const without = unaccented(String.fromCharCode(unit))
  const found = without.length === 1 && (unit < 0xd800 || unit > 0xdfff) ? without.charCodeAt(0) : 0
  bare[unit] = found + 1
  return found
}

const bare = new Uint32Array(65_536)
