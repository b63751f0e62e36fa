import type { FieldName } from '../fields.ts'
import { meetings } from '../places.ts'
import type { Hits } from './hits.ts'
import { fieldNames, hashAt, lengthOf, pairAt, partOf, parts } from './program.ts'

/** Whether a program holds. */
export function answer(code: Int32Array, at: number, asked: Asked): boolean {
  const head = code[at] as number
  const end = at + lengthOf(head)
  switch (partOf(head)) {
    case parts.word:
      return asked.hits.hasWord(code[at + 1] as number, code[at + 2] as number)
    case parts.beginning:
      return asked.hits.hasBeginning(code[at + 1] as number, code[at + 2] as number)
    case parts.term:
      return asked.hits.has(code[at + 1] as number)
    case parts.fact:
      return asked.hits.holds(fieldNames[code[at + 2] as number] as FieldName, code[at + 1] as number)
    case parts.moment:
      return asked.isNow(code[at + 1] as number)
    case parts.phrase:
      return hasPhrase(code, at, asked.hits)
    case parts.near:
      return isNear(code, at, end, asked.hits)
    case parts.not:
      return !answer(code, at + 1, asked)
    case parts.all:
      for (let part = at + 1; part < end; part += lengthOf(code[part] as number)) {
        if (!answer(code, part, asked)) return false
      }
      return true
    default:
      for (let part = at + 1; part < end; part += lengthOf(code[part] as number)) {
        if (answer(code, part, asked)) return true
      }
      return false
  }
}

export type Asked = { hits: Hits; isNow(moment: number): boolean }

function hasPhrase(code: Int32Array, at: number, hits: Hits): boolean {
  if (!mayStart(code, at, hits)) return false
  const count = code[at + 1] as number
  // Of many words the pairs are known, once all are read; of few, the places of each are soon found.
  if (hits.areMany) for (let i = 0; i < count - 1; i++) if (!hits.has(pairAt(code, at, i))) return false
  return (hits.areMany && count === 2) || startsOf(code, at, hits).length > 0
}

function isNear(code: Int32Array, at: number, end: number, hits: Hits): boolean {
  for (let part = at + 2; part < end; part += lengthOf(code[part] as number)) {
    if (!mayStart(code, part, hits)) return false
  }
  const starts: number[][] = []
  for (let part = at + 2; part < end; part += lengthOf(code[part] as number)) {
    const found = startsOf(code, part, hits)
    if (found.length === 0) return false
    starts.push(found)
  }
  return !meetings(starts, code[at + 1] as number).next().done
}

/** False: a word, a beginning or a phrase is surely not in the message. */
function mayStart(code: Int32Array, at: number, hits: Hits): boolean {
  switch (partOf(code[at] as number)) {
    case parts.word:
      return hits.mayHaveWord(code[at + 2] as number)
    case parts.beginning:
      return hits.mayHaveBeginning(code[at + 2] as number)
    case parts.phrase: {
      const count = code[at + 1] as number
      for (let i = 0; i < count; i++) {
        const hash = hashAt(code, at, i)
        if (hash !== 0 && !hits.mayHaveWord(hash)) return false
      }
      return true
    }
    default:
      return true
  }
}

/** The positions at which a word, a beginning or a phrase starts. */
function startsOf(code: Int32Array, at: number, hits: Hits): number[] {
  switch (partOf(code[at] as number)) {
    case parts.word:
      return hits.placesOfWord(code[at + 1] as number, code[at + 2] as number)
    case parts.beginning:
      return hits.placesOfBeginning(code[at + 1] as number, code[at + 2] as number)
    case parts.phrase:
      return startsOfPhrase(code, at, hits)
    default:
      return hits.placesOf(code[at + 1] as number)
  }
}

function startsOfPhrase(code: Int32Array, at: number, hits: Hits): number[] {
  const count = code[at + 1] as number
  let starts: number[] = []
  for (let i = 0; i < count && (i === 0 || starts.length > 0); i++) {
    const hash = hashAt(code, at, i)
    const term = code[at + 2 + i] as number
    const places = hash === 0 ? hits.placesOf(term) : hits.placesOfWord(term, hash)
    const there = new Set(places)
    starts = i === 0 ? places : starts.filter((start) => there.has(start + i))
  }
  return starts
}
