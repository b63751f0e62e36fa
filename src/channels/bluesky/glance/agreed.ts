/**
 * Where the core notes what it found in a frame, in numbers of 32 bits: the core and the program around it read it from
 * here. A stretch of the frame is one number: where it begins in the upper 16 bits, where it ends in the lower; 0: none.
 */

/** The microseconds of the event, a number of 64 bits. */
export const position = 0
export const rkey = 2
export const record = 3
export const text = 4
/** Whether something in the words is escaped, and must be read by JSON.parse. */
export const isEscaped = 5
/** What it replies to. */
export const parent = 6
/** 32 bits: the last letter of each DID that stands in it has set one. */
export const dids = 7
/** How many fields stand beside the words (its facets, its embed, its tags), and their stretches, keys and all. */
export const besides = 8
export const beside = 9
export const mostBesides = 3
/** How many hashtags and accounts they name, and of each what it is and its stretch; -1: JSON.parse must say. */
export const names = 12
export const name = 13
export const mostNames = 32
export const size = name + mostNames * 2

export const hashtag = 0
export const mention = 1

/** A frame of more bytes is read in full. */
export const longest = 65_535
