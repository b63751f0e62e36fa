/** What is noted of a query at a term where it waits. */

/** Whoever meets the term need ask no more: the query holds. */
export const direct = 1
/** It waits nowhere else, and so can't be asked twice. */
export const onlyHere = 2

/** A look is up to three bits of a message's signature in one number, so many each: see anchors.ts and core/signature.ts. */
export const bitsOfLook = 10
export const lookMask = 1_023
/** In a signature a word has the bit that these bits of its hash say, a beginning the one by its stem that many later. */
export const signBits = 511
export const stemsFrom = 512
/** The first of them must be there, and not just one of all. */
export const isGuarded = 1 << 30
