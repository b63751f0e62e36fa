import { bitsOfLook, isGuarded, lookMask, signBits, stemsFrom } from '../agreed/entries'
import * as beginnings from './beginnings'
import { give, take } from './memory'
import * as names from './names'
import { compared } from './texts'

/**
 * Of each of the messages at hand 1,024 bits. Of the first half each of its words has set one, of the other the stem of each
 * word of three letters: a word or a beginning whose bit is not set is surely not in it. (What is asked for without accents
 * or in its case has no bit.) A half is made when it is first asked for.
 */
const HALF: usize = 64
/** Which halves are made is noted behind them. */
const MADE: usize = 128
const WORDS: u32 = 1
const STEMS: u32 = 2
const SIZE: usize = 144

let all: usize = take(64 * SIZE)
let room: usize = 64
/** Of the message at hand. */
let bits: usize = all

/** So many messages come. */
export function begin(messages: usize): void {
  if (messages > room) {
    give(all, room * SIZE)
    room = messages * 2
    all = take(room * SIZE)
  }
  for (let at: usize = 0; at < messages; at++) store<u32>(all + at * SIZE, 0, MADE)
}

/** Another message is at hand. */
export function turnTo(message: usize): void {
  bits = all + message * SIZE
}

function isMade(half: u32): bool {
  return (load<u32>(bits, MADE) & half) !== 0
}

/** An empty half, which is then filled. */
function beginHalf(half: u32, from: usize): void {
  for (let at: usize = 0; at < HALF; at += 16) v128.store(bits + from + at, i64x2.splat(0))
  store<u32>(bits, load<u32>(bits, MADE) | half, MADE)
}

function makeWords(): void {
  beginHalf(WORDS, 0)
  const end = names.at(names.to)
  for (let name = names.at(names.from); name < end; name += names.SIZE) add(names.hashAt(name) & signBits)
}

function makeStems(): void {
  beginHalf(STEMS, HALF)
  const end = names.at(names.to)
  for (let name = names.at(names.from); name < end; name += names.SIZE) {
    const start = names.startAt(name)
    if (names.endAt(name) - start < 3) continue
    add(stemsFrom | (beginnings.stemOf(compared + (start << 1)) & signBits))
  }
}

function add(bit: u32): void {
  const at = bits + ((bit >>> 5) << 2)
  store<u32>(at, load<u32>(at) | (1 << (bit & 31)))
}

/** Of the hash of a word. */
export function hasWord(hash: u32): bool {
  if (!isMade(WORDS)) makeWords()
  return isSet(hash & signBits)
}

/** Of the stem of a beginning. */
export function hasStem(stem: u32): bool {
  if (!isMade(STEMS)) makeStems()
  return isSet(stemsFrom | (stem & signBits))
}

function has(bit: u32): bool {
  return bit < <u32>stemsFrom ? hasWord(bit) : hasStem(bit)
}

function isSet(bit: u32): bool {
  return ((load<u32>(bits + ((bit >>> 5) << 2)) >>> (bit & 31)) & 1) !== 0
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
