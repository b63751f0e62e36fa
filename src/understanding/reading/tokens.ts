/** A text as tokens: words, emoji, marks that stand together, names and links, each with its letters as they are compared. */
import { fancy, firstFancy, folded, kindOf, kinds } from './letters.ts'

/** A long text is read at its head and its tail alone, so that none takes longer than any other. */
export const longestHead = 1_500
export const longestTail = 500

export const most = longestHead + longestTail
const [url, name] = [0xe000, 0xe001] // private letters: in a text they are marks, never a token of this kind

/** The tokens of the text read last: used again by the next. */
export const tokens = {
  count: 0,
  /** Where each stands in the text, in UTF-16 units. */
  from: new Uint32Array(most + 2),
  to: new Uint32Array(most + 2),
  kind: new Uint8Array(most + 2),
  /** The folded letters of all, one after the other, and where each begins in them. */
  letters: new Uint16Array(most + 2),
  begins: new Uint16Array(most + 3),
  /** Whether one is a word: not an emoji, a mark, a name, a link or a number. */
  isWord(token: number): boolean {
    const kind = tokens.kind[token] as number
    if (kind === kinds.lone) return true
    const first = letters[begins[token] as number] as number
    return kind === kinds.letter && first !== url && first !== 48
  },
  isName: (token: number): boolean => letters[begins[token] as number] === name,
}
const { letters, begins } = tokens

/** How a text is written, beside its words. */
export type Shape = {
  capitals: number
  small: number
  stretched: boolean
  urls: number
  names: number
  marks: number
  asks: number
}

export function tokenise(whole: string): Shape {
  const long = whole.length > most
  const text = long ? `${whole.slice(0, longestHead)} ${whole.slice(-longestTail)}` : whole
  const shape = cut(text)
  if (long) inWhole(whole.length - most - 1)
  return shape
}

/** The tail stands where it stood in the whole text. */
function inWhole(by: number): void {
  const { from, to, count } = tokens
  for (let token = count - 1; token >= 0 && (from[token] as number) > longestHead; token--) {
    from[token] = (from[token] as number) + by
    to[token] = (to[token] as number) + by
  }
}

function cut(text: string): Shape {
  const shape: Shape = {
    capitals: 0,
    small: 0,
    stretched: false,
    urls: 0,
    names: 0,
    marks: 0,
    asks: 0,
  }
  let used = 0
  let count = 0
  const token = (from: number, to: number, begin: number, kind: number) => {
    tokens.from[count] = from
    tokens.to[count] = to
    tokens.kind[count] = kind
    begins[count++] = begin
  }
  let at = 0
  while (at < text.length) {
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
      if (plainOf(point) !== 0) {
        letters[used++] = plainOf(point)
        while (at < text.length && used - begin < 40) {
          const next = plainOf(text.codePointAt(at) as number)
          if (next === 0) break
          letters[used++] = next
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
    if (used >= most || count >= most) break
  }
  begins[count] = used
  tokens.count = count
  return shape
}

/** Of a letter in fancy dress the plain one; 0 for all others. */
const plainOf = (point: number): number => (point < firstFancy ? 0 : (fancy[point - firstFancy] ?? 0))

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
