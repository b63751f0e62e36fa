import * as is from '../agreed/characters'
import { readPlainly } from './around'
import { entryOf, isPicture, kindOf } from './characters'
import { hashOf } from './hash'
import * as names from './names'
import { base, isLetterAt, tell, wordEnd } from './telling'
import { areEqual } from './terms'
import { compared, keepName, lengths, masks, written } from './texts'

/**
 * The words of messages, read without a string made: what tokens.ts says of the same text, as numbers. Wherever a unit's
 * reading depends on more than itself, the stretch around it is read by tokens.ts.
 */
let position: i32 = 0
/** The names before this number were read plainly, or stand before one that was. */
let settled: usize = 0

/** More than the farthest distance that a query can ask for. */
const APART: i32 = 1_100

const HASH: u32 = 35

/** Where reading has got to: at which of the lengths, and at which unit. */
let part: usize = 0
let from: usize = 0

/** Messages are written, and none is read yet. */
export function begin(): void {
  names.clear()
  position = 0
  part = 0
  from = 0
}

/** The hashtags that were met in the message at hand, where each begins and ends: so many, the others are not kept. */
const TAGS: usize = 16
const tags = memory.data(16 * 8)
let tagCount: usize = 0

/**
 * Reads the next message. Between two parts so many positions are left free that no distance reaches across. A hashtag that
 * stands in the text too, as networks send them, is not read again: it would be met where it was met already.
 */
export function readNext(): void {
  tagCount = 0
  for (let left = load<u32>(lengths + (part++ << 2)); left > 0; left--) {
    const units: usize = load<u32>(lengths + (part++ << 2))
    // Signs between words: whoever looks ahead finds an end.
    store<u32>(written + ((from + units) << 1), 0x200020)
    if (!isKnownTag(from, units)) {
      settled = names.count
      tell(from, units)
      readWords(from, from + units)
      position += APART
    }
    from += units + 2
  }
}

/** Whether a part is a hashtag that was met in this message, written in the same way. */
function isKnownTag(from: usize, units: usize): bool {
  if (tagCount === 0 || unitAt(from) !== HASH) return false
  for (let i: usize = 0; i < tagCount; i++) {
    const start: usize = load<u32>(tags + (i << 3))
    const length = load<u32>(tags + (i << 3), 4) - start
    if (length === units && areEqual(written + (start << 1), written + (from << 1), units)) return true
  }
  return false
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
function unitAt(i: usize): u32 {
  return load<u16>(written + (i << 1))
}
function isApostrophe(unit: u32): bool {
  return unit === 39 || (unit > 127 && kindOf(unit) === is.apostrophe)
}
/** What is neither in a word nor between words; gives where it ends, and 0 where it can't be read by itself. */
function sign(i: usize, from: usize): usize {
  const unit = unitAt(i)
  const next = unitAt(i + 1)
  const entry = entryOf(unit)
  const afterLetter = i > from && isLetterAt(i - 1)
  switch (entry >>> 16) {
    case is.alone:
      names.add(i, i + 1, hashOf(compared + (i << 1), 1), position++)
      return i + 1
    case is.hash:
      return !afterLetter && isInTag(next) ? tag(i) : i + 1
    case is.at:
      return !afterLetter && isLetterAt(i + 1) ? handle(i) : i + 1
    case is.picture:
      return picture(i, i + 1)
    case is.half:
      return isPicture(unit, next) ? picture(i, i + 2) : 0
    default:
      return 0
  }
}

function isInTag(unit: u32): bool {
  const kind = kindOf(unit)
  return kind === is.letter || kind === is.alone
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
  if (tagCount < TAGS) {
    store<u32>(tags + (tagCount << 3), start)
    store<u32>(tags + (tagCount++ << 3), i, 4)
  }
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
  while (cut > from && kindOf(unitAt(cut)) !== is.between) cut--
  while (names.count > settled && names.startOf(names.count - 1) >= cut) {
    names.cut(names.count - 1)
    position = names.positionOf(names.count)
  }
  while (tagCount > 0 && load<u32>(tags + ((tagCount - 1) << 3)) >= <u32>cut) tagCount--
  while (i < to && kindOf(unitAt(i)) !== is.between) i++
  readPlainly(cut, i)
  settled = names.count
  return i
}
/** A name that was written there; several of one word have one position. Gives its number. */
export function addName(units: usize, isNext: bool): usize {
  if (isNext) position++
  const start = keepName(units)
  return names.add(start, start + units, hashOf(compared + (start << 1), units), position - 1)
}
