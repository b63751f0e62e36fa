import { bitsOfLook, isGuarded, signBits, stemsFrom } from './agreed/entries.ts'
import { folded } from './agreed/kinds.ts'
import { each, hashAt, pairAt, partOf, parts } from './program.ts'
import type { Terms } from './terms.ts'

/** By which terms a query is found: where it holds, one of `terms` is met, and what it looks at first is there. */
export type Anchors = {
  /** Term 0, which is met in every message, where nothing rarer must be there. */
  terms: readonly number[]
  /** Whoever meets one of the terms need ask no more: it holds. */
  direct: boolean
  /**
   * What it takes a look at before it is asked: bits of a message's signature, three of them in a number. The first must be
   * there where `isGuarded` is set, and of the others one; 0: none need be.
   */
  looks: readonly [number, number]
}

/** The rarest terms that a program can't do without. */
export function anchorsOf(code: ArrayLike<number>, from: number, terms: Terms): Anchors {
  const required = rarest(code, from, terms)
  if (required === null) return { terms: [0], direct: false, looks: [0, 0] }
  const anchors = [...new Set(required.terms)]
  const looks = partOf(code[from] as number) === parts.all ? looksOf(code, from, anchors, terms) : noLooks
  return { terms: anchors, direct: isDirect(code, from, terms), looks }
}

type Required = { rate: number; terms: number[] }

/** Of each `all` its rarest part, of each `any` all parts together. null: it may hold where nothing is met. */
export function rarest(code: ArrayLike<number>, at: number, terms: Terms): Required | null {
  const head = code[at] as number
  switch (partOf(head)) {
    case parts.word:
    case parts.beginning:
    case parts.term:
    case parts.fact:
      return one(code[at + 1] as number, terms)
    case parts.phrase:
      return phraseTerms(code, at, terms)
        .map((term) => one(term, terms))
        .reduce(rarer)
    case parts.near:
    case parts.all:
      return each(code, at)
        .map((part) => rarest(code, part, terms))
        .reduce((a, b) => (a === null ? b : b === null ? a : rarer(a, b)), null)
    case parts.any:
      return each(code, at)
        .map((part) => rarest(code, part, terms))
        .reduce(together, { rate: 0, terms: [] })
    default:
      return null
  }
}

const one = (term: number, terms: Terms): Required => ({ rate: terms.rate(term), terms: [term] })
const rarer = (a: Required, b: Required): Required => (b.rate < a.rate ? b : a)
const together = (a: Required | null, b: Required | null): Required | null =>
  a === null || b === null ? null : { rate: a.rate + b.rate, terms: [...a.terms, ...b.terms] }

/** Its pairs of plain words, which wake whoever waits at them; without one, its words. */
function phraseTerms(code: ArrayLike<number>, at: number, terms: Terms): number[] {
  const words = Array.from({ length: code[at + 1] as number }, (_, i) => code[at + 2 + i] as number)
  const isPlain = (word: number | undefined) => word !== undefined && terms.kindOf(word) === folded
  const pairs = words.slice(1).flatMap((word, i) => (isPlain(words[i]) && isPlain(word) ? [pairAt(code, at, i)] : []))
  return pairs.length > 0 ? pairs : words
}

/** Whether meeting an anchor is all that is asked. */
function isDirect(code: ArrayLike<number>, at: number, terms: Terms): boolean {
  switch (partOf(code[at] as number)) {
    case parts.word:
    case parts.beginning:
    case parts.term:
    case parts.fact:
      return true
    case parts.phrase:
      return code[at + 1] === 2 && phraseTerms(code, at, terms).length === 1
    case parts.any:
      return each(code, at).every((part) => isDirect(code, part, terms))
    default:
      return false
  }
}

const noLooks = [0, 0] as const

/** What else an `all` needs, for a look that spares most of the asking: its rarest other word, and one of its smallest `any`. */
function looksOf(code: ArrayLike<number>, at: number, anchors: readonly number[], terms: Terms): [number, number] {
  let guard: number | null = null
  let guardRate = 1
  let members: readonly number[] = []
  for (const part of each(code, at)) {
    const bits = bitsOf(code, part, anchors, terms)
    if (bits === null) continue
    if (partOf(code[part] as number) === parts.any) {
      if (bits.length <= 6 && (members.length === 0 || bits.length < members.length)) members = bits
      continue
    }
    const rate = rarest(code, part, terms)?.rate ?? 1
    if (rate < guardRate) [guard, guardRate] = [bits[0] as number, rate]
  }
  if (guard !== null && members.length > 5) members = []
  const all = guard === null ? members : [guard, ...members]
  const packed = (some: readonly number[]) => some.reduce((sum, bit, i) => sum | (bit << (i * bitsOfLook)), 0)
  return [packed(all.slice(0, 3)) | (guard === null ? 0 : isGuarded), packed(all.slice(3))]
}

/** The bits of the words one of which must be there for a part to hold; null where some have none, or are waited at anyway. */
function bitsOf(code: ArrayLike<number>, at: number, anchors: readonly number[], terms: Terms): number[] | null {
  switch (partOf(code[at] as number)) {
    case parts.word: {
      const term = code[at + 1] as number
      return anchors.includes(term) ? null : bitOfWord(terms.hashOf(term))
    }
    case parts.beginning:
      return anchors.includes(code[at + 1] as number) ? null : [stemsFrom | ((code[at + 2] as number) & signBits)]
    case parts.phrase:
      return anchors.includes(pairAt(code, at, 0)) || hashAt(code, at, 0) === 0 ? null : bitOfWord(hashAt(code, at, 0))
    case parts.near:
      return each(code, at)
        .map((part) => bitsOf(code, part, anchors, terms))
        .reduce((a, b) => a ?? b, null)
    case parts.any: {
      const all = each(code, at).map((part) => bitsOf(code, part, anchors, terms))
      return all.includes(null) ? null : (all as number[][]).flat()
    }
    default:
      return null
  }
}

/** Bit 0 is nobody's: it says that there is none. */
function bitOfWord(hash: number): number[] | null {
  const bit = hash & signBits
  return bit === 0 ? null : [bit]
}
