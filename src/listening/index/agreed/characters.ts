/** What a UTF-16 unit can be to the reading of words: see characters.ts, which says of each which it is. */

/** Not met yet. */
export const unmet = 0
/** Between words, whatever stands beside it: a text can be cut before it. */
export const between = 1
/** In a word of a script with spaces. */
export const letter = 2
/** A word by itself. */
export const alone = 3
/** `'`, `#`, `@`, and what else stands in a word, a hashtag, a handle or a keycap only where its neighbours let it. */
export const apostrophe = 4
export const hash = 5
export const at = 6
export const joint = 7
/** An emoji by itself, unless something joins it. */
export const picture = 8
/** The first half of a surrogate pair. */
export const half = 9
/** Anything whose reading depends on more than itself: marks, joiners, ligatures. The plain reading reads it. */
export const strange = 10
