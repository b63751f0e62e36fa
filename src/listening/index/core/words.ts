import { readPlainly } from './around'
import {
  ALONE,
  APOSTROPHE,
  AT,
  BETWEEN,
  entryOf,
  HALF,
  HASH,
  isPicture,
  JOINT,
  kindOf,
  LETTER,
  PICTURE,
} from './characters'
import { hashOf } from './hash'
import { give, take } from './memory'
import * as names from './names'

/**
 * The words of messages, read without a string made: what tokens.ts says of the same text, as numbers. First it is told of
 * each unit whether it is in a word, sixteen at a time where they are ASCII; then words are what lies between. Wherever a
 * unit's reading depends on more than itself, the stretch around it is read by tokens.ts.
 */

/** The message as it came, and in the form in which words are compared, in units. Behind each lies what may be read too far. */
export let written: usize = 0
export let compared: usize = 0
let room: usize = 0
/** Sets of bits, 64 units each: what is in a word, and what else is no mere gap. */
let masks: usize = 0

let end: usize = 0
let position: i32 = 0
/** The names before this number were read plainly, or stand before one that was. */
let settled: usize = 0
/** Where the part at hand begins. */
let base: usize = 0
let blocks: usize = 0

const USUAL: usize = 1 << 12
const MOST: usize = 1 << 17
/** So many units behind the last may be read or written. */
const BEYOND: usize = 80

/** Names that are kept behind the last part must not stand where its last sixteen units are told. */
const BEHIND: usize = 16

/** More than the farthest distance that a query can ask for. */
const APART: i32 = 1_100

makeRoom(USUAL)

/** Of each message in how many parts it comes, and how many units each of these has. */
let lengths: usize = take(256 << 2)
let lengthsRoom: usize = 256

/** Where the next messages are to be written: part after part, behind each two units that are free. */
export function begin(): usize {
  names.clear()
  position = 0
  part = 0
  from = 0
  if (room > MOST) {
    giveBack(room, written, compared, masks)
    makeRoom(USUAL)
  }
  return written
}

/** The same where so many units are needed. What was written stays. */
export function beginMore(units: usize): usize {
  if (units + BEHIND > room) growUnits(units + BEHIND)
  return written
}

/** For how many units there is room. */
export function roomForUnits(): usize {
  return room - BEHIND
}

/** Where in how many parts each message comes, and their lengths, are to be written: of so many numbers in all. */
export function lengthsFor(count: usize): usize {
  if (count > lengthsRoom) {
    const larger = take(count << 3)
    memory.copy(larger, lengths, lengthsRoom << 2)
    give(lengths, lengthsRoom << 2)
    lengths = larger
    lengthsRoom = count * 2
  }
  return lengths
}

/** All is written: so many units. */
export function close(units: usize): void {
  end = units + BEHIND
}

/** Where reading has got to: at which of the lengths, and at which unit. */
let part: usize = 0
let from: usize = 0

/** Reads the next message. Between two parts so many positions are left free that no distance reaches across. */
export function readNext(): void {
  for (let left = load<u32>(lengths + (part++ << 2)); left > 0; left--) {
    const units: usize = load<u32>(lengths + (part++ << 2))
    // Signs between words: whoever looks ahead finds an end.
    store<u32>(written + ((from + units) << 1), 0x200020)
    settled = names.count
    tell(from, units)
    readWords(from, from + units)
    position += APART
    from += units + 2
  }
}

/** Tells of each unit what it is. */
function tell(from: usize, units: usize): void {
  base = from
  blocks = (units + 63) >>> 6
  for (let block: usize = 0; block < blocks; block++) {
    let letters: u64 = 0
    let signs: u64 = 0
    for (let part: usize = 0; part < 4; part++) {
      const at = (block << 6) + (part << 4)
      if (at >= units) break
      const place = (from + at) << 1
      const low = v128.load(written + place)
      const high = v128.load(written + place, 16)
      const all = i8x16.narrow_i16x8_u(low, high)
      const folded = v128.or(all, i8x16.splat(32))
      const isLetter = i8x16.lt_u(i8x16.sub(folded, i8x16.splat(97)), i8x16.splat(26))
      const isDigit = i8x16.lt_u(i8x16.sub(all, i8x16.splat(48)), i8x16.splat(10))
      const inWord = v128.or(v128.or(isLetter, isDigit), i8x16.eq(all, i8x16.splat(95)))
      const form = v128.or(all, v128.and(isLetter, i8x16.splat(32)))
      v128.store(compared + place, i16x8.extend_low_i8x16_u(form))
      v128.store(compared + place, i16x8.extend_high_i8x16_u(form), 16)
      letters |= (<u64>i8x16.bitmask(inWord)) << (part << 4)
      const isSign = v128.or(i8x16.eq(all, i8x16.splat(35)), i8x16.eq(all, i8x16.splat(64)))
      signs |= (<u64>i8x16.bitmask(isSign)) << (part << 4)
      const beyond = i8x16.bitmask(i8x16.narrow_i16x8_s(isBeyondAscii(low), isBeyondAscii(high)))
      if (beyond !== 0) {
        tellEach(from + at, beyond)
        letters = (letters & ~((<u64>beyond) << (part << 4))) | ((<u64>toldLetters) << (part << 4))
        signs = (signs & ~((<u64>beyond) << (part << 4))) | ((<u64>toldSigns) << (part << 4))
      }
    }
    // Sixteen at a time, some of the next part are told too.
    const its: u64 = block + 1 === blocks && (units & 63) !== 0 ? ((<u64>1) << (units & 63)) - 1 : -1
    store<u64>(masks + (block << 4), letters & its)
    store<u64>(masks + (block << 4), signs & its, 8)
  }
  // Whoever looks for the next of anything finds it here at last.
  store<u64>(masks + (blocks << 4), 0)
  store<u64>(masks + (blocks << 4), -1, 8)
}

