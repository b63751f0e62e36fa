import * as kinds from '../agreed/kinds'
import { firstUnits, hashOf, pairHash } from './hash'
import { give, keep, take } from './memory'
import * as row from './row'

/**
 * The terms that the standing queries ask for, each once, by a number: words, beginnings of words, pairs of words that
 * follow each other, and what a field holds. Two terms are one if all their units are equal; a hash only finds them sooner.
 *
 * Rows and buckets stand in pages: adding a term copies none of the others, and so takes no longer among many. Buckets
 * are split one at a time as terms come (linear hashing, Litwin 1980).
 */
const MOST_PAGES: u32 = 65_536
const PAGE_BITS: u32 = 8
const pages = memory.data(65_536 * 4)
const coldPages = memory.data(65_536 * 4)
const BUCKET_BITS: u32 = 8
const bucketPages = memory.data(65_536 * 4)

/** One more than the highest number in use. Number 0 is met in every message and asked for by no word. */
export let end: u32 = 0
/** How many messages were counted. */
export let counted: i32 = 0
/** How many terms of a kind there are. */
const counts = memory.data(8 * 4)

let count: u32 = 0
/** The first of the freed numbers, each of which is followed by the next. */
let freed: u32 = 0
/** Buckets are told by this many bits of a hash, and those before `split` by one more. */
let bits: u32 = 6
let split: u32 = 0
store<usize>(bucketPages, keep(4 << BUCKET_BITS))

newNumber()

export function rowOf(term: u32): usize {
  return load<usize>(pages + ((term >>> PAGE_BITS) << 2)) + (term & ((1 << PAGE_BITS) - 1)) * row.ROW
}

export function coldOf(term: u32): usize {
  return load<usize>(coldPages + ((term >>> PAGE_BITS) << 2)) + (term & ((1 << PAGE_BITS) - 1)) * row.COLD
}

function spread(hash: u32, kind: u32): u32 {
  return (hash ^ (kind * 0x9e3779b1)) >>> 0
}

function bucketAt(whole: u32): usize {
  let bucket = whole & ((1 << bits) - 1)
  if (bucket < split) bucket = whole & ((2 << bits) - 1)
  return load<usize>(bucketPages + ((bucket >>> BUCKET_BITS) << 2)) + ((bucket & ((1 << BUCKET_BITS) - 1)) << 2)
}

/** The first term where one of this hash would be; 0: there is none. Reading it brings it near. */
export function firstOf(kind: u32, hash: u32): u32 {
  return load<u32>(bucketAt(spread(hash, kind)))
}

/** The number of a term with these units; 0: nobody asks for it. */
export function find(kind: u32, units: usize, length: usize, hash: u32): u32 {
  return findFrom(firstOf(kind, hash), kind, units, length, hash)
}

/** The same, from the first of its bucket on. */
export function findFrom(first: u32, kind: u32, units: usize, length: usize, hash: u32): u32 {
  let term = first
  while (term !== 0) {
    const at = rowOf(term)
    if (load<u32>(at, row.HASHED) === hash && isAt(at, kind, units, length)) return term
    term = load<u32>(at, row.NEXT)
  }
  return 0
}

/** The next term of the same bucket. */
export function nextOf(term: u32): u32 {
  return load<u32>(rowOf(term), row.NEXT)
}

/** Whether a term is spelled as these units, and of this kind. */
export function is(term: u32, kind: u32, units: usize, length: usize): bool {
  return isAt(rowOf(term), kind, units, length)
}

function isAt(at: usize, kind: u32, units: usize, length: usize): bool {
  const shape = load<u32>(at, row.SHAPE)
  if ((shape & row.SPELLING) !== (<u32>length | (kind << row.KIND_AT))) return false
  return areEqual(unitsAt(at, length), units, length)
}

/** Whether units from a place on begin as a term is spelled. */
export function begins(term: u32, units: usize, length: usize): bool {
  const own = lengthOf(term)
  return own <= length && areEqual(unitsOf(term), units, own)
}

/** Whether so many units are the same at two places. */
export function areEqual(one: usize, other: usize, length: usize): bool {
  for (; length > 8; length -= 8, one += 16, other += 16)
    if (v128.any_true(v128.xor(v128.load(one), v128.load(other)))) return false
  return !v128.any_true(v128.and(v128.xor(v128.load(one), v128.load(other)), firstUnits(length)))
}

function unitsAt(at: usize, length: usize): usize {
  return length > row.FEW ? load<usize>(at, row.UNITS) : at + row.UNITS
}

export function unitsOf(term: u32): usize {
  return unitsAt(rowOf(term), lengthOf(term))
}
export function lengthOf(term: u32): usize {
  return load<u32>(rowOf(term), row.SHAPE) & row.LENGTH
}
export function kindOf(term: u32): u32 {
  return (load<u32>(rowOf(term), row.SHAPE) >>> row.KIND_AT) & 7
}
export function hashOfTerm(term: u32): u32 {
  return load<u32>(rowOf(term), row.HASHED)
}
export function ofKind(kind: u32): u32 {
  return load<u32>(counts + (kind << 2))
}

/** The number of a term that one more query uses; it was new where its uses are 1 then. */
export function use(kind: u32, units: usize, length: usize): u32 {
  const hash = hashFor(kind, units, length)
  const term = find(kind, units, length, hash) || add(kind, units, length, hash)
  const at = coldOf(term)
  store<u32>(at, load<u32>(at, row.USES) + 1, row.USES)
  return term
}

/** A pair is spelled as the numbers of its two terms. */
export function hashFor(kind: u32, units: usize, length: usize): u32 {
  if (kind !== kinds.pair) return hashOf(units, length)
  return pairHash(hashOfTerm(load<u32>(units)), hashOfTerm(load<u32>(units, 4)))
}

