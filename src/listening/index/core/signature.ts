import { bitsOfLook, isGuarded, lookMask } from '../agreed/entries'
import * as beginnings from './beginnings'
import * as names from './names'
import { compared } from './texts'

/**
 * 1,024 bits, of which each word of a message has set one, and the stem of each word of three letters another: a word or a
 * beginning whose bit is not set is surely not in it. (What is asked for without accents or in its case has no bit.)
 */
const BYTES: usize = 128
const bits = memory.data(128, 64)

let isMade = false

/** Another message is at hand. */
export function forget(): void {
  isMade = false
}

function make(): void {
  isMade = true
  memory.fill(bits, 0, BYTES)
  const end = names.at(names.to)
  for (let name = names.at(names.from); name < end; name += names.SIZE) {
    const start = names.startAt(name)
    add(names.hashAt(name))
    if (names.endAt(name) - start > 2) add(beginnings.stemOf(compared + (start << 1)))
  }
}

function add(hash: u32): void {
  const at = bits + ((hash >>> 3) & 124)
  store<u32>(at, load<u32>(at) | (1 << (hash & 31)))
}

/** Of the hash of a word, or the stem of a beginning. */
export function has(hash: u32): bool {
  if (!isMade) make()
  return ((load<u32>(bits + ((hash >>> 3) & 124)) >>> (hash & 31)) & 1) !== 0
}

/** Looks are up to three bits in a number: one that must be there where the first number says so, and of the others one. */
const ALL: u32 = (1 << 30) - 1

/** Whether a message looks right: see anchors.ts. */
export function looksRight(first: u32, second: u32): bool {
  if ((first | second) === 0) return true
  let members = first & ALL
  if ((first & isGuarded) !== 0) {
    if (!has(members & lookMask)) return false
    members >>>= bitsOfLook
  }
  if ((members | second) === 0) return true
  for (; members !== 0; members >>>= bitsOfLook) if (has(members & lookMask)) return true
  for (let left = second; left !== 0; left >>>= bitsOfLook) if (has(left & lookMask)) return true
  return false
}