let toldLetters: u32 = 0
let toldSigns: u32 = 0

function isBeyondAscii(units: v128): v128 {
  return i16x8.gt_u(units, i16x8.splat(127))
}

/** Tells of the units that are no ASCII, of sixteen. */
function tellEach(from: usize, which: u32): void {
  let letters: u32 = 0
  let signs: u32 = 0
  for (let left = which; left !== 0; left &= left - 1) {
    const i: u32 = ctz(left)
    const place = (from + i) << 1
    const entry = entryOf(load<u16>(written + place))
    store<u16>(compared + place, <u16>entry)
    const kind = entry >>> 16
    letters |= u32(kind === LETTER) << i
    signs |= u32(kind !== LETTER && kind !== BETWEEN && kind !== JOINT && kind !== APOSTROPHE) << i
  }
  toldLetters = letters
  toldSigns = signs
}

/**
 * Goes from one beginning of a word, or sign, to the next. In 64 units, words begin where a letter follows none, and end
 * where none follows a letter: the first of the ends that are left belongs to the first of the beginnings.
 */
function readWords(from: usize, to: usize): void {
  let i = from
  while (i < to) {
    const block = (i - base) >>> 6
    const first = base + (block << 6)
    const letters = load<u64>(masks + (block << 4))
    const signs = load<u64>(masks + (block << 4), 8)
    const before = block > 0 ? load<u64>(masks + ((block - 1) << 4)) >>> 63 : 0
    const shifted = (letters << 1) | before
    const later: u64 = -1 << ((i - base) & 63)
    let begins = ((letters & ~shifted) | signs) & later
    let ends = ~letters & shifted & (later << 1)
    i = first + 64
    while (begins !== 0) {
      const bit = <usize>ctz(begins)
      const start = first + bit
      begins &= begins - 1
      let next: usize
      if (((letters >>> bit) & 1) !== 0) {
        if (ends !== 0) {
          next = first + <usize>ctz(ends)
          ends &= ends - 1
        } else next = wordEnd(first + 64)
        if (isApostrophe(unitAt(next)) && isLetterAt(next + 1)) next = wordWithApostrophes(next)
        else {
          names.add(start, next, hashOf(compared + (start << 1), next - start), position++)
          if (next < first + 64) continue
          i = next
          break
        }
        names.add(start, next, hashOf(compared + (start << 1), next - start), position++)
      } else {
        next = sign(start, from)
        if (next === 0) next = readStrange(start, from, to)
      }
      if (next >= first + 64) {
        i = next
        break
      }
      const left: u64 = -1 << (next - first)
      begins &= left
      ends &= left << 1
    }
  }
}

/** A word goes on behind an apostrophe where a letter follows. Gives where it ends. */
function wordWithApostrophes(apostrophe: usize): usize {
  let ends = apostrophe
  do {
    store<u16>(compared + (ends << 1), 39)
    ends = wordEnd(ends + 1)
  } while (isApostrophe(unitAt(ends)) && isLetterAt(ends + 1))
  return ends
}

/** The first unit from `i` on that is no letter. */
function wordEnd(i: usize): usize {
  let block = (i - base) >>> 6
  let bits = ~load<u64>(masks + (block << 4)) & ((<u64>-1) << ((i - base) & 63))
  while (bits === 0) bits = ~load<u64>(masks + (++block << 4))
  return base + (block << 6) + <usize>ctz(bits)
}

function unitAt(i: usize): u32 {
  return load<u16>(written + (i << 1))
}

function isApostrophe(unit: u32): bool {
  return unit === 39 || (unit > 127 && kindOf(unit) === APOSTROPHE)
}

