import * as kinds from '../agreed/kinds'
import { casedForm } from './around'
import { bareOf, bareUnits } from './bare'
import * as beginnings from './beginnings'
import { hashOf, pairHash } from './hash'
import { grown, take } from './memory'
import { message } from './messages'
import * as names from './names'
import * as row from './row'
import * as signature from './signature'
import { begins, coldOf, countMessage, countMet, find, hasCased, hashOfTerm, is, mayFollow, ofKind } from './terms'
import { compared } from './texts'

/**
 * Which of the terms that anybody asks for are in the message at hand, and where. Among few words a term is found by its
 * hash; a message of many is looked through once, when this is first needed.
 */

/** Among so many words one is found sooner by looking at each. */
const FEW: usize = 100

/** By which it is told that a term was met: the message's number, or another while it is counted. */
let stamp: u32 = 0
let isRead = false
let isCounted = false
let isGlanced = false
let areStemsRead = false

/** By name, counted from the first of the message: the term that it was found to be, and the stem that it begins with. */
const known = memory.data(104 * 4)
const stems = memory.data(101 * 4)

/** Every place of every term, each with the one before it. */
let places: usize = take(1024 * 8)
let room: u32 = 1024
let count: u32 = 0
/** Terms of the word at hand and of the one before it that some pair begins with. */
let here: usize = take(64 * 4)
let there: usize = take(64 * 4)
let hereRoom: u32 = 64
let hereCount: u32 = 0
let thereCount: u32 = 0
let at: i32 = -1

/** The message at hand is another. */
export function begin(): void {
  stamp = message
  isRead = false
  isCounted = false
  isGlanced = false
  areStemsRead = false
}

/** Counts the message at hand, to learn how common terms are. */
export function countTerms(): void {
  begin()
  stamp = ~message
  isCounted = true
  countMessage()
  read()
}

/** Whether its words are so many that all are read before one is found. */
export function areMany(): bool {
  return names.to - names.from > FEW
}

/** Whether a term is in the message. */
export function has(term: u32): bool {
  read()
  return isMet(term)
}

export function isMet(term: u32): bool {
  return load<u32>(coldOf(term), row.SEEN) === stamp
}

/** The same of a plain word. */
export function hasWord(term: u32, hash: u32): bool {
  if (!signature.hasWord(hash)) return false
  if (areMany()) return has(term)
  return nameOf(term, hash, 0) >= 0
}

/** The same of the beginning of a word. */
export function hasBeginning(term: u32, stem: u32): bool {
  if (!signature.hasStem(stem)) return false
  if (areMany()) return has(term)
  return nameWith(term, stem, 0) >= 0
}

/** The first name, from `from` on, that is a plain word; -1: none is. What a name was found to be is kept. */
export function nameOf(term: u32, hash: u32, from: usize): i32 {
  glance()
  for (let name = max(from, names.from); name < names.to; name++) {
    if (names.hashOfName(name) !== hash) continue
    if (load<u32>(known + ((name - names.from) << 2)) === term) return <i32>name
    const start = names.startOf(name)
    if (!is(term, kinds.folded, compared + (start << 1), names.endOf(name) - start)) continue
    store<u32>(known + ((name - names.from) << 2), term)
    return <i32>name
  }
  return -1
}

/** The first name, from `from` on, that begins as a term is spelled; -1: none does. */
export function nameWith(term: u32, stem: u32, from: usize): i32 {
  glanceAtStems()
  for (let name = max(from, names.from); name < names.to; name++) {
    if (load<u32>(stems + ((name - names.from) << 2)) !== stem) continue
    const start = names.startOf(name)
    if (begins(term, compared + (start << 1), names.endOf(name) - start)) return <i32>name
  }
  return -1
}

/** Prepares the search among few names, the first time that one is asked for. */
function glance(): void {
  if (isGlanced) return
  isGlanced = true
  const end = known + ((names.to - names.from) << 2)
  for (let at = known; at < end; at += 16) v128.store(at, i64x2.splat(0))
}

