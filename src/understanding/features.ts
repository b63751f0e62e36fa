/**
 * A text as numbers: its words, pairs of words, parts of words and shape, each hashed to 32 bits.
 * "@rosa where is my cake??" gives <name>, where, is, ...; where·is, ...; _whe, wher, here, ere_, ...; ends with "?", and so on.
 */
import { folded, kindOf, kinds } from './letters.ts'

/** A long text is read at its head and its tail alone, so that none takes longer than any other. */
export const longestHead = 1_500
export const longestTail = 500

const most = longestHead + longestTail
const [url, name] = [0xe000, 0xe001] // private letters: no text brings them, they are folded away below

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
  from: new Uint32Array(most + 2),
  to: new Uint32Array(most + 2),
  words: 0,
  pairs: 0,
  parts: 0,
  all: 0,
  tokens: 0,
}

// The folded letters of all tokens, one after the other, and where each token begins in them.
const letters = new Uint16Array(most + 2)
const begins = new Uint16Array(most + 3)
const kindOfToken = new Uint8Array(most + 2)

export function read(text: string): Features {
  const shape = tokenise(text)
  addWords()
  addPairs()
  addParts()
  addShape(shape)
  return features
}

type Shape = {
  capitals: number
  small: number
  stretched: boolean
  urls: number
  names: number
  marks: number
  asks: number
  length: number
}

function tokenise(text: string): Shape {
  const shape: Shape = {
    capitals: 0,
    small: 0,
    stretched: false,
    urls: 0,
    names: 0,
    marks: 0,
    asks: 0,
    length: text.length,
  }
  const gap = text.length > most ? longestHead : text.length
  let used = 0
  let tokens = 0
  const token = (from: number, to: number, begin: number, kind: number) => {
    features.from[tokens] = from
    features.to[tokens] = to
    begins[tokens] = begin
    kindOfToken[tokens] = kind
    tokens++
  }
  let at = 0
  while (at < text.length) {
    if (at >= gap && at < text.length - longestTail && text.length > most) at = text.length - longestTail
    const unit = text.charCodeAt(at)
    const kind = kindOf[unit] as number
    const from = at
    const begin = used
    if (kind === kinds.space || kind === kinds.unseen) {
      at++
    } else if (kind === kinds.letter || kind === kinds.digit) {
      const end = linkEnd(text, at)
      if (end > at) {
        letters[used++] = url
        shape.urls++
        at = end
      } else {
        at = word(text, at, shape, begin)
        used = wordEnd
      }
      token(from, at, begin, kinds.letter)
    } else if (kind === kinds.lone) {
      letters[used++] = folded[unit] as number
      at++
      token(from, at, begin, kinds.lone)
    } else if (kind === kinds.picture) {
      const point = text.codePointAt(at) as number
      at += point > 0xffff ? 2 : 1
      const plain = point >= 0x1d400 && point <= 0x1d7ff ? String.fromCodePoint(point).normalize('NFKC') : ''
      if (plain !== '') {
        // Letters in fancy dress, 𝐛𝐨𝐥𝐝 or 𝕥𝕨𝕚𝕔𝕖: the word goes on while they do.
        letters[used++] = folded[plain.charCodeAt(0)] as number
        while (at < text.length && used - begin < 40) {
          const next = text.codePointAt(at) as number
          if (next < 0x1d400 || next > 0x1d7ff) break
          letters[used++] = folded[String.fromCodePoint(next).normalize('NFKC').charCodeAt(0)] as number
          at += 2
        }
        token(from, at, begin, kinds.letter)
      } else {
        // Skin tones and selectors make no other emoji.
        if (point >= 0x1f3fb && point <= 0x1f3ff) continue
        letters[used++] = unit
        if (point > 0xffff) letters[used++] = text.charCodeAt(from + 1)
        token(from, at, begin, kinds.picture)
      }
    } else if (unit === 64 && kindOf[text.charCodeAt(at + 1)] === kinds.letter) {
      at++
      while (at < text.length && at - from < 80 && isHandle(text.charCodeAt(at))) at++
      letters[used++] = name
      shape.names++
      token(from, at, begin, kinds.picture)
    } else {
      // Marks together are one: "?!", "...", ":-)", ":D".
      while (at < text.length && at - from < 4 && kindOf[text.charCodeAt(at)] === kinds.mark) {
        const mark = folded[text.charCodeAt(at)] as number
        if (mark === 33) shape.marks++
        if (mark === 63 || mark === 0x61f || mark === 0x37e) shape.asks++
        letters[used++] = mark
        at++
      }
      if (at < text.length && (unit === 58 || unit === 59) && at - from < 3 && endsAfter(text, at)) {
        letters[used++] = folded[text.charCodeAt(at)] as number
        at++
      }
      token(from, at, begin, kinds.mark)
    }
    if (used >= most || tokens >= most) break
  }
  begins[tokens] = used
  features.tokens = tokens
  return shape
}

let wordEnd = 0

