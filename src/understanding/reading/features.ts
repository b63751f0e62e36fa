/**
 * A text as numbers: its words, pairs of words, parts of words and shape, each hashed to 32 bits.
 * "@rosa where is my cake??" gives <name>, where, is, ...; where·is, ...; _whe, wher, here, ere_, ...; ends with "?", and so on.
 */
import { kinds } from './letters.ts'
import { most, type Shape, tokenise, tokens } from './tokens.ts'

const { letters, begins } = tokens

/** What was read of one text. The arrays are used again by the next `read`: take what you need before. */
export type Features = {
  /** Hashes: words in [0, words), pairs in [words, pairs), parts in [pairs, parts), shape in [parts, all). */
  readonly hashes: Int32Array
  words: number
  pairs: number
  parts: number
  all: number
  /** The token that each of these was read from; of a pair the second. Shapes have none. */
  readonly tokenOf: Uint16Array
  /** Where each token stands in the text, in UTF-16 units. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  tokens: number
}

const features: Features = {
  hashes: new Int32Array(most * 6 + 64),
  tokenOf: new Uint16Array(most * 6 + 64),
  from: tokens.from,
  to: tokens.to,
  words: 0,
  pairs: 0,
  parts: 0,
  all: 0,
  tokens: 0,
}

export function read(text: string): Features {
  const shape = tokenise(text)
  features.tokens = tokens.count
  addWords()
  addPairs()
  addParts()
  addShape(shape)
  return features
}

/** Of the features read last: whether any token is a word. */
export function hasWord({ tokens: count }: Features): boolean {
  for (let token = 0; token < count; token++) if (tokens.isWord(token)) return true
  return false
}

const hashOfToken = new Int32Array(most + 2)

function addWords(): void {
  const { hashes, tokenOf } = features
  for (let token = 0; token < tokens.count; token++) {
    let hash = 0x811c9dc5 | 0
    for (let at = begins[token] as number; at < (begins[token + 1] as number); at++)
      hash = Math.imul(hash ^ (letters[at] as number), 0x01000193)
    hash = mixed(hash)
    hashOfToken[token] = hash
    hashes[token] = hash
    tokenOf[token] = token
  }
  features.words = tokens.count
}

function addPairs(): void {
  const { hashes, tokenOf } = features
  const all = tokens.count
  let count = all
  for (let token = 0; token <= all; token++) {
    const before = token === 0 ? 1 : (hashOfToken[token - 1] as number)
    const here = token === all ? 2 : (hashOfToken[token] as number)
    hashes[count] = mixed(Math.imul(before, 0x9e3779b1) ^ Math.imul(here, 0x85ebca6b))
    tokenOf[count++] = Math.min(token, Math.max(0, all - 1))
  }
  features.pairs = count
}

/** Three and four letters together, the ends of the word among them. */
function addParts(): void {
  const { hashes, tokenOf } = features
  const limit = hashes.length - 64
  let count = features.pairs
  for (let token = 0; token < tokens.count && count < limit - 90; token++) {
    if (tokens.kind[token] !== kinds.letter) continue
    const from = begins[token] as number
    const to = Math.min(begins[token + 1] as number, from + 40)
    if (to - from < 2) continue
    for (let at = from - 1; at + 3 <= to + 1; at++) {
      const three = partHash(at, at + 3, from, to)
      hashes[count] = mixed(three ^ 0x3c6ef372)
      tokenOf[count++] = token
      if (at + 4 > to + 1) continue
      hashes[count] = mixed(Math.imul(three ^ letterAt(at + 3, from, to), 0x01000193) ^ 0x5bd1e995)
      tokenOf[count++] = token
    }
  }
  features.parts = count
}

const letterAt = (at: number, from: number, to: number) => (at < from || at >= to ? 0xe002 : (letters[at] as number))

function partHash(start: number, end: number, from: number, to: number): number {
  let hash = 0x2f0b4c47
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ letterAt(at, from, to), 0x01000193)
  return hash
}

function addShape(shape: Shape): void {
  let count = features.parts
  const add = (what: number, value: number) => {
    features.hashes[count++] = mixed(Math.imul(what + 1, 0x27d4eb2f) ^ Math.imul(value + 1, 0x165667b1))
  }
  const all = tokens.count
  add(0, Math.min(3, shape.asks))
  add(1, Math.min(4, shape.marks))
  add(2, Math.min(2, shape.urls))
  add(3, Math.min(3, shape.names))
  add(4, Math.min(6, Math.floor(Math.log2(all + 1))))
  add(5, shape.capitals > 6 && shape.capitals > shape.small ? 2 : shape.capitals * 4 > shape.small ? 1 : 0)
  add(6, shape.stretched ? 1 : 0)
  // How it opens and how it closes: "where ...", "...?", after the names that it is addressed to.
  let first = 0
  while (first < all && tokens.isName(first)) first++
  if (first < all) add(7, hashOfToken[first] as number)
  if (first + 1 < all) add(8, mixed(Math.imul(hashOfToken[first] as number, 31) ^ (hashOfToken[first + 1] as number)))
  if (all > 0) add(9, hashOfToken[all - 1] as number)
  add(10, 0)
  features.all = count
}

/** Murmur's last step: all bits of a hash depend on all that went in. */
function mixed(hash: number): number {
  let it = hash
  it ^= it >>> 16
  it = Math.imul(it, 0x85ebca6b)
  it ^= it >>> 13
  it = Math.imul(it, 0xc2b2ae35)
  return it ^ (it >>> 16)
}
