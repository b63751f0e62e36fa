import * as kinds from '../agreed/kinds'
import { casedForm } from './around'
import { bareOf, bareUnits } from './bare'
import * as beginnings from './beginnings'
import * as filter from './filter'
import { hashOf, pairHash } from './hash'
import { broughtNear } from './memory'
import * as messages from './messages'
import * as names from './names'
import * as row from './row'
import { find, findFrom, firstOf, hasCased, hashOfTerm, is, kindOf, nextOf, ofKind, rowOf, unitsOf } from './terms'
import { compared } from './texts'

/**
 * The first look at messages: at which of their terms queries wait. What may wake somebody is first gathered, over many
 * messages, and then looked up in steps, all of it one step at a time: what a step touches lies far apart in memory, and
 * fetched together it is waited for once and not once each.
 */

/**
 * What is to be looked up: its kind, where its units are, how many (of a pair where the rows of its two names are), its hash,
 * the first term of its bucket, its message, and of a word its name.
 */
const FIND: usize = 28
const TOGETHER: usize = 512
const finds = memory.data(512 * 28)
let found: usize = 0

/** So many names are gathered at a time. */
const AT_A_TIME: usize = 128
const picked = memory.data((128 + 1) * 4)

/** Gathers what may wake somebody in the message at hand; `wakeAll` is to follow, at last. */
export function look(): void {
  // At term 0 waits who may match where nothing is met.
  wake(0)
  const askPairs = ofKind(kinds.pair) > 0
  const askBeginnings = ofKind(kinds.prefix) > 0
  const end = names.at(names.to)
  for (let from = names.at(names.from); from < end; from += AT_A_TIME * names.SIZE) {
    const to = min(end, from + AT_A_TIME * names.SIZE)
    addWords(from, to)
    if (askPairs) addPairs(from, to)
    if (askBeginnings) addBeginnings(from, to)
  }
  if (ofKind(kinds.bare) + ofKind(kinds.barePrefix) > 0)
    for (let name = names.from; name < names.to; name++) wakeBare(name)
}

/**
 * The names that may be words for which somebody waits. Whether one is does not decide what is done next, only whether it
 * is kept: so nothing is done in vain because it was guessed wrong.
 */
function addWords(from: usize, to: usize): void {
  const bits = filter.tableOf(filter.words)
  const mask = filter.maskOf(filter.words)
  let at = picked
  for (let name = from; name < to; name += names.SIZE) {
    store<usize>(at, name)
    at += (<usize>filter.may(bits, mask, names.hashAt(name))) << 2
  }
  if (found + AT_A_TIME > TOGETHER) wakeAll()
  for (let place = picked; place < at; place += 4) {
    const name = load<usize>(place)
    const start = names.startAt(name)
    const units = compared + (start << 1)
    add(kinds.folded, units, names.endAt(name) - start, names.hashAt(name), names.numberOf(name))
  }
}

/** Names that follow each other. */
function addPairs(from: usize, to: usize): void {
  const bits = filter.tableOf(filter.pairs)
  const mask = filter.maskOf(filter.pairs)
  const first = names.at(names.from)
  for (let name = max(from, first + names.SIZE); name < to; name += names.SIZE) {
    const hash = names.hashAt(name)
    const position = names.positionAt(name)
    for (
      let before = name - names.SIZE;
      before >= first && names.positionAt(before) >= position - 1;
      before -= names.SIZE
    ) {
      const both = pairHash(names.hashAt(before), hash)
      if (!filter.may(bits, mask, both) || names.positionAt(before) === position) continue
      if (found === TOGETHER) wakeAll()
      add(kinds.pair, before, name, both, 0)
    }
  }
}

function addBeginnings(from: usize, to: usize): void {
  for (let root: usize = 3; root <= beginnings.ROOT; root++)
    if (beginnings.areAsked(root)) addBeginningsBy(root, from, to)
}

