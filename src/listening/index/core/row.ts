/**
 * A term's row, one line of memory: all that is read of it while most messages are read. Bytes from its beginning.
 */
export const ROW: u32 = 64

/** The last message in which it woke its queries. */
export const WOKE: u32 = 0
/** Its hash; of a pair, the hash by which its two words wake it. */
export const HASHED: u32 = 4
/** How many units it has (16 bits), its kind (3), whether some term is a cased form of it, its patience (5). */
export const SHAPE: u32 = 8
/** The next term of the same bucket. */
export const NEXT: u32 = 12
/** How many queries wait at it; the entry of the first, and where those of the others are. */
export const WAITING: u32 = 16
export const FIRST: u32 = 20
export const OTHERS: u32 = 36
/** How often its queries were asked in vain. They are looked at again at 2 ^ patience. */
export const WASTED: u32 = 40
/** Its units, where they are few; else where they are. */
export const UNITS: u32 = 44
export const FEW: u32 = 10

export const KIND_AT: u32 = 16
export const LENGTH: u32 = 0xffff
export const SPELLING: u32 = 0x7ffff
export const HAS_CASED: u32 = 1 << 24
export const PATIENCE_AT: u32 = 25

/** What is seldom read of it stands elsewhere. */
export const COLD: u32 = 32
/** How many queries use it; 0: its number is free. */
export const USES: u32 = 0
/** In how many of the counted messages it was met; how many had been counted when it was new; how common it looked then. */
export const MET: u32 = 4
export const BORN: u32 = 8
export const GUESS: u32 = 12
/** In how many cased forms it comes. */
export const CASED_FORMS: u32 = 16
/** The last message that it was met in, and the last place where. */
export const SEEN: u32 = 20
export const LAST: u32 = 24
/** Of the terms that may follow it in a pair, one of 32 bits each: most words that follow have none of them. */
export const FOLLOWERS: u32 = 28
