/** What each character counts as when a text is read for its features: looked up by its code unit, so that reading is quick. */

export const kinds = { space: 0, letter: 1, digit: 2, mark: 3, lone: 4, picture: 5, unseen: 6 } as const

/** The kind of each code unit. `lone` letters are those of scripts without spaces: each is a word. */
export const kindOf = new Uint8Array(65_536)

/** Each code unit as it is compared: lower case, compatibility forms as their plain letters, all digits as 0. */
export const folded = new Uint16Array(65_536)

const letter = /[\p{L}\p{M}_]/u
const digit = /\p{Nd}/u
const lone =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmr}\p{Script=Mymr}]&&[\p{L}\p{Nl}\p{M}]]/v
const picture = /\p{Extended_Pictographic}/u
const unseen = /\p{Default_Ignorable_Code_Point}/u
const space = /[\s\p{Cc}\p{Z}]/u

for (let unit = 0; unit < 65_536; unit++) {
  const text = String.fromCharCode(unit)
  const plain = text.normalize('NFKC').toLowerCase()
  const isDigit = digit.test(text)
  folded[unit] = isDigit ? 48 : plain.length === 1 ? plain.charCodeAt(0) : unit
  kindOf[unit] = kind(text, unit, isDigit)
}

function kind(text: string, unit: number, isDigit: boolean): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return kinds.picture
  if (unseen.test(text)) return kinds.unseen
  if (isDigit) return kinds.digit
  if (lone.test(text)) return kinds.lone
  if (letter.test(text)) return kinds.letter
  if (space.test(text)) return kinds.space
  return picture.test(text) && unit > 0xff ? kinds.picture : kinds.mark
}

/** Mathematical letters and digits, 𝐛𝐨𝐥𝐝 or 𝕥𝕨𝕚𝕔𝕖, as the plain ones that people dress up with them: from `firstFancy` on. */
export const fancy = new Uint16Array(0x400)
export const firstFancy = 0x1d400

for (let place = 0; place < fancy.length; place++) {
  const plain = String.fromCodePoint(firstFancy + place)
    .normalize('NFKC')
    .toLowerCase()
    .charCodeAt(0)
  fancy[place] = plain < 0xd800 ? (folded[plain] as number) : 0
}
