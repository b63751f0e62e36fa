import { give, grown, take } from './memory'
import * as names from './names'

/**
 * The messages that are read together, and which of them is at hand. Each has a number of its own, by which what was met
 * in it is told from what was met in others; where its names end; and the terms that woke somebody, each with the next.
 */
export let current: usize = 0
export let count: usize = 0
/** The number of the message at hand. */
export let message: u32 = 0
let before: u32 = 0

const ROW: usize = 8
let rows: usize = take(64 * ROW)
let room: usize = 64
/** Terms that woke somebody. */
const WOKEN: usize = 8
let woken: usize = take(1024 * WOKEN)
let wokenRoom: u32 = 1024
/** The first stays free: 0 is the end. */
export let wokenCount: u32 = 1

const MOST: u32 = 0x7fffffff

/** So many come. False: their numbers would be too high, and are to begin anew. */
export function begin(messages: usize): bool {
  const goesOn = before < MOST - <u32>messages - <u32>count
  before = goesOn ? before + <u32>count : 0
  count = messages
  wokenCount = 1
  if (count > room) {
    give(rows, room * ROW)
    room = count * 2
    rows = take(room * ROW)
  }
  memory.fill(rows, 0, count * ROW)
  return goesOn
}

/** The names that were read since the message before it are those of this. */
export function close(at: usize): void {
  store<u32>(rows + at * ROW, names.count)
}

export function turnTo(at: usize): void {
  current = at
  message = before + 1 + <u32>at
  names.turnTo(at === 0 ? 0 : load<u32>(rows + (at - 1) * ROW), load<u32>(rows + at * ROW))
}

export function addWoken(term: u32): void {
  if (wokenCount === wokenRoom) grow()
  const at = woken + wokenCount * WOKEN
  store<u32>(at, term)
  store<u32>(at, load<u32>(rows + current * ROW, 4), 4)
  store<u32>(rows + current * ROW, wokenCount++, 4)
}

/** Of the message at hand the first that woke somebody, 0: none; of each the term, and the next. */
export function firstWoken(): u32 {
  return load<u32>(rows + current * ROW, 4)
}
export function termOf(woke: u32): u32 {
  return load<u32>(woken + woke * WOKEN)
}
export function nextOf(woke: u32): u32 {
  return load<u32>(woken + woke * WOKEN, 4)
}

function grow(): void {
  woken = grown(woken, wokenRoom * WOKEN, wokenRoom * 2 * WOKEN)
  wokenRoom *= 2
}
