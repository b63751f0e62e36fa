import { bodyAt, lengthOf, pairAt, partOf, parts } from './program.ts'
import type { Terms } from './terms.ts'

/** By which terms a query is found: where it holds, one of `terms` is met, and all of what guards it. */
export type Anchors = {
  /** Term 0, which is met in every message, where nothing rarer must be there. */
  terms: readonly number[]
  /** Whoever meets one of the terms need ask no more: it holds. */
  direct: boolean
  /** Another term that must be there; 0: none. */
  guard: number
  /** Of these bits of a message's signature one must be set; 0: none need be. */
  mask: number
}

/** The rarest terms that a program can't do without. */
export function anchorsOf(code: ArrayLike<number>, from: number, terms: Terms): Anchors {
  const required = rarest(code, from, terms)
  if (required === null) return { terms: [0], direct: false, guard: 0, mask: 0 }
  const direct = isDirect(code, from)
  const anchors = [...new Set(required.terms)]
  if (partOf(code[from] as number) !== parts.all) return { terms: anchors, direct, guard: 0, mask: 0 }
  return { terms: anchors, direct, ...besides(code, from, anchors, terms) }
}

type Required = { rate: number; terms: number[] }

/** Of each `all` its rarest part, of each `any` all parts together. null: it may hold where nothing is met. */
function rarest(code: ArrayLike<number>, at: number, terms: Terms): Required | null {
  const head = code[at] as number
  switch (partOf(head)) {
    case parts.term:
      return one(code[at + 1] as number, terms)
    case parts.fact:
      return one(code[at + 1] as number, terms)
    case parts.phrase: {
      const pairs = Array.from({ length: (code[at + 1] as number) - 1 }, (_, i) => one(pairAt(code, at, i), terms))
      return pairs.reduce(rarer)
    }
    case parts.near:
    case parts.all:
      return each(code, at)
        .map((part) => rarest(code, part, terms))
        .reduce((a, b) => (a === null ? b : b === null ? a : rarer(a, b)), null)
    case parts.any:
      return each(code, at)
        .map((part) => rarest(code, part, terms))
        .reduce(
          (a, b) => (a === null || b === null ? null : { rate: a.rate + b.rate, terms: [...a.terms, ...b.terms] }),
          {
            rate: 0,
            terms: [],
          },
        )
    default:
      return null
  }
}

const one = (term: number, terms: Terms): Required => ({ rate: terms.rate(term), terms: [term] })
const rarer = (a: Required, b: Required): Required => (b.rate < a.rate ? b : a)

/** Where the parts of a part begin. */
function each(code: ArrayLike<number>, at: number): number[] {
  const head = code[at] as number
  const found: number[] = []
  for (let part = at + bodyAt(head); part < at + lengthOf(head); part += lengthOf(code[part] as number))
    found.push(part)
  return found
}

/** Whether meeting an anchor is all that is asked. */
function isDirect(code: ArrayLike<number>, at: number): boolean {
  switch (partOf(code[at] as number)) {
    case parts.term:
    case parts.fact:
      return true
    case parts.phrase:
      return code[at + 1] === 2
    case parts.any:
      return each(code, at).every((part) => isDirect(code, part))
    default:
      return false
  }
}

/** What else an `all` needs, for a look that spares most of the asking: its rarest other term, and one of its `any`. */
function besides(code: ArrayLike<number>, at: number, anchors: readonly number[], terms: Terms) {
  let guard = 0
  let mask = 0
  for (const part of each(code, at)) {
    const kind = partOf(code[part] as number)
    if (kind === parts.any && mask === 0) mask = maskOf(code, part, anchors)
    const term = kind === parts.term ? (code[part + 1] as number) : kind === parts.phrase ? pairAt(code, part, 0) : 0
    if (term === 0 || anchors.includes(term)) continue
    if (guard === 0 || terms.rate(term) < terms.rate(guard)) guard = term
  }
  return { guard, mask }
}

/** The bits of all its terms; 0 where a part of it is none, or where it is the anchor. */
function maskOf(code: ArrayLike<number>, at: number, anchors: readonly number[]): number {
  let mask = 0
  for (const part of each(code, at)) {
    const kind = partOf(code[part] as number)
    const term = kind === parts.term ? (code[part + 1] as number) : kind === parts.phrase ? pairAt(code, part, 0) : 0
    if (term === 0 || anchors.includes(term)) return 0
    mask |= 1 << (term & 31)
  }
  return mask
}
