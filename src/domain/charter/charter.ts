/** A room's charter: what we are there for, how we sound, when we are there, and how soon somebody has a word from us. */
import type { Id } from '../../lib/ids.ts'
import { type Intent, intents } from '../../understanding/intents.ts'
import { type Calendar, type Hours, wrongHours } from './hours.ts'

/** Within so many minutes of the hours somebody has a word from us; `any` holds for what no other intent is promised. */
export type Promises = Readonly<Partial<Record<Intent | 'any', number>>>

export type Charter = {
  readonly purpose: string
  /** Up to three words: warm, brief, plain. */
  readonly tone: readonly string[]
  /** How we sound there, and how we do not; of our own making. Empty: nobody wrote one. */
  readonly good: string
  readonly bad: string
  readonly etiquette: string
  readonly never: string
  /** Null: day and night. */
  readonly hours: Hours | null
  readonly ownerId: Id | null
  readonly promises: Promises
}

export const noCharter: Charter = {
  purpose: '',
  tone: [],
  good: '',
  bad: '',
  etiquette: '',
  never: '',
  hours: null,
  ownerId: null,
  promises: {},
}

/** Minutes promised to somebody with these intents, the shortest where more than one holds; null: nothing is promised. */
export function promisedMinutes({ promises }: Pick<Charter, 'promises'>, labels: readonly string[]): number | null {
  const named = labels.flatMap((label) => promises[label as Intent] ?? [])
  return named.length > 0 ? Math.min(...named) : (promises.any ?? null)
}

/** When the promise to somebody who has waited since then runs out; null: nothing is promised. */
export function promisedBy(
  charter: Pick<Charter, 'promises'>,
  waiting: { since: Date; labels: readonly string[] },
  calendar: Calendar,
): Date | null {
  const minutes = promisedMinutes(charter, waiting.labels)
  return minutes === null ? null : calendar.after(waiting.since, minutes)
}

/** Where a room promises nothing, a word within so many hours by the clock is in time. */
export const inTimeHours = 24

/** By when somebody is to have a word from us, and whether that was promised; `at` null: the room never opens. */
export function dueBy(
  charter: Pick<Charter, 'promises'>,
  waiting: { since: Date; labels: readonly string[] },
  calendar: Calendar,
): { at: Date | null; promised: boolean } {
  return promisedMinutes(charter, waiting.labels) === null
    ? { at: new Date(waiting.since.getTime() + inTimeHours * 3_600_000), promised: false }
    : { at: promisedBy(charter, waiting, calendar), promised: true }
}

const MOST_MINUTES = 60 * 24 * 60

/** In words for whoever typed it; null: nothing is wrong. */
export function wrongCharter({ tone, hours, promises }: Charter): { field: string; why: string } | null {
  if (tone.length > 3) return { field: 'tone', why: 'Three words say the tone. With more, nobody remembers them.' }
  const odd = Object.entries(promises).find(([intent, minutes]) => !isPromise(intent, minutes))
  if (odd) return { field: 'promises', why: `A promise to ${odd[0]} is between a minute and sixty days.` }
  const why = hours && wrongHours(hours)
  return why === null ? null : { field: 'hours', why }
}

const isPromise = (intent: string, minutes: number) =>
  (intent === 'any' || (intents as readonly string[]).includes(intent)) &&
  Number.isInteger(minutes) &&
  minutes >= 1 &&
  minutes <= MOST_MINUTES
