/**
 * When so much is said, or so much in anger, that it is no ordinary hour. Each listener, room and topic is measured against
 * its own past: "41 messages by 38 people in the last half hour; a Tuesday at this hour has 3". docs/storms.md has the figures.
 */
import { chanceOf } from './tail.ts'

export const slotMinutes = 5
export const windowMinutes = 30
const [day, week] = [24, 168]
export const pastHours = 8 * week

/** Messages of half an hour. `people`: how many said them; null: nobody counted them yet, and the rest is looked at alone. */
export type Counted = { said: number; unhappy: number; people: number | null }

/**
 * Messages an hour, from the first hour that was heard, or eight weeks ago, to the last one that ended before the half hour.
 * Null: an hour of a storm, which is never taken for ordinary (Farrington 1996 and Noufaily 2013 weigh past outbreaks down).
 */
export type Past = readonly (number | null)[]

/** What half an hour at this hour of the week has, and its variance over its mean: 1 where messages come by chance alone. */
export type Ordinary = { mean: number; spread: number }

/** `loud`: so much is said. `angry`: so much of it in anger, however much is said. */
export type Unusual = { is: 'loud' | 'angry'; messages: number; ordinary: number }

export const rules = {
  /** Fewer are no storm (Farrington's `limit54` asks for 5 cases), and one who writes ten times is none. */
  least: { messages: 6, people: 5 },
  /** So many times the ordinary at least: a busy desk is not woken by what is merely improbable. */
  times: 2.5,
  /** A week has 336 half hours that have nothing in common: by chance alone a false alarm in about thirty weeks. */
  chance: 1e-4,
  /** Hours that must have been heard before anybody can say what is ordinary. */
  learns: day,
  /** Hours after which a storm ends, calm or not: what lasts longer is how it is now, and counts as ordinary. */
  lasts: day,
} as const

/** Null: nothing unusual, or too little was heard to say. */
export function unusual(counted: Counted, past: { said: Past; unhappy: Past }): Unusual | null {
  return above(counted, 'loud', counted.said, past.said) ?? above(counted, 'angry', counted.unhappy, past.unhappy)
}

function above({ people }: Counted, is: Unusual['is'], messages: number, past: Past): Unusual | null {
  if (!mayBe(messages) || (people !== null && people < rules.least.people)) return null
  const usual = ordinary(past)
  if (usual === null || messages < rules.times * usual.mean || chanceOf(messages, usual) > rules.chance) return null
  return { is, messages, ordinary: usual.mean }
}

/** So few are never a storm: nobody has to look at what is ordinary. */
export const mayBe = (messages: number): boolean => messages >= rules.least.messages

/** Of the half hour that follows `past`. Null: too little was heard to say. */
export function ordinary(past: Past): Ordinary | null {
  if (past.length < rules.learns) return null
  const known = past.filter((it) => it !== null)
  if (known.length === 0) return null
  const alike = sameHours(past)
  // One more value that says "as on the whole", so that one or two weeks don't speak too surely.
  const anHour = (sum(alike) + sum(known) / known.length) / (alike.length + 1)
  const mean = Math.max(leastMean, (anHour * windowMinutes) / 60)
  // What is ordinary is itself only estimated: the fewer hours, the less sure (Farrington 1996, prediction variance).
  return { mean, spread: spreadOf(past) * (1 + 1 / (alike.length + 1)) }
}

/** Of a listener that never found a thing, nobody can say that it never will. */
const leastMean = 0.05

/** The same hour of the week and its neighbours, in the weeks before; of the last days too, until there are four weeks. */
function sameHours(past: Past): number[] {
  const back: number[] = []
  for (let at = week; at <= past.length + 1; at += week) back.push(at)
  if (back.length < 4) for (let at = day; at < week && at <= past.length + 1; at += day) back.push(at)
  return back.flatMap((hours) => [-1, 0, 1].map((beside) => past[past.length - hours + beside])).filter(isKnown)
}

/**
 * Variance over mean from the squares of differences: between one hour and the next (von Neumann 1941), which bursts
 * raise, and between an hour and that of the day before and of the week before, which restless days raise. The largest counts.
 */
function spreadOf(past: Past): number {
  const between = (lag: number): number => {
    let [squares, both] = [0, 0]
    for (let at = lag; at < past.length; at++) {
      const [now, before] = [past[at], past[at - lag]]
      if (!isKnown(now) || !isKnown(before)) continue
      squares += (now - before) ** 2
      both += now + before
    }
    return both === 0 ? 1 : squares / both
  }
  return Math.max(1, ...[1, day, week].filter((lag) => past.length > lag).map(between))
}

/** Over, once an hour has no more than an ordinary one often has: a twentieth of the half hours do. */
export function isCalm(lastHour: readonly [Counted, Counted], past: { said: Past; unhappy: Past }): boolean {
  const often = (messages: number, usual: Ordinary | null) =>
    !mayBe(messages) || usual === null || chanceOf(messages, usual) > 0.05
  const [said, unhappy] = [ordinary(past.said), ordinary(past.unhappy)]
  return lastHour.every((half) => often(half.said, said) && often(half.unhappy, unhappy))
}

const isKnown = (it: number | null | undefined): it is number => typeof it === 'number'
const sum = (all: readonly number[]): number => all.reduce((total, it) => total + it, 0)
