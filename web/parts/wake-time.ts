/** When a snoozed conversation comes back: the presets, and words such as "in 2 weekdays" or "next Tue 3pm". */

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const morning = { hours: 8, minutes: 0 }
const weekend = { hours: 10, minutes: 0 }
const tonight = { hours: 19, minutes: 0 }

type Clock = { hours: number; minutes: number }

export type Preset = 'later' | 'tomorrow' | 'weekend' | 'week'

/** The presets and the exact time that each would wake at; on a Sunday, tomorrow is next week, and said once. */
export function presets(now: Date): { preset: Preset; at: Date }[] {
  const all: { preset: Preset; at: Date }[] = [
    { preset: 'later', at: new Date(now.getTime() + 3 * 3_600_000) },
    { preset: 'tomorrow', at: dayAt(now, 1, morning) },
    { preset: 'weekend', at: nextWeekday(now, 6, weekend) },
    { preset: 'week', at: nextWeekday(now, 1, morning) },
  ]
  return all.filter(({ at }, n) => all.findIndex((other) => other.at.getTime() === at.getTime()) === n)
}

/** Reads a time in the future from words; null where the words name none. German day and unit names are read too. */
export function wakeTime(words: string, now: Date): Date | null {
  const text = english(words.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' '))
  const at = inSome(text, now) ?? onDay(text, now)
  return at !== null && at > now ? at : null
}

/** "in 20 min", "in an hour", "3 days", "in 2 weekdays". */
function inSome(text: string, now: Date): Date | null {
  const read = /^(?:in )?(\d{1,4}|an?) ?(minute|min|m|hour|hr|h|weekday|day|d|week|w|month)s?$/.exec(text)
  if (read === null) return null
  const n = Number.isNaN(Number(read[1])) ? 1 : Number(read[1])
  switch (read[2]) {
    case 'minute':
    case 'min':
    case 'm':
      return new Date(now.getTime() + n * 60_000)
    case 'hour':
    case 'hr':
    case 'h':
      return new Date(now.getTime() + n * 3_600_000)
    case 'weekday':
      return dayAt(now, weekdaysAhead(now, n), morning)
    case 'day':
    case 'd':
      return dayAt(now, n, morning)
    case 'month':
      return new Date(now.getFullYear(), now.getMonth() + n, now.getDate(), morning.hours)
    default:
      return dayAt(now, 7 * n, morning)
  }
}

/** A day with or without a time of day: "tomorrow", "next tue 3pm", "24 dec 9:00", "2026-12-24", "15:30". */
function onDay(text: string, now: Date): Date | null {
  const { day, clock, wrong } = splitClock(text)
  if (wrong) return null
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (date) return realDay(Number(date[1]), Number(date[2]) - 1, Number(date[3]), clock ?? morning)
  switch (day) {
    case '':
      return clock === null ? null : soonest(now, clock)
    case 'today':
      return clock && dayAt(now, 0, clock)
    case 'tonight':
      return dayAt(now, 0, clock ?? tonight)
    case 'tomorrow':
      return dayAt(now, 1, clock ?? morning)
    case 'weekend':
    case 'this weekend':
      return nextWeekday(now, 6, clock ?? weekend)
    case 'next week':
      return nextWeekday(now, 1, clock ?? morning)
  }
  return byWeekday(day, clock, now) ?? byMonth(day, clock, now)
}

function byWeekday(day: string, clock: Clock | null, now: Date): Date | null {
  const read = /^(?:next |on |this )?([a-z]{3})[a-z]*$/.exec(day)
  const weekday = read ? weekdays.indexOf(read[1] ?? '') : -1
  return weekday === -1 ? null : nextWeekday(now, weekday, clock ?? morning)
}