function isLetterAt(i: usize): bool {
  return ((load<u64>(masks + (((i - base) >>> 6) << 4)) >>> ((i - base) & 63)) & 1) !== 0
}

/** What is neither in a word nor between words; gives where it ends, and 0 where it can't be read by itself. */
function sign(i: usize, from: usize): usize {
  const unit = unitAt(i)
  const next = unitAt(i + 1)
  const entry = entryOf(unit)
  const afterLetter = i > from && isLetterAt(i - 1)
  switch (entry >>> 16) {
    case ALONE:
      names.add(i, i + 1, hashOf(compared + (i << 1), 1), position++)
      return i + 1
    case HASH:
      return !afterLetter && isInTag(next) ? tag(i) : i + 1
    case AT:
      return !afterLetter && isLetterAt(i + 1) ? handle(i) : i + 1
    case PICTURE:
      return picture(i, i + 1)
    case HALF:
      return isPicture(unit, next) ? picture(i, i + 2) : 0
    default:
      return 0
  }
}

function isInTag(unit: u32): bool {
  const kind = kindOf(unit)
  return kind === LETTER || kind === ALONE
}

/** A hashtag from its # on: its first word answers to the whole too. */
function tag(start: usize): usize {
  const whole = names.add(start, start, 0, position)
  let i = start + 1
  while (isInTag(unitAt(i))) {
    const from = i
    i = isLetterAt(i) ? wordEnd(i) : i + 1
    names.add(from, i, hashOf(compared + (from << 1), i - from), position++)
  }
  names.finish(whole, i, hashOf(compared + (start << 1), i - start))
  return i
}

/** A handle from its @ on: `@rosa@example.social` is also @rosa, and so is `@rosa.example.com`. */
function handle(start: usize): usize {
  const at = position++
  let i = start + 1
  let server = false
  let named = false
  for (;;) {
    i = wordEnd(i)
    const unit = unitAt(i)
    const goesOn = unit === 46 || unit === 45 || (unit === 64 && !server)
    if (!goesOn || !isLetterAt(i + 1)) break
    if (unit === 64) {
      // `@a.b@c`: also @a.b, and by then @a is named.
      addFrom(start, i, at)
      server = true
      named = true
    } else if (unit === 46 && !named) {
      addFrom(start, i, at)
      named = true
    }
    i++
  }
  addFrom(start, i, at)
  return i
}

function addFrom(start: usize, ends: usize, at: i32): void {
  names.add(start, ends, hashOf(compared + (start << 1), ends - start), at)
}

/** An emoji from `start` to `ends`, and perhaps a sign after it that says how to draw it. */
function picture(start: usize, ends: usize): usize {
  const name = names.add(start, ends, hashOf(compared + (start << 1), ends - start), position++)
  const after = unitAt(ends)
  if (after !== 0xfe0e && after !== 0xfe0f) return ends
  names.draw(name)
  return ends + 1
}

/** Strange: it is read plainly from the last gap on, up to the next. */
function readStrange(i: usize, from: usize, to: usize): usize {
  let cut = i
  while (cut > from && kindOf(unitAt(cut)) !== BETWEEN) cut--
  while (names.count > settled && names.startOf(names.count - 1) >= cut) {
    names.cut(names.count - 1)
    position = names.positionOf(names.count)
  }
  while (i < to && kindOf(unitAt(i)) !== BETWEEN) i++
  readPlainly(cut, i)
  settled = names.count
  return i
}

/** A place for a name that is not spelled as its part: it is kept behind all that was read. */
export function placeForName(units: usize): usize {
  if (end + units > room) growUnits(end + units)
  return compared + (end << 1)
}

/** A name that was written there; several of one word have one position. Gives its number. */
export function addName(units: usize, isNext: bool): usize {
  if (isNext) position++
  const name = names.add(end, end + units, hashOf(compared + (end << 1), units), position - 1)
  end += units
  return name
}

function growUnits(needed: usize): void {
  const size = room
  const oldWritten = written
  const oldCompared = compared
  const oldMasks = masks
  makeRoom(max(needed, room * 2))
  memory.copy(written, oldWritten, (size + BEYOND) << 1)
  memory.copy(compared, oldCompared, (size + BEYOND) << 1)
  memory.copy(masks, oldMasks, masksOf(size))
  giveBack(size, oldWritten, oldCompared, oldMasks)
}

function masksOf(size: usize): usize {
  return ((size >>> 6) + 3) << 4
}

function makeRoom(size: usize): void {
  written = take((size + BEYOND) << 1)
  compared = take((size + BEYOND) << 1)
  masks = take(masksOf(size))
  room = size
}

function giveBack(size: usize, itsWritten: usize, itsCompared: usize, itsMasks: usize): void {
  give(itsWritten, (size + BEYOND) << 1)
  give(itsCompared, (size + BEYOND) << 1)
  give(itsMasks, masksOf(size))
}