/** The same of the search by stems. */
function glanceAtStems(): void {
  if (areStemsRead) return
  areStemsRead = true
  for (let name = names.from; name < names.to; name++) {
    const start = names.startOf(name)
    const isLong = names.endOf(name) - start > 2
    store<u32>(stems + ((name - names.from) << 2), isLong ? beginnings.stemOf(compared + (start << 1)) : -1)
  }
}

/** The last place of a term that is met, -1: it has none; and of a place its position, and the place before it. */
export function lastPlace(term: u32): i32 {
  return load<i32>(coldOf(term), row.LAST)
}
export function positionAt(place: i32): i32 {
  return load<i32>(places + ((<usize>place) << 3))
}
export function placeBefore(place: i32): i32 {
  return load<i32>(places + ((<usize>place) << 3), 4)
}

/** Looks all words up. */
export function read(): void {
  if (isRead) return
  isRead = true
  count = 0
  at = -1
  hereCount = 0
  thereCount = 0
  const askBeginnings = ofKind(kinds.prefix) > 0
  const askBares = ofKind(kinds.bare) + ofKind(kinds.barePrefix) > 0
  for (let name = names.from; name < names.to; name++) {
    const start = names.startOf(name)
    const units = compared + (start << 1)
    const length = names.endOf(name) - start
    const position = names.positionOf(name)
    const term = find(kinds.folded, units, length, names.hashOfName(name))
    if (term !== 0) {
      meet(term, position)
      if (hasCased(term)) {
        const form = casedForm(name)
        if (form !== 0) meet(form, position)
      }
    }
    if (askBeginnings) meetBeginnings(kinds.prefix, units, length, position)
    if (!askBares) continue
    const bare = bareOf(name)
    meetOne(kinds.bare, bareUnits, bare, position)
    meetBeginnings(kinds.barePrefix, bareUnits, bare, position)
  }
}

function meetBeginnings(kind: u32, units: usize, length: usize, position: i32): void {
  const many = beginnings.lengthsOf(units, length)
  for (let i: usize = 0; i < many; i++) meetOne(kind, units, beginnings.lengthAt(i), position)
}

function meetOne(kind: u32, units: usize, length: usize, position: i32): void {
  const term = find(kind, units, length, hashOf(units, length))
  if (term !== 0) meet(term, position)
}

function meet(term: u32, position: i32): void {
  const its = coldOf(term)
  const place = count++
  if (place === room) growPlaces()
  store<i32>(places + (place << 3), position)
  if (load<u32>(its, row.SEEN) === stamp) store<i32>(places + (place << 3), load<i32>(its, row.LAST), 4)
  else {
    store<i32>(places + (place << 3), -1, 4)
    note(term)
  }
  store<i32>(its, place, row.LAST)
  if (ofKind(kinds.pair) > 0) meetPairs(term, position)
}

/** Notes that a term is in the message, wherever. */
export function note(term: u32): void {
  const its = coldOf(term)
  if (load<u32>(its, row.SEEN) === stamp) return
  store<u32>(its, stamp, row.SEEN)
  store<i32>(its, -1, row.LAST)
  if (isCounted) countMet(term)
}

function meetPairs(term: u32, position: i32): void {
  if (position !== at) {
    const spare = there
    there = here
    thereCount = position === at + 1 ? hereCount : 0
    here = spare
    hereCount = 0
    at = position
  }
  if (load<u32>(coldOf(term), row.FOLLOWERS) !== 0) {
    if (hereCount === hereRoom) growHere()
    store<u32>(here + (hereCount++ << 2), term)
  }
  for (let i: u32 = 0; i < thereCount; i++) {
    const first = load<u32>(there + (i << 2))
    if (!mayFollow(first, term)) continue
    store<u32>(pairUnits, first)
    store<u32>(pairUnits, term, 4)
    const both = find(kinds.pair, pairUnits, 4, pairHash(hashOfTerm(first), hashOfTerm(term)))
    if (both !== 0) note(both)
  }
}

const pairUnits = memory.data(8)

function growPlaces(): void {
  places = grown(places, room << 3, room << 4)
  room *= 2
}

function growHere(): void {
  here = grown(here, hereRoom << 2, hereRoom << 3)
  there = grown(there, hereRoom << 2, hereRoom << 3)
  hereRoom *= 2
}
