import { hashOf } from './hash'

/**
 * Which lengths of beginnings (`rock*`) are asked for, by their roots: their first five units, or all where they have fewer.
 * Most words begin with none of them, and of the others only these lengths are looked up.
 */
export const ROOT: usize = 5
const BITS: u64 = 16

/** A set of bits a root: bit 5 says that a beginning of five units has it, bit 31 that one of 31 or more has. */
const lengths = memory.data((1 << 16) * 4)
/** A bit for each root that there is: small enough to be at hand. It keeps the bits of those that are gone. */
const may = memory.data((1 << 16) / 8)
/** All lengths that were ever asked for. */
let asked: u32 = 0
/** The lengths of 31 and more. A query has fewer than 4,096 units. */
const longs = memory.data(4_096 * 2)
let longCount: usize = 0

const K: u64 = 0x9e3779b97f4a7c15
const THREE: u64 = 0xffffffffffff

/** What the first three units are found by where words are few: 14 bits. */
export function stemOf(units: usize): u32 {
  return <u32>(((load<u64>(units) & THREE) * K) >>> 50)
}

/** Of the first units of a word, so many of them, at least three: what a root of these is found by. */
export function rootOf(units: usize, count: usize): u32 {
  return rootBy(units, firstOf(count), fifthOf(count))
}

/** The same, of as many units as these let through: of the first four, and of the fifth. */
export function rootBy(units: usize, first: u64, fifth: u64): u32 {
  return <u32>((((load<u64>(units) & first) ^ ((load<u16>(units, 8) & fifth) << 8)) * K) >>> (64 - BITS))
}
export function firstOf(count: usize): u64 {
  return count > 3 ? -1 : THREE
}
export function fifthOf(count: usize): u64 {
  return count >= ROOT ? 0xffff : 0
}

/** Whether roots of so many units were ever asked for. */
export function areAsked(count: usize): bool {
  return (count < ROOT ? asked & (1 << (<u32>count)) : asked >>> <u32>ROOT) !== 0
}

/** False: no beginning has this root. */
export function knows(root: u32): bool {
  return ((load<u32>(may + ((root >>> 5) << 2)) >>> (root & 31)) & 1) !== 0
}

export function setLengths(root: u32, all: u32): void {
  store<u32>(lengths + (root << 2), all)
  const at = may + ((root >>> 5) << 2)
  store<u32>(at, load<u32>(at) | (1 << (root & 31)))
  asked |= all
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
  let all: u32 = 0
  for (let root: usize = 3; root <= min(count, ROOT); root++) all |= load<u32>(lengths + (rootOf(units, root) << 2))
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