/** Those with a root of so many units. */
function addBeginningsBy(root: usize, from: usize, to: usize): void {
  const first = beginnings.firstOf(root)
  const fifth = beginnings.fifthOf(root)
  let at = picked
  for (let name = from; name < to; name += names.SIZE) {
    const start = names.startAt(name)
    const its = beginnings.rootBy(compared + (start << 1), first, fifth)
    store<usize>(at, name)
    at += (<usize>(u32(names.endAt(name) - start >= root) & beginnings.knows(its))) << 2
  }
  for (let place = picked; place < at; place += 4) {
    const name = load<usize>(place)
    const units = compared + (names.startAt(name) << 1)
    const many = beginnings.lengthsOf(units, names.endAt(name) - names.startAt(name))
    for (let i: usize = 0; i < many; i++) {
      const hash = beginnings.hashAt(units, i)
      if (!filter.mayBe(filter.beginnings, hash)) continue
      if (found === TOGETHER) wakeAll()
      add(kinds.prefix, units, beginnings.lengthAt(i), hash, 0)
    }
  }
}

/** Wakes whoever waits at a term, for the message at hand. */
export function wake(term: u32): void {
  const at = rowOf(term)
  if (load<u32>(at, row.WAITING) === 0 || load<u32>(at, row.WOKE) === messages.message) return
  store<u32>(at, messages.message, row.WOKE)
  messages.addWoken(term)
}

function add(kind: u32, units: usize, length: usize, hash: u32, name: usize): void {
  const at = finds + found++ * FIND
  store<u32>(at, kind)
  store<usize>(at, units, 4)
  store<usize>(at, length, 8)
  store<u32>(at, hash, 12)
  store<usize>(at, messages.current, 20)
  store<usize>(at, name, 24)
}

/** A word without its accents, and its beginnings: looked up one by one, since hardly anybody asks for them. */
function wakeBare(name: usize): void {
  const length = bareOf(name)
  const hash = hashOf(bareUnits, length)
  if (filter.mayBe(filter.words, hash)) wakeFound(find(kinds.bare, bareUnits, length, hash))
  if (ofKind(kinds.barePrefix) === 0) return
  const many = beginnings.lengthsOf(bareUnits, length)
  for (let i: usize = 0; i < many; i++) {
    const its = beginnings.hashAt(bareUnits, i)
    if (filter.mayBe(filter.beginnings, its)) wakeFound(find(kinds.barePrefix, bareUnits, beginnings.lengthAt(i), its))
  }
}

function wakeFound(term: u32): void {
  if (term !== 0) wake(term)
}

/** Looks up what was gathered. */
export function wakeAll(): void {
  const now = messages.current
  for (let i: usize = 0; i < found; i++) {
    const at = finds + i * FIND
    store<u32>(at, firstOf(load<u32>(at), load<u32>(at, 12)), 16)
  }
  let touched: u32 = 0
  for (let i: usize = 0; i < found; i++) touched ^= load<u32>(rowOf(load<u32>(finds + i * FIND, 16)))
  broughtNear(touched)
  for (let i: usize = 0; i < found; i++) if (load<u32>(finds + i * FIND, 16) !== 0) wakeFor(finds + i * FIND)
  found = 0
  messages.turnTo(now)
}

function wakeFor(at: usize): void {
  const kind = load<u32>(at)
  const hash = load<u32>(at, 12)
  const term =
    kind === kinds.pair
      ? pairFrom(load<u32>(at, 16), load<usize>(at, 4), load<usize>(at, 8), hash)
      : findFrom(load<u32>(at, 16), kind, load<usize>(at, 4), load<usize>(at, 8), hash)
  if (term === 0) return
  messages.turnTo(load<usize>(at, 20))
  wake(term)
  if (kind === kinds.folded && hasCased(term)) {
    const form = casedForm(load<usize>(at, 24))
    if (form !== 0) wake(form)
  }
}

/** From the first of a bucket on, the pair whose words are the names of two rows; 0: nobody asks for it. */
function pairFrom(first: u32, one: usize, other: usize, hash: u32): u32 {
  for (let term = first; term !== 0; term = nextOf(term)) {
    if (hashOfTerm(term) !== hash || kindOf(term) !== kinds.pair) continue
    const words = unitsOf(term)
    if (isName(load<u32>(words), one) && isName(load<u32>(words, 4), other)) return term
  }
  return 0
}

function isName(term: u32, name: usize): bool {
  const start = names.startAt(name)
  return is(term, kinds.folded, compared + (start << 1), names.endAt(name) - start)
}
