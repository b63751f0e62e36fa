import * as kinds from '../agreed/kinds'
import { give, keep, take } from './memory'
import * as row from './row'
import { coldOf, end, hasCased, hashOfTerm, kindOf, rowOf } from './terms'

/**
 * Which hashes may wake somebody: most words of most messages wake nobody, and a small table of bits says so without
 * the word being looked up. (A Bloom filter of three bits, all in one number.) It grows while it is used: the next
 * table is filled a few terms at a time.
 *
 * There are three of them, so that who waits for words alone costs nothing where pairs are looked at.
 */
const SIZE: usize = 32
/** Its table, how many numbers that has, and the same of the next. */
const TABLE: usize = 0
const WORDS: usize = 4
const NEXT: usize = 8
const NEXT_WORDS: usize = 12
/** The terms before this number are in the next table. */
const FILLED: usize = 16
/** How many terms are in the table, and at how many of them nobody waits any more. */
const NOTED: usize = 20
const STALE: usize = 24

const LEAST: usize = 64
/** Bits for each term at which somebody waits, when a table is made; it is full at half of that. */
const BITS_EACH: u32 = 32
const AT_A_TIME: u32 = 16
const MANY_STALE: u32 = 16

export const words = made()
export const pairs = made()
export const beginnings = made()

function made(): usize {
  const filter = keep(SIZE)
  store<usize>(filter, cleared(LEAST), TABLE)
  store<usize>(filter, LEAST, WORDS)
  return filter
}

function cleared(size: usize): usize {
  const table = take(size << 3)
  memory.fill(table, 0, size << 3)
  return table
}

function filterFor(kind: u32): usize {
  if (kind === kinds.pair) return pairs
  return kind === kinds.prefix || kind === kinds.barePrefix ? beginnings : words
}

export function tableOf(filter: usize): usize {
  return load<usize>(filter, TABLE)
}

export function maskOf(filter: usize): usize {
  return load<usize>(filter, WORDS) - 1
}

/** Of a table, and its mask: whether it may know a hash. */
export function may(table: usize, mask: usize, hash: u32): bool {
  const its = bitsOf(hash)
  return (load<u64>(table + wordOf(hash, mask)) & its) === its
}

export function mayBe(filter: usize, hash: u32): bool {
  return may(tableOf(filter), maskOf(filter), hash)
}

function bitsOf(hash: u32): u64 {
  return ((<u64>1) << (hash & 63)) | ((<u64>1) << ((hash >>> 6) & 63)) | ((<u64>1) << ((hash >>> 12) & 63))
}

function wordOf(hash: u32, mask: usize): usize {
  return ((hash >>> 14) & mask) << 3
}

/** Notes that somebody waits at a term, or at a form of it. */
export function note(term: u32): void {
  const filter = filterFor(kindOf(term))
  if (load<u32>(rowOf(term), row.WAITING) <= 1) store<u32>(filter, load<u32>(filter, NOTED) + 1, NOTED)
  put(load<usize>(filter, TABLE), load<usize>(filter, WORDS), term)
  if (load<usize>(filter, NEXT) !== 0) put(load<usize>(filter, NEXT), load<usize>(filter, NEXT_WORDS), term)
  goOn()
}

/** Notes that one less does. Where it was the last, its bits stay until there are many such. */
export function forget(term: u32): void {
  const filter = filterFor(kindOf(term))
  if (load<u32>(rowOf(term), row.WAITING) === 0) store<u32>(filter, load<u32>(filter, STALE) + 1, STALE)
}

/** Fills the next tables a little further, where there are any, or too much is gone from one. */
export function goOn(): void {
  goOnWith(words)
  goOnWith(pairs)
  goOnWith(beginnings)
}

function goOnWith(filter: usize): void {
  if (load<usize>(filter, NEXT) !== 0) {
    fillNext(filter)
    return
  }
  const noted = load<u32>(filter, NOTED)
  const stale = load<u32>(filter, STALE)
  if (noted * BITS_EACH > load<u32>(filter, WORDS) << 7 || (stale > MANY_STALE && stale << 6 > noted)) beginNext(filter)
}

function put(table: usize, size: usize, term: u32): void {
  const hash = hashOfTerm(term)
  const at = table + wordOf(hash, size - 1)
  store<u64>(at, load<u64>(at) | bitsOf(hash))
}

function beginNext(filter: usize): void {
  const noted = load<u32>(filter, NOTED)
  const left = noted - min(noted, load<u32>(filter, STALE))
  let size = LEAST
  while ((<u32>size) << 6 < left * BITS_EACH) size <<= 1
  store<u32>(filter, left, NOTED)
  store<u32>(filter, 0, STALE)
  store<usize>(filter, cleared(size), NEXT)
  store<usize>(filter, size, NEXT_WORDS)
  store<u32>(filter, 1, FILLED)
}

function fillNext(filter: usize): void {
  const next = load<usize>(filter, NEXT)
  const size = load<usize>(filter, NEXT_WORDS)
  let term = load<u32>(filter, FILLED)
  for (let left = AT_A_TIME; left > 0 && term < end; left--, term++) {
    if (load<u32>(coldOf(term), row.USES) === 0 || filterFor(kindOf(term)) !== filter) continue
    if (load<u32>(rowOf(term), row.WAITING) !== 0 || hasCased(term)) put(next, size, term)
  }
  store<u32>(filter, term, FILLED)
  if (term < end) return
  give(load<usize>(filter, TABLE), load<usize>(filter, WORDS) << 3)
  store<usize>(filter, next, TABLE)
  store<usize>(filter, size, WORDS)
  store<usize>(filter, 0, NEXT)
}