function byMonth(day: string, clock: Clock | null, now: Date): Date | null {
  const read = /^(\d{1,2})\.? ([a-z]{3})[a-z]*\.?$/.exec(day) ?? /^([a-z]{3})[a-z]* (\d{1,2})$/.exec(day)
  if (read === null) return null
  const [first = '', second = ''] = [read[1], read[2]]
  const [date, name] = /^\d/.test(first) ? [first, second] : [second, first]
  const month = months.indexOf(name)
  if (month === -1) return null
  const at = realDay(now.getFullYear(), month, Number(date), clock ?? morning)
  return at !== null && at <= now ? realDay(now.getFullYear() + 1, month, Number(date), clock ?? morning) : at
}

/** Takes the time of day off the end: "tue 3pm" is "tue" and 15:00. A lone number is no time. */
function splitClock(text: string): { day: string; clock: Clock | null; wrong: boolean } {
  const read = /^(.*?)(?:^| )(?:at )?(\d{1,2})(?::(\d{2}))? ?(am|pm|h)?$/.exec(text)
  if (read === null || (read[3] === undefined && read[4] === undefined)) return { day: text, clock: null, wrong: false }
  const half = read[4] === 'am' || read[4] === 'pm'
  const hours = half ? (Number(read[2]) % 12) + (read[4] === 'pm' ? 12 : 0) : Number(read[2])
  const minutes = Number(read[3] ?? 0)
  const wrong = hours > 23 || minutes > 59 || (half && Number(read[2]) > 12)
  return { day: (read[1] ?? '').trim(), clock: { hours, minutes }, wrong }
}

const dayAt = (now: Date, days: number, { hours, minutes }: Clock) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hours, minutes)

/** The next such weekday after today; today's own name means in a week. */
const nextWeekday = (now: Date, weekday: number, clock: Clock) =>
  dayAt(now, ((weekday - now.getDay() + 6) % 7) + 1, clock)

function soonest(now: Date, clock: Clock): Date {
  const today = dayAt(now, 0, clock)
  return today > now ? today : dayAt(now, 1, clock)
}

/** How many days ahead the nth weekday (Monday to Friday) from now lies. */
function weekdaysAhead(now: Date, n: number): number {
  let days = 0
  for (let left = n; left > 0; ) {
    days++
    if (![0, 6].includes((now.getDay() + days) % 7)) left--
  }
  return days
}

/** The 31st of a month of 30 days is no day. */
function realDay(year: number, month: number, date: number, { hours, minutes }: Clock): Date | null {
  const at = new Date(year, month, date, hours, minutes)
  return at.getMonth() === month && at.getDate() === date ? at : null
}

const german: [RegExp, string][] = [
  [/\b(um|den|am) /g, ''],
  [/\buhr$/g, 'h'],
  [/\bheute abend\b/g, 'tonight'],
  [/\bheute\b/g, 'today'],
  [/\bmorgen\b/g, 'tomorrow'],
  [/\b(nächste|kommende)n?r? woche\b/g, 'next week'],
  [/\bwochenende\b/g, 'weekend'],
  [/\b(nächste|kommende)[nrs]? /g, 'next '],
  [/\b(ein|eine|einem|einer)\b/g, 'a'],
  [/\bwerktage?n?\b/g, 'weekdays'],
  [/\btage?n?\b/g, 'days'],
  [/\bstunden?\b/g, 'hours'],
  [/\bminuten?\b/g, 'minutes'],
  [/\bwochen?\b/g, 'weeks'],
  [/\bmonate?n?\b/g, 'months'],
  [/\b(mo|di|mi|do|fr|sa|so)(ntag|enstag|ttwoch|nnerstag|eitag|mstag|nntag)?\b/g, 'WEEKDAY'],
  [/\bmär/g, 'mar'],
  [/\bmai\b/g, 'may'],
  [/\bokt/g, 'oct'],
  [/\bdez/g, 'dec'],
]
const germanDays: Record<string, string> = {
  mo: 'mon',
  di: 'tue',
  mi: 'wed',
  do: 'thu',
  fr: 'fri',
  sa: 'sat',
  so: 'sun',
}

function english(text: string): string {
  return german.reduce(
    (told, [from, to]) => told.replace(from, (_, day: string) => (to === 'WEEKDAY' ? (germanDays[day] ?? '') : to)),
    text,
  )
}
