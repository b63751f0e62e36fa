import { give, keep, take } from './memory'
import * as row from './row'
import { rowOf } from './terms'

/**
 * Which queries wait at which terms. Each term has entries of four numbers: the query's slot with two flags, what
 * it takes a look at before it is asked (see signature.ts), and where its program begins. The first entry stands
 * in the term's row, since at most terms only one waits. Each query has a
 * block: how many anchors, for each the term and the place in its list, the message that it was last asked of, its program.
 */
export const ENTRY: usize = 16
export const FLAG_BITS: u32 = 2
/** 2 ^ 12 askings in vain pay for looking at some queries of a term again. */
const LEAST_PATIENCE: u32 = 12
const MOST_PATIENCE: u32 = 30

/** By slot: its block, and how many bytes that has. */
const SLOT_BITS: u32 = 8
const MOST_PAGES: u32 = 65_536
const slotPages = memory.data(65_536 * 4)
let slotsEnd: u32 = 0

function slotAt(slot: u32): usize {
  return load<usize>(slotPages + ((slot >>> SLOT_BITS) << 2)) + ((slot & ((1 << SLOT_BITS) - 1)) << 3)
}

/** Lists a query at its anchors, and keeps its program. Both are read from `anchors`, one after the other. */
export function enter(
  slot: u32,
  flags: u32,
  look: u32,
  lookToo: u32,
  anchors: usize,
  count: usize,
  length: usize,
): void {
  for (; slotsEnd <= slot; slotsEnd += 1 << SLOT_BITS) {
    if (slotsEnd >>> SLOT_BITS === MOST_PAGES) unreachable()
    store<usize>(slotPages + ((slotsEnd >>> SLOT_BITS) << 2), keep(8 << SLOT_BITS))
  }
  const bytes = (2 + count * 2 + length) << 2
  const block = take(bytes)
  store<usize>(slotAt(slot), block)
  store<usize>(slotAt(slot), bytes, 4)
  store<u32>(block, count)
  const program = block + ((2 + count * 2) << 2)
  store<u32>(program - 4, 0)
  memory.copy(program, anchors + (count << 2), length << 2)
  for (let i: usize = 0; i < count; i++) {
    const term = load<u32>(anchors + (i << 2))
    const entry = append(term)
    store<u32>(entry, (slot << FLAG_BITS) | flags)
    store<u32>(entry, look, 4)
    store<u32>(entry, lookToo, 8)
    store<usize>(entry, program, 12)
    const its = block + ((1 + i * 2) << 2)
    store<u32>(its, term)
    store<u32>(its, load<u32>(rowOf(term), row.WAITING) - 1, 4)
  }
}

/** Takes a query out of its lists. Its block stays until `giveBlock`. */
export function leave(slot: u32): void {
  const block = load<usize>(slotAt(slot))
  const count = load<u32>(block)
  for (let i: usize = 0; i < count; i++) {
    const its = block + ((1 + i * 2) << 2)
    takeOut(load<u32>(its), load<u32>(its, 4))
  }
}

export function giveBlock(slot: u32): void {
  give(blockOf(slot), load<usize>(slotAt(slot), 4))
  store<usize>(slotAt(slot), 0)
}

export function blockOf(slot: u32): usize {
  return load<usize>(slotAt(slot))
}

/** Where its block ends. */
export function blockEnd(slot: u32): usize {
  return load<usize>(slotAt(slot)) + load<usize>(slotAt(slot), 4)
}

function entryAt(at: usize, place: u32): usize {
  return place === 0 ? at + row.FIRST : load<usize>(at, row.OTHERS) + (place - 1) * ENTRY
}

/** Gives where the entry is to be written. */
function append(term: u32): usize {
  const at = rowOf(term)
  const place = load<u32>(at, row.WAITING)
  if (place === 0) calm(at, LEAST_PATIENCE)
  // Lists have room for a power of two: whether one is full is told by how many there are.
  else if (((place - 1) & (place - 2)) === 0) growList(at, place - 1)
  store<u32>(at, place + 1, row.WAITING)
  return entryAt(at, place)
}

function growList(at: usize, count: u32): void {
  const list = take((count === 0 ? 1 : count * 2) * ENTRY)
  if (count > 0) {
    const old = load<usize>(at, row.OTHERS)
    memory.copy(list, old, count * ENTRY)
    give(old, count * ENTRY)
  }
  store<usize>(at, list, row.OTHERS)
}

/** The last of a term's queries takes the place that becomes free, and its block learns where it is now. */
function takeOut(term: u32, place: u32): void {
  const at = rowOf(term)
  const last = load<u32>(at, row.WAITING) - 1
  store<u32>(at, last, row.WAITING)
  if (place !== last) {
    memory.copy(entryAt(at, place), entryAt(at, last), ENTRY)
    const moved = load<usize>(slotAt(load<u32>(entryAt(at, place)) >>> FLAG_BITS))
    const count = load<u32>(moved)
    for (let i: usize = 0; i < count; i++) {
      const its = moved + ((1 + i * 2) << 2)
      if (load<u32>(its) === term && load<u32>(its, 4) === last) store<u32>(its, place, 4)
    }
  }
  if (last > 0) shrinkList(at, last - 1)
}

/** Where it now has the half of its room, the other half is given back. */
function shrinkList(at: usize, count: u32): void {
  const list = load<usize>(at, row.OTHERS)
  if (count === 0) give(list, ENTRY)
  else if ((count & (count - 1)) === 0) {
    const smaller = take(count * ENTRY)
    memory.copy(smaller, list, count * ENTRY)
    give(list, count * 2 * ENTRY)
    store<usize>(at, smaller, row.OTHERS)
  }
}

/** Nobody at a term was asked in vain yet. */
function calm(at: usize, patience: u32): void {
  store<u32>(at, 0, row.WASTED)
  store<u32>(at, (load<u32>(at, row.SHAPE) & ((1 << row.PATIENCE_AT) - 1)) | (patience << row.PATIENCE_AT), row.SHAPE)
}

/** So many queries of a term were asked in vain: true where that is more than it has patience for. */
export function waste(term: u32, more: u32): bool {
  const at = rowOf(term)
  const wasted = load<u32>(at, row.WASTED) + more
  store<u32>(at, wasted, row.WASTED)
  return wasted > (<u32>1) << (load<u32>(at, row.SHAPE) >>> row.PATIENCE_AT)
}

/** The slot of the query that came last to a term, of the one before it, and so on. */
export function lastAt(term: u32, back: u32): u32 {
  const at = rowOf(term)
  return load<u32>(entryAt(at, load<u32>(at, row.WAITING) - 1 - back)) >>> FLAG_BITS
}

/** Some of a term's queries were looked at again. Where nothing better was to be had, it is asked for more seldom. */
export function relax(term: u32, isBetter: bool): void {
  const at = rowOf(term)
  const patience = load<u32>(at, row.SHAPE) >>> row.PATIENCE_AT
  calm(at, isBetter ? LEAST_PATIENCE : min(patience + 1, MOST_PATIENCE))
}

/** How many queries wait at a term. */
export function waitingAt(term: u32): u32 {
  return load<u32>(rowOf(term), row.WAITING)
}

/** Messages are numbered anew: nobody was asked of any yet. */
export function unask(): void {
  for (let slot: u32 = 0; slot < slotsEnd; slot++) {
    const block = load<usize>(slotAt(slot))
    if (block !== 0) store<u32>(block + ((1 + load<u32>(block) * 2) << 2), 0)
  }
}
