import * as parts from '../agreed/parts'
import { hasLongPhrase, holds, isNear, isNow } from './around'
import * as hits from './hits'
import * as messages from './messages'
import * as names from './names'
import * as signature from './signature'

/** Whether queries hold of the message at hand. */

function next(at: usize): usize {
  return at + ((load<u32>(at) >>> 4) << 2)
}

/** Whether a program holds. */
export function answer(at: usize): bool {
  const head = load<u32>(at)
  switch (head & 15) {
    case parts.word:
      return hits.hasWord(load<u32>(at, 4), load<u32>(at, 8))
    case parts.beginning:
      return hits.hasBeginning(load<u32>(at, 4), load<u32>(at, 8))
    case parts.term:
      return hits.has(load<u32>(at, 4))
    case parts.fact:
      return holds(messages.current, load<u32>(at, 8), load<u32>(at, 4))
    case parts.moment:
      return isNow(messages.current, load<u32>(at, 4))
    case parts.phrase:
      return hasPhrase(at)
    case parts.near:
      return areAllThere(at) && isNear(at)
    case parts.not:
      return !answer(at + 4)
    case parts.all: {
      const end = next(at)
      for (let part = at + 4; part < end; part = next(part)) if (!answer(part)) return false
      return true
    }
    default: {
      const end = next(at)
      for (let part = at + 4; part < end; part = next(part)) if (answer(part)) return true
      return false
    }
  }
}

function areAllThere(at: usize): bool {
  const end = next(at)
  for (let part = at + 8; part < end; part = next(part)) if (!mayStart(part)) return false
  return true
}

/** False: a word, a beginning or a phrase is surely not in the message. */
function mayStart(at: usize): bool {
  switch (load<u32>(at) & 15) {
    case parts.word:
      return signature.hasWord(load<u32>(at, 8))
    case parts.beginning:
      return signature.hasStem(load<u32>(at, 8))
    case parts.phrase: {
      const count = load<u32>(at, 4)
      for (let i: u32 = 0; i < count; i++) {
        const hash = hashAt(at, count, i)
        if (hash !== 0 && !signature.hasWord(hash)) return false
      }
      return true
    }
    default:
      return true
  }
}

/** The hash of a phrase's n-th word; 0: it is no plain word. */
function hashAt(at: usize, count: u32, n: u32): u32 {
  return load<u32>(at + ((1 + 2 * count + n) << 2))
}
function termAt(at: usize, n: u32): u32 {
  return load<u32>(at + ((2 + n) << 2))
}
function pairAt(at: usize, count: u32, n: u32): u32 {
  return load<u32>(at + ((2 + count + n) << 2))
}

function hasPhrase(at: usize): bool {
  if (!mayStart(at)) return false
  const count = load<u32>(at, 4)
  // Of many words the pairs are known, once all are read; of few, the places of each are soon found.
  if (hits.areMany()) {
    for (let i: u32 = 0; i < count - 1; i++) if (!hits.has(pairAt(at, count, i))) return false
    return count === 2 || hasLongPhrase(at)
  }
  for (let i: u32 = 0; i < count; i++) if (hashAt(at, count, i) === 0) return hasLongPhrase(at)
  const first = termAt(at, 0)
  for (let name = hits.nameOf(first, hashAt(at, count, 0), 0); name >= 0; ) {
    if (goesOn(at, count, names.positionOf(name))) return true
    name = hits.nameOf(first, hashAt(at, count, 0), name + 1)
  }
  return false
}

/** Whether the other words of a phrase follow the one at a position. */
function goesOn(at: usize, count: u32, start: i32): bool {
  for (let i: u32 = 1; i < count; i++) {
    const hash = hashAt(at, count, i)
    let name = hits.nameOf(termAt(at, i), hash, 0)
    while (name >= 0 && names.positionOf(name) < start + <i32>i) name = hits.nameOf(termAt(at, i), hash, name + 1)
    if (name < 0 || names.positionOf(name) !== start + <i32>i) return false
  }
  return true
}
