import { meetings } from '../places.ts'
import type { Core } from './core.ts'
import { hashAt, lengthOf, partOf, parts } from './program.ts'

/** Where the words of a program stand in the message at hand: what only distances and long phrases ask for. */

/** Whether all parts of a `near` stand within reach of each other. `at`: the number of its head in the core's memory. */
export function isNear(core: Core, at: number): boolean {
  const code = core.numbers
  const end = at + lengthOf(code[at] as number)
  const starts: number[][] = []
  for (let part = at + 2; part < end; part += lengthOf(code[part] as number)) {
    const found = startsOf(core, part)
    if (found.length === 0) return false
    starts.push(found)
  }
  return !meetings(starts, code[at + 1] as number).next().done
}

/** Whether the words of a phrase follow each other. */
export const hasPhrase = (core: Core, at: number): boolean => startsOfPhrase(core, at).length > 0

/** The positions at which a word, a beginning or a phrase starts, ascending. */
function startsOf(core: Core, at: number): number[] {
  const code = core.numbers
  const [term, second] = [code[at + 1] as number, code[at + 2] as number]
  switch (partOf(code[at] as number)) {
    case parts.word:
      return placesOfWord(core, term, second)
    case parts.beginning:
      return core.calls.areMany() !== 0
        ? placesOf(core, term)
        : placesBy(core, (from) => core.calls.nameWith(term, second, from))
    case parts.phrase:
      return startsOfPhrase(core, at)
    default:
      return placesOf(core, term)
  }
}

function startsOfPhrase(core: Core, at: number): number[] {
  const count = core.numbers[at + 1] as number
  let starts: number[] = []
  for (let i = 0; i < count && (i === 0 || starts.length > 0); i++) {
    const hash = hashAt(core.numbers, at, i)
    const term = core.numbers[at + 2 + i] as number
    const places = hash === 0 ? placesOf(core, term) : placesOfWord(core, term, hash)
    const there = new Set(places)
    starts = i === 0 ? places : starts.filter((start) => there.has(start + i))
  }
  return starts
}

/** Of a plain word. Among few words it is found by its hash, among many all are looked up once. */
const placesOfWord = (core: Core, term: number, hash: number): number[] =>
  core.calls.areMany() !== 0 ? placesOf(core, term) : placesBy(core, (from) => core.calls.nameOf(term, hash, from))

function placesBy({ calls }: Core, next: (from: number) => number): number[] {
  const found: number[] = []
  for (let name = next(0); name >= 0; name = next(name + 1)) {
    const position = calls.positionOf(name)
    if (found.at(-1) !== position) found.push(position)
  }
  return found
}

function placesOf({ calls }: Core, term: number): number[] {
  calls.readHits()
  const found: number[] = []
  if (calls.isMet(term) === 0) return found
  for (let place = calls.lastPlace(term); place >= 0; place = calls.placeBefore(place)) {
    const position = calls.positionAt(place)
    if (found.at(-1) !== position) found.push(position)
  }
  return found.reverse()
}
