/** What is kept of a term, and which kinds of terms there are. */

/** The columns of a term's row. */
export const row = {
  /** The last message that it was met in, and the last place where; the last message in which it woke its queries. */
  seen: 0,
  last: 1,
  woke: 2,
  /** In how many cased forms it may come; in how many pairs it is the first word, the second. */
  casedForms: 3,
  beginsPairs: 4,
  endsPairs: 5,
  /** Of the terms that may follow it in a pair, one of 32 bits each: most words that follow have none of them. */
  followers: 6,
  /** Of what is looked up it is the hash; of a pair, the hash by which its two words wake it. */
  hash: 7,
  /** The list of queries that wait at it: where it is, how many they are, for how many there is room. */
  list: 8,
  waiting: 9,
  room: 10,
  /** How often they were asked in vain, and how often they may be until they are looked at again (as a power of two). */
  wasted: 11,
  patience: 12,
  /** Where its units are; how many, and its kind. */
  start: 13,
  shape: 14,
} as const
export const rowSize = 16
/** 2 ^ 12 askings in vain pay for looking at some queries of a term again. */
export const leastPatience = 12

/** The kinds of terms: a word or the beginning of one (letter case doesn't matter, or nor do accents, or case as written), a pair, a fact. */
export const folded = 0
export const prefix = 1
export const bare = 2
export const barePrefix = 3
export const cased = 4
export const pair = 5
export const fact = 6
export const kinds = 7
