import { give, grown, take } from './memory'

/** The messages at hand, as they came and in the form in which words are compared, in units: part after part. */
export let written: usize = 0
export let compared: usize = 0
/** Sets of bits, two for 64 units: see telling.ts. */
export let masks: usize = 0
let room: usize = 0
/** Behind all that is written, and the names that are kept there. */
let end: usize = 0

const USUAL: usize = 1 << 12
/** What a very long message took is given back with the next. */
const MOST: usize = 1 << 17
/** So many units behind the last may be read or written. */
const BEYOND: usize = 80
/** Names that are kept behind the last part must not stand where its last sixteen units are told. */
const BEHIND: usize = 16

makeRoom(USUAL)

/** Of each message in how many parts it comes, and how many units each of these has. */
export let lengths: usize = take(256 << 2)
let lengthsRoom: usize = 256

/** Where the next messages are to be written, of so many units at least: part after part, behind each two units that are free. */
export function begin(units: usize): usize {
  if (room > MOST) {
    giveBack(room, written, compared, masks)
    makeRoom(max(USUAL, units + BEHIND))
  }
  return beginMore(units)
}

/** The same where so many units are needed. What was written stays. */
export function beginMore(units: usize): usize {
  if (units + BEHIND > room) growUnits(units + BEHIND)
  return written
}

/** For how many units there is room. */
export function roomForUnits(): usize {
  return room - BEHIND
}

/** Where in how many parts each message comes, and their lengths, are to be written: of so many numbers in all. */
export function lengthsFor(count: usize): usize {
  if (count > lengthsRoom) {
    lengths = grown(lengths, lengthsRoom << 2, count << 3)
    lengthsRoom = count * 2
  }
  return lengths
}

/** All is written: so many units. */
export function close(units: usize): void {
  end = units + BEHIND
}

/** A place behind all that was written, for a name that is not spelled as its part. */
export function placeForName(units: usize): usize {
  if (end + units > room) growUnits(end + units)
  return compared + (end << 1)
}

/** Keeps what was written there: gives its first unit. */
export function keepName(units: usize): usize {
  end += units
  return end - units
}

function growUnits(needed: usize): void {
  const size = room
  const oldWritten = written
  const oldCompared = compared
  const oldMasks = masks
  makeRoom(max(needed, room * 2))
  memory.copy(written, oldWritten, (size + BEYOND) << 1)
  memory.copy(compared, oldCompared, (size + BEYOND) << 1)
  memory.copy(masks, oldMasks, masksOf(size))
  giveBack(size, oldWritten, oldCompared, oldMasks)
}

function masksOf(size: usize): usize {
  return ((size >>> 6) + 3) << 4
}

function makeRoom(size: usize): void {
  written = take((size + BEYOND) << 1)
  compared = take((size + BEYOND) << 1)
  masks = take(masksOf(size))
  room = size
}

function giveBack(size: usize, itsWritten: usize, itsCompared: usize, itsMasks: usize): void {
  give(itsWritten, (size + BEYOND) << 1)
  give(itsCompared, (size + BEYOND) << 1)
  give(itsMasks, masksOf(size))
}
