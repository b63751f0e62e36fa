/** Time as people say it: "since yesterday evening", "3 hours ago", "Tue 24 Nov, 09:00". Local to the reader's clock. */
import type { WordId } from '../words/words.ts'

/** A message id and its values, ready for `say`. A `day` that is a Date is still to be written by `Intl`. */
export type TimeWords = { id: WordId; n?: number; day?: { at: Date; as: 'weekday' | 'date' | 'date-year' } }

const minute = 60_000
const hour = 60 * minute

/** Since when somebody waits. Under 4 hours by the clock; after that by the part of the day, the day, the date. */
export function sinceWords(since: Date, now: Date): TimeWords {
  const passed = now.getTime() - since.getTime()
  if (passed < minute) return { id: 'since.now' }
  if (passed < hour) return { id: 'since.minutes', n: Math.floor(passed / minute) }
  if (passed < 4 * hour) return { id: 'since.hours', n: Math.floor(passed / hour) }
  const days = daysBetween(since, now)
  if (days === 0) return { id: `since.today.${partOfDay(since)}` }
  if (days === 1) return { id: `since.yesterday.${partOfDay(since)}` }
  return { id: 'since.day', day: { at: since, as: dayForm(since, now, days) } }
}

/** How long ago something was said. */
export function agoWords(at: Date, now: Date): TimeWords {
  const passed = now.getTime() - at.getTime()
  if (passed < minute) return { id: 'ago.now' }
  if (passed < hour) return { id: 'ago.minutes', n: Math.floor(passed / minute) }
  const days = daysBetween(at, now)
  if (days === 0 || passed < 4 * hour) return { id: 'ago.hours', n: Math.floor(passed / hour) }
  if (days === 1) return { id: 'ago.yesterday' }
  return { id: 'ago.now', day: { at, as: dayForm(at, now, days) } }
}

/** "Tuesday", "3 March", "3 March 2024". */
export function dayText(day: NonNullable<TimeWords['day']>, locale: string): string {
  switch (day.as) {
    case 'weekday':
      return formatOf(locale, { weekday: 'long' }).format(day.at)
    case 'date':
      return formatOf(locale, { day: 'numeric', month: 'short' }).format(day.at)
    case 'date-year':
      return formatOf(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(day.at)
  }
}

/** The exact time, for hovering and for screen readers: "Saturday, 21 November 2026 at 18:40". */
export const exactTime = (at: Date, locale: string) =>
  formatOf(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at)

/** The time of a wake-up or a deadline, short: "Tue 24 Nov, 09:00"; the year only where it is another one. */
export function shortTime(at: Date, now: Date, locale: string): string {
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  const day = { weekday: 'short', day: 'numeric', month: 'short', year } as const
  return formatOf(locale, { ...day, hour: '2-digit', minute: '2-digit' }).format(at)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Each form made once: a list writes a hundred times at once, and making one costs far more than using it. */
function formatOf(locale: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(form)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, form)
  formats.set(key, made)
  return made
}

/** Whole calendar days from one local day to another; 0: the same day. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())
  return Math.round((midnight(to) - midnight(from)) / (24 * hour))
}

function partOfDay(at: Date): 'night' | 'morning' | 'afternoon' | 'evening' {
  const hours = at.getHours()
  if (hours < 5) return 'night'
  if (hours < 12) return 'morning'
  return hours < 18 ? 'afternoon' : 'evening'
}

function dayForm(at: Date, now: Date, days: number): 'weekday' | 'date' | 'date-year' {
  if (days > 0 && days < 7) return 'weekday'
  return at.getFullYear() === now.getFullYear() ? 'date' : 'date-year'
}
