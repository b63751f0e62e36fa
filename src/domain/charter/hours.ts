/** When a room is looked after: a week in a time zone, with holidays; and how many of those minutes lie between two instants. */

/** `['09:00', '17:30']`, by the clock on the wall there; `24:00` is the end of the day. */
export type Span = readonly [from: string, to: string]

export type Hours = {
  /** By its IANA name: `Europe/Berlin`. */
  readonly zone: string
  /** Seven days, Monday first, each with its spans in order; none: closed. */
  readonly week: readonly (readonly Span[])[]
  /** Closed on these days: `2026-04-03` once, `12-25` each year. */
  readonly holidays: readonly string[]
}

export type Calendar = {
  /** Open minutes between two instants; 0 where `to` is not after `from`. */
  within(from: Date, to: Date): number
  /** When so many open minutes have gone by; null: not within two years. */
  after(from: Date, minutes: number): Date | null
  /** Since when so many open minutes have gone by; null: not within two years. */
  before(to: Date, minutes: number): Date | null
}

const MINUTE_MS = 60_000
const FURTHEST_DAYS = 2 * 366

/** Null: open day and night. Each day is worked out once, so that one calendar may be asked thousands of times. */
export function calendarOf(hours: Hours | null): Calendar {
  if (hours === null) return aroundTheClock
  const known = new Map<string, readonly Open[]>()
  const openOn = (day: Temporal.PlainDate): readonly Open[] => {
    const name = day.toString()
    const before = known.get(name)
    if (before) return before
    const open = openingsOn(day, hours)
    known.set(name, open)
    return open
  }
  const dayOf = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(hours.zone).toPlainDate()

  return {
    within(from, to) {
      let open = 0
      const last = dayOf(to)
      for (let day = dayOf(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
        for (const [opens, closes] of openOn(day))
          open += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()))
      }
      return open / MINUTE_MS
    },
    after(from, minutes) {
      let left = minutes * MINUTE_MS
      let day = dayOf(from)
      for (let days = 0; days < FURTHEST_DAYS; days++, day = day.add({ days: 1 })) {
        for (const [opens, closes] of openOn(day)) {
          const begins = Math.max(opens, from.getTime())
          if (closes - begins >= left && closes > begins) return new Date(begins + left)
          left -= Math.max(0, closes - begins)
        }
      }
      return null
    },
    before(to, minutes) {
      let left = minutes * MINUTE_MS
      let day = dayOf(to)
      for (let days = 0; days < FURTHEST_DAYS; days++, day = day.subtract({ days: 1 })) {
        for (const [opens, closes] of openOn(day).toReversed()) {
          const ends = Math.min(closes, to.getTime())
          if (ends - opens >= left && ends > opens) return new Date(ends - left)
          left -= Math.max(0, ends - opens)
        }
      }
      return null
    },
  }
}

const aroundTheClock: Calendar = {
  within: (from, to) => Math.max(0, to.getTime() - from.getTime()) / MINUTE_MS,
  after: (from, minutes) => new Date(from.getTime() + minutes * MINUTE_MS),
  before: (to, minutes) => new Date(to.getTime() - minutes * MINUTE_MS),
}

/** In milliseconds since 1970. */
type Open = readonly [opens: number, closes: number]

// A span that begins in the hour that spring takes away begins an hour later; one over the hour that autumn gives twice is longer.
function openingsOn(day: Temporal.PlainDate, { zone, week, holidays }: Hours): Open[] {
  const name = day.toString()
  if (holidays.includes(name) || holidays.includes(name.slice(5))) return []
  return (week[day.dayOfWeek - 1] ?? []).map(([from, to]) => [instant(day, from, zone), instant(day, to, zone)])
}

const instant = (day: Temporal.PlainDate, time: string, timeZone: string): number =>
  (time === '24:00'
    ? day.add({ days: 1 }).toZonedDateTime({ timeZone })
    : day.toZonedDateTime({ timeZone, plainTime: time })
  ).epochMilliseconds

/** What is wrong with hours that somebody typed, in words for them; null: nothing. */
export function wrongHours({ zone, week, holidays }: Hours): string | null {
  if (!isZone(zone)) return `There is no time zone called ${zone}. It is written like Europe/Berlin.`
  if (week.length !== 7) return 'A week has seven days.'
  for (const spans of week) {
    let last = ''
    for (const [from, to] of spans) {
      if (!isTime(from) || !(isTime(to) || to === '24:00'))
        return `Write hours like 09:00 to 17:30, not ${from} to ${to}.`
      if (from >= to)
        return `${from} to ${to} ends before it begins. What goes on after midnight belongs to the next day.`
      if (from < last) return `${from} to ${to} begins before the hours before it end.`
      last = to
    }
  }
  const odd = holidays.find((day) => !isDay(day))
  return odd === undefined ? null : `Write a holiday like 2026-04-03, or 12-25 for each year, not ${odd}.`
}

const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)

function isDay(day: string): boolean {
  const whole = /^\d\d-\d\d$/.test(day) ? `2028-${day}` : day // a leap year, so that 02-29 is one
  if (!/^\d{4}-\d\d-\d\d$/.test(whole)) return false
  try {
    return Temporal.PlainDate.from(whole).toString() === whole
  } catch {
    return false
  }
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
