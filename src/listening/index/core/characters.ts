import * as around from './around'

/**
 * What each UTF-16 unit is to the reading of words. The table is filled from without, the first time a unit is met. An
 * entry is a kind, above the lower 16 bits, and the unit in the form in which it is compared.
 */

const table = memory.data(65_536 * 4)

export function entryOf(unit: u32): u32 {
  const entry = load<u32>(table + (unit << 2))
  return entry !== 0 ? entry : meetNow(unit)
}

function meetNow(unit: u32): u32 {
  const entry = around.meet(unit)
  store<u32>(table + (unit << 2), entry)
  return entry
}

export function kindOf(unit: u32): u32 {
  return entryOf(unit) >>> 16
}

/** By surrogate pair from U+1F000 on: 0 not met, 1 an emoji by itself, 2 none. */
const pictures = memory.data(0x1000)

/** Whether a surrogate pair is an emoji by itself: 🚀, but not half a flag or a skin colour. */
export function isPicture(high: u32, low: u32): bool {
  if (low < 0xdc00 || low > 0xdfff) return false
  const at = (high << 10) + low - ((0xd800 << 10) + 0xdc00 - 0x10000) - 0x1f000
  if (at >= 0x1000) return false
  let known = load<u8>(pictures + at)
  if (known === 0) {
    known = around.isPicture(high, low) ? 1 : 2
    store<u8>(pictures + at, known)
  }
  return known === 1
}
