import { hashOf } from './hash'

/**
 * Which lengths of beginnings (`rock*`) are asked for, by their first three units: most words begin as none of them, and
 * of the others only these lengths are looked up.
 */

/** A set of bits a stem: bit 5 says that a beginning of five units may begin so, bit 31 that one of 31 or more may. */
const lengths = memory.data((1 << 14) * 4)
/** A bit for each stem that there is: small enough to be at hand. It keeps the bits of those that are gone. */
const may = memory.data((1 << 14) / 8)
/** The lengths of 31 and more. A query has fewer than 4,096 units. */
const longs = memory.data(4_096 * 2)
let longCount: usize = 0

export function stemOf(units: usize): u32 {
  return <u32>(((load<u64>(units) & 0xffffffffffff) * 0x9e3779b97f4a7c15) >>> 50)
}

/** False: no beginning begins as this does. */
export function mayBegin(units: usize): bool {
  const stem = stemOf(units)
  return ((load<u32>(may + ((stem >>> 5) << 2)) >>> (stem & 31)) & 1) !== 0
}

export function setLengths(stem: u32, all: u32): void {
  store<u32>(lengths + (stem << 2), all)
  const at = may + ((stem >>> 5) << 2)
  store<u32>(at, load<u32>(at) | (1 << (stem & 31)))
}

export function clearLongs(): void {
  longCount = 0
}
export function addLong(length: u32): void {
  store<u16>(longs + (longCount++ << 1), <u16>length)
}

/** The lengths at which one word may be looked up. */
const found = memory.data(4_200 * 2)

/** Of a word of so many units: gives how many they are. */
export function lengthsOf(units: usize, count: usize): usize {
  if (count < 3) return 0
  const all = load<u32>(lengths + (stemOf(units) << 2))
  let many: usize = 0
  for (let left = all & 0x7fffffff; left !== 0; left &= left - 1) {
    const length = ctz(left)
    if (length > count) return many
    store<u16>(found + (many++ << 1), <u16>length)
  }
  if (all >>> 31 === 0) return many
  for (let i: usize = 0; i < longCount; i++) {
    const length = load<u16>(longs + (i << 1))
    if (length <= count) store<u16>(found + (many++ << 1), <u16>length)
  }
  return many
}

export function lengthAt(i: usize): usize {
  return load<u16>(found + (i << 1))
}

export function hashAt(units: usize, i: usize): u32 {
  return hashOf(units, lengthAt(i))
}