/** Letters and digits, with apostrophes between letters; of a letter said four times and more, three are kept. */
function word(text: string, start: number, shape: Shape, begin: number): number {
  let at = start
  let used = begin
  for (; at < text.length && used < most; at++) {
    const unit = text.charCodeAt(at)
    const kind = kindOf[unit] as number
    if (kind === kinds.unseen) continue
    if (kind !== kinds.letter && kind !== kinds.digit) {
      const apostrophe = unit === 39 || unit === 0x2019
      if (!apostrophe || kindOf[text.charCodeAt(at + 1)] !== kinds.letter) break
      letters[used++] = 39
      continue
    }
    const plain = folded[unit] as number
    if (plain !== unit && kind === kinds.letter) shape.capitals++
    else shape.small++
    if (
      used - begin >= 3 &&
      plain === letters[used - 1] &&
      plain === letters[used - 2] &&
      plain === letters[used - 3]
    ) {
      shape.stretched = true
      continue
    }
    // Digits of a number beyond the third say nothing more.
    if (kind === kinds.digit && used - begin >= 4 && letters[used - 1] === 48) continue
    letters[used++] = plain
  }
  wordEnd = used
  return at
}

/** Where a link that begins here ends; here, if none does. */
function linkEnd(text: string, at: number): number {
  const unit = text.charCodeAt(at) | 32
  if (unit !== 104 && unit !== 119) return at
  const starts = /^(?:https?:\/\/|https?\b|www\.)/i.test(text.slice(at, at + 8))
  if (!starts) return at
  let end = at
  while (end < text.length && kindOf[text.charCodeAt(end)] !== kinds.space) end++
  return end
}

const isHandle = (unit: number) => {
  const kind = kindOf[unit]
  return kind === kinds.letter || kind === kinds.digit || unit === 46 || unit === 45
}

/** One letter that nothing follows: the D of ":D". */
function endsAfter(text: string, at: number): boolean {
  const next = kindOf[text.charCodeAt(at + 1)]
  return kindOf[text.charCodeAt(at)] === kinds.letter && next !== kinds.letter && next !== kinds.digit
}

/** The folded letters of the text read last, token by token. */
export const lettersOf = {
  letters,
  begins,
  /** Whether a token is a word: not an emoji, a mark, a name, a link or a number. */
  speaks(token: number): boolean {
    const kind = kindOfToken[token] as number
    if (kind === kinds.lone) return true
    const first = letters[begins[token] as number] as number
    return kind === kinds.letter && first !== url && first !== 48
  },
}

/** Of the features read last: whether any token is a word. */
export function hasWord({ tokens }: Features): boolean {
  for (let token = 0; token < tokens; token++) if (lettersOf.speaks(token)) return true
  return false
}

const hashOfToken = new Int32Array(most + 2)

function addWords(): void {
  const { hashes, tokenOf, tokens } = features
  for (let token = 0; token < tokens; token++) {
    let hash = 0x811c9dc5 | 0
    for (let at = begins[token] as number; at < (begins[token + 1] as number); at++)
      hash = Math.imul(hash ^ (letters[at] as number), 0x01000193)
    hash = mixed(hash)
    hashOfToken[token] = hash
    hashes[token] = hash
    tokenOf[token] = token
  }
  features.words = tokens
}

function addPairs(): void {
  const { hashes, tokenOf, tokens } = features
  let count = tokens
  for (let token = 0; token <= tokens; token++) {
    const before = token === 0 ? 1 : (hashOfToken[token - 1] as number)
    const here = token === tokens ? 2 : (hashOfToken[token] as number)
    hashes[count] = mixed(Math.imul(before, 0x9e3779b1) ^ Math.imul(here, 0x85ebca6b))
    tokenOf[count++] = Math.min(token, Math.max(0, tokens - 1))
  }
  features.pairs = count
}

/** Three and four letters together, the ends of the word among them. */
function addParts(): void {
  const { hashes, tokenOf, tokens } = features
  const limit = hashes.length - 64
  let count = features.pairs
  for (let token = 0; token < tokens && count < limit - 90; token++) {
    if (kindOfToken[token] !== kinds.letter) continue
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
  const { tokens } = features
  add(0, Math.min(3, shape.asks))
  add(1, Math.min(4, shape.marks))
  add(2, Math.min(2, shape.urls))
  add(3, Math.min(3, shape.names))
  add(4, Math.min(6, Math.floor(Math.log2(tokens + 1))))
  add(5, shape.capitals > 6 && shape.capitals > shape.small ? 2 : shape.capitals * 4 > shape.small ? 1 : 0)
  add(6, shape.stretched ? 1 : 0)
  // How it opens and how it closes: "where ...", "...?", after the names that it is addressed to.
  let first = 0
  while (first < tokens && isName(first)) first++
  if (first < tokens) add(7, hashOfToken[first] as number)
  if (first + 1 < tokens)
    add(8, mixed(Math.imul(hashOfToken[first] as number, 31) ^ (hashOfToken[first + 1] as number)))
  if (tokens > 0) add(9, hashOfToken[tokens - 1] as number)
  add(10, 0)
  features.all = count
}

const isName = (token: number) => letters[begins[token] as number] === name

/** Murmur's last step: all bits of a hash depend on all that went in. */
function mixed(hash: number): number {
  let it = hash
  it ^= it >>> 16
  it = Math.imul(it, 0x85ebca6b)
  it ^= it >>> 13
  it = Math.imul(it, 0xc2b2ae35)
  return it ^ (it >>> 16)
}
