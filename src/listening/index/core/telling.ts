import * as is from '../agreed/characters'
import { entryOf } from './characters'
import { compared, masks, written } from './texts'

/**
 * Tells of each unit of a part whether it is in a word, or else no mere gap: sixteen at a time where they are ASCII. Of 64
 * units each, one set of bits says the one and the next the other.
 */

/** Where the part at hand begins. */
export let base: usize = 0

/** Tells of each unit what it is. */
export function tell(from: usize, units: usize): void {
  base = from
  const blocks = (units + 63) >>> 6
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
    letters |= u32(kind === is.letter) << i
    signs |= u32(kind !== is.letter && kind !== is.between && kind !== is.joint && kind !== is.apostrophe) << i
  }
  toldLetters = letters
  toldSigns = signs
}
/** The first unit from `i` on that is no letter. */
export function wordEnd(i: usize): usize {
  let block = (i - base) >>> 6
  let bits = ~load<u64>(masks + (block << 4)) & ((<u64>-1) << ((i - base) & 63))
  while (bits === 0) bits = ~load<u64>(masks + (++block << 4))
  return base + (block << 6) + <usize>ctz(bits)
}
export function isLetterAt(i: usize): bool {
  return ((load<u64>(masks + (((i - base) >>> 6) << 4)) >>> ((i - base) & 63)) & 1) !== 0
}