export function usesOf(term: u32): u32 {
  return load<u32>(coldOf(term), row.USES)
}

/** One query less uses it. A term that nobody uses is forgotten. */
export function drop(term: u32): void {
  const at = coldOf(term)
  const uses = load<u32>(at, row.USES) - 1
  store<u32>(at, uses, row.USES)
  if (uses === 0) forget(term)
}

/** Notes that a term has one cased form more, or less. */
export function countCased(term: u32, by: i32): void {
  const cold = coldOf(term)
  const forms = load<i32>(cold, row.CASED_FORMS) + by
  store<i32>(cold, forms, row.CASED_FORMS)
  const at = rowOf(term)
  const shape = load<u32>(at, row.SHAPE)
  store<u32>(at, forms > 0 ? shape | row.HAS_CASED : shape & ~row.HAS_CASED, row.SHAPE)
}

export function hasCased(term: u32): bool {
  return (load<u32>(rowOf(term), row.SHAPE) & row.HAS_CASED) !== 0
}

/** Notes that a pair of these two is asked for. */
export function follow(first: u32, second: u32): void {
  const at = coldOf(first)
  store<u32>(at, load<u32>(at, row.FOLLOWERS) | (1 << (second & 31)), row.FOLLOWERS)
}

/** False: nobody asks for these two as a pair. */
export function mayFollow(first: u32, second: u32): bool {
  return ((load<u32>(coldOf(first), row.FOLLOWERS) >>> (second & 31)) & 1) !== 0
}

export function guess(term: u32, rate: f32): void {
  store<f32>(coldOf(term), rate, row.GUESS)
}

/** So many counted messages weigh as much as the looks of a word. */
const TRUST: f32 = 100

/** In what share of messages it stands: as far as we met it, and until then as its looks say. */
export function rate(term: u32): f32 {
  const at = coldOf(term)
  const looks = load<f32>(at, row.GUESS)
  // What a field holds is looked up only when somebody asks for it: what was met of it says little.
  if (kindOf(term) === kinds.fact) return looks
  const seen = <f32>(counted - load<i32>(at, row.BORN))
  return (<f32>load<i32>(at, row.MET) + looks * TRUST) / (seen + TRUST)
}

export function countMessage(): void {
  counted++
}

export function countMet(term: u32): void {
  const at = coldOf(term)
  store<i32>(at, load<i32>(at, row.MET) + 1, row.MET)
}

/** Messages are numbered anew: none was met in any yet. */
export function unsee(): void {
  for (let term: u32 = 0; term < end; term++) {
    store<u32>(coldOf(term), 0, row.SEEN)
    store<u32>(rowOf(term), 0, row.WOKE)
  }
}

function add(kind: u32, units: usize, length: usize, hash: u32): u32 {
  const term = newNumber()
  const at = rowOf(term)
  memory.fill(at, 0, row.ROW)
  memory.fill(coldOf(term), 0, row.COLD)
  store<u32>(at, hash, row.HASHED)
  store<u32>(at, <u32>length | (kind << row.KIND_AT), row.SHAPE)
  if (length > row.FEW) store<usize>(at, take(length << 1), row.UNITS)
  memory.copy(unitsAt(at, length), units, length << 1)
  store<i32>(coldOf(term), counted, row.BORN)
  const bucket = bucketAt(spread(hash, kind))
  store<u32>(at, load<u32>(bucket), row.NEXT)
  store<u32>(bucket, term)
  store<u32>(counts + (kind << 2), ofKind(kind) + 1)
  count++
  if (count * 2 > (1 << bits) + split) splitOne()
  return term
}

function forget(term: u32): void {
  const at = rowOf(term)
  const kind = kindOf(term)
  const next = load<u32>(at, row.NEXT)
  let place = bucketAt(spread(load<u32>(at, row.HASHED), kind))
  while (load<u32>(place) !== term) place = rowOf(load<u32>(place)) + row.NEXT
  store<u32>(place, next)
  const length = lengthOf(term)
  if (length > row.FEW) give(load<usize>(at, row.UNITS), length << 1)
  store<u32>(counts + (kind << 2), ofKind(kind) - 1)
  count--
  store<u32>(at, freed, row.NEXT)
  freed = term
}

function newNumber(): u32 {
  if (freed !== 0) {
    const term = freed
    freed = load<u32>(rowOf(term), row.NEXT)
    return term
  }
  if ((end & ((1 << PAGE_BITS) - 1)) === 0) {
    if (end >>> PAGE_BITS === MOST_PAGES) unreachable()
    store<usize>(pages + ((end >>> PAGE_BITS) << 2), keep(row.ROW << PAGE_BITS))
    store<usize>(coldPages + ((end >>> PAGE_BITS) << 2), keep(row.COLD << PAGE_BITS))
  }
  return end++
}

/** One bucket more: the terms of the next in turn are parted by one more bit. */
function splitOne(): void {
  const fresh = (1 << bits) + split
  if ((fresh & ((1 << BUCKET_BITS) - 1)) === 0)
    store<usize>(bucketPages + ((fresh >>> BUCKET_BITS) << 2), keep(4 << BUCKET_BITS))
  let term = load<u32>(bucketAt(split))
  store<u32>(bucketAt(split), 0)
  split++
  if (split === <u32>(1 << bits)) {
    bits++
    split = 0
  }
  while (term !== 0) {
    const at = rowOf(term)
    const next = load<u32>(at, row.NEXT)
    const bucket = bucketAt(spread(load<u32>(at, row.HASHED), kindOf(term)))
    store<u32>(at, load<u32>(bucket), row.NEXT)
    store<u32>(bucket, term)
    term = next
  }
}
