/** The initials and the tint that stand for somebody whose picture we do not load. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Up to two: "Rosa Marques" is RM, "K. Adeyemi" is KA, "@bread" is B, "山田" is 山; "?" where there is no letter. */
export function initialsOf(name: string): string {
  const words = name
    .split(/[\s._-]+/)
    .map((word) => [...segmenter.segment(word)].find(({ segment }) => /[\p{L}\p{N}]/u.test(segment)))
  const letters = words.filter((letter) => letter !== undefined).map((letter) => letter.segment.toLocaleUpperCase())
  const first = letters[0] ?? '?'
  // Two signs of a script that is written close together would not fit.
  return /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u.test(first) ? first + (letters.at(1) ?? '') : first
}

/** A hue from 0 to 359 that stays the same for the same id. */
export function tintOf(id: string): number {
  let hue = 0
  for (const sign of id) hue = (hue * 31 + (sign.codePointAt(0) ?? 0)) % 360
  return hue
}
