import { give, take } from './memory'

/**
 * The names of the words of some messages, one after the other, in rows of four numbers. A word has one name or several (`#cake` is also cake),
 * which stand beside each other. Each is a stretch of the units that are compared, with its hash and its position.
 */
export const SIZE: usize = 16
const USUAL: usize = 1024
/** What a very long message took is given back with the next. */
const MOST: usize = 1 << 16

/** A name that is drawn as an emoji was written with one sign more, which says so. */
const DRAWN: u32 = 1 << 31

export let count: usize = 0
/** Those of the message at hand, from its first on. */
export let from: usize = 0
export let to: usize = 0
let names: usize = take(USUAL * SIZE)
let room: usize = USUAL

export function clear(): void {
  count = 0
  if (room > MOST) resize(USUAL)
}

/** The message at hand is the one whose names are these. */
export function turnTo(first: usize, end: usize): void {
  from = first
  to = end
}

/** Gives its number. */
export function add(start: usize, end: usize, hash: u32, position: i32): usize {
  if (count === room) resize(room * 2)
  const at = names + count * SIZE
  store<u32>(at, start)
  store<u32>(at, end, 4)
  store<u32>(at, hash, 8)
  store<i32>(at, position, 12)
  return count++
}

/** Takes back the names from this number on. */
export function cut(to: usize): void {
  count = to
}

/** Where a name's row is, and its number again. */
export function at(name: usize): usize {
  return names + name * SIZE
}
export function numberOf(row: usize): usize {
  return (row - names) / SIZE
}
export function startAt(row: usize): usize {
  return load<u32>(row)
}
export function endAt(row: usize): usize {
  return load<u32>(row, 4) & ~DRAWN
}
export function hashAt(row: usize): u32 {
  return load<u32>(row, 8)
}
export function positionAt(row: usize): i32 {
  return load<i32>(row, 12)
}

export function startOf(name: usize): usize {
  return startAt(at(name))
}
export function endOf(name: usize): usize {
  return endAt(at(name))
}
export function hashOfName(name: usize): u32 {
  return hashAt(at(name))
}
export function positionOf(name: usize): i32 {
  return positionAt(at(name))
}
export function isDrawn(name: usize): bool {
  return (load<u32>(names + name * SIZE, 4) & DRAWN) !== 0
}
export function draw(name: usize): void {
  const at = names + name * SIZE
  store<u32>(at, load<u32>(at, 4) | DRAWN, 4)
}
/** Says how far a name reaches, once that is known. */
export function finish(name: usize, end: usize, hash: u32): void {
  const at = names + name * SIZE
  store<u32>(at, end, 4)
  store<u32>(at, hash, 8)
}

function resize(size: usize): void {
  const larger = take(size * SIZE)
  memory.copy(larger, names, min(count, size) * SIZE)
  give(names, room * SIZE)
  names = larger
  room = size
}
