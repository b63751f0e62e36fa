import { direct, onlyHere } from '../agreed/entries'
import { answer } from './answer'
import * as hits from './hits'
import { ENTRY, FLAG_BITS, waste } from './lists'
import { broughtNear, give, grown, take } from './memory'
import * as messages from './messages'
import * as row from './row'
import * as signature from './signature'
import { rowOf } from './terms'

/** Asks the queries that wait at what was met: first all that do not fail at a look, then each. */

/** The slots of those that hold, message by message; and of each message how many do. */
export let found: usize = take(1024 * 4)
let foundRoom: usize = 1024
let count: usize = 0
export let counts: usize = take(64 * 4)
let countsRoom: usize = 64
/** The entries for which the message looks right, each with the term that woke it; and of each message where they end. */
const WORTH: usize = 8
let worth: usize = take(1024 * 8)
let worthRoom: usize = 1024
let worthCount: usize = 0
/** A term whose queries were asked in vain too often; 0: none. */
export let tooPatient: u32 = 0

/** Of such a query nothing but its entry is read. */
const AT_ONCE: u32 = direct | onlyHere

/** Gives how many hold in all. */
export function ask(): usize {
  count = 0
  worthCount = 0
  tooPatient = 0
  if (messages.count > countsRoom) {
    give(counts, countsRoom << 2)
    countsRoom = messages.count * 2
    counts = take(countsRoom << 2)
  }
  signature.begin(messages.count)
  let touched: u32 = 0
  for (let woke: u32 = 1; woke < messages.wokenCount; woke++) {
    const at = rowOf(messages.termOf(woke))
    if (load<u32>(at, row.WAITING) > 1) touched ^= load<u32>(load<usize>(at, row.OTHERS))
  }
  broughtNear(touched)
  for (let at: usize = 0; at < messages.count; at++) {
    messages.turnTo(at)
    signature.turnTo(at)
    for (let woke = messages.firstWoken(); woke !== 0; woke = messages.nextOf(woke)) lookAt(messages.termOf(woke))
    store<u32>(counts + (at << 2), worthCount)
  }
  for (let i: usize = 0; i < worthCount; i++) {
    const entry = load<usize>(worth + i * WORTH)
    if ((load<u32>(entry) & AT_ONCE) !== AT_ONCE) touched ^= load<u32>(load<usize>(entry, 12) - 4)
  }
  broughtNear(touched)
  let from: usize = 0
  for (let at: usize = 0; at < messages.count; at++) {
    const to: usize = load<u32>(counts + (at << 2))
    const first = count
    if (from < to) askEach(at, from, to)
    store<u32>(counts + (at << 2), count - first)
    from = to
  }
  return count
}

/** The entries at a term for which the message looks right. */
function lookAt(term: u32): void {
  const at = rowOf(term)
  const waiting = load<u32>(at, row.WAITING)
  if (worthCount + waiting > worthRoom) growWorth(waiting)
  const before = worthCount
  lookAtEntry(at + row.FIRST, term)
  const end = load<usize>(at, row.OTHERS) + (waiting - 1) * ENTRY
  for (let entry = load<usize>(at, row.OTHERS); entry < end; entry += ENTRY) lookAtEntry(entry, term)
  const wasted = waiting - <u32>(worthCount - before)
  if (wasted > 0 && waste(term, wasted)) tooPatient = term
}

function lookAtEntry(entry: usize, term: u32): void {
  if (!signature.looksRight(load<u32>(entry, 4), load<u32>(entry, 8))) return
  const place = worth + worthCount++ * WORTH
  store<usize>(place, entry)
  store<u32>(place, term, 4)
}

/** Asks those for whom one message looks right. */
function askEach(at: usize, from: usize, to: usize): void {
  messages.turnTo(at)
  hits.begin()
  signature.turnTo(at)
  const message = messages.message
  const first = count
  for (let i = from; i < to; i++) {
    const entry = load<usize>(worth + i * WORTH)
    const head = load<u32>(entry)
    const program = load<usize>(entry, 12)
    if ((head & onlyHere) === 0) {
      if (load<u32>(program - 4) === message) continue
      store<u32>(program - 4, message)
    }
    if ((head & direct) !== 0 || answer(program)) add(head >>> FLAG_BITS)
    else {
      const term = load<u32>(worth + i * WORTH, 4)
      if (waste(term, 1)) tooPatient = term
    }
  }
  sort(first)
}

function add(slot: u32): void {
  if (count === foundRoom) growFound()
  store<u32>(found + (count++ << 2), slot)
}

/** From one on ascending. Few hold, and shifting them there is quickest; many are sorted in steps (Shell 1959). */
function sort(first: usize): void {
  const slots = found + (first << 2)
  const many = count - first
  let gap: usize = 1
  while (gap * 3 + 1 < many >>> 2) gap = gap * 3 + 1
  for (; gap > 0; gap = gap / 3) {
    for (let i = gap; i < many; i++) {
      const slot = load<u32>(slots + (i << 2))
      let to = i
      for (; to >= gap && load<u32>(slots + ((to - gap) << 2)) > slot; to -= gap)
        store<u32>(slots + (to << 2), load<u32>(slots + ((to - gap) << 2)))
      store<u32>(slots + (to << 2), slot)
    }
  }
}

function growFound(): void {
  found = grown(found, foundRoom << 2, foundRoom << 3)
  foundRoom *= 2
}

function growWorth(more: usize): void {
  const size = max(worthRoom * 2, worthCount + more)
  worth = grown(worth, worthRoom * WORTH, size * WORTH)
  worthRoom = size
}
