/** What is noted of a query at a term where it waits. */

/** Whoever meets the term need ask no more: the query holds. */
export const direct = 1
/** It waits nowhere else, and so can't be asked twice. */
export const onlyHere = 2

/** A look is up to three bits of a message's signature in one number, so many each: see anchors.ts and core/signature.ts. */
export const bitsOfLook = 10
export const lookMask = 1_023
/** The first of them must be there, and not just one of all. */
export const isGuarded = 1 << 30
