/** Hours as people write them: "Mon–Fri 09:00–17:00 (Europe/Berlin)", and read again from what they type. */
import type { Hours } from '../../../src/api/rooms/shapes.charter.ts'
import type { Say } from '../../words/words.ts'

export function hoursText(hours: Hours | null, say: Say, locale: string): string {
  if (hours === null) return say('charter.hours.always')
  const days = weekdayNames(locale, 'short')
  const runs: { from: number; to: number; spans: string }[] = []
  hours.week.map(spansText).forEach((spans, day) => {
    const last = runs.at(-1)
    if (last?.spans === spans) last.to = day
    else runs.push({ from: day, to: day, spans })
  })
  const said = runs
    .filter(({ spans }) => spans !== '')
    .map(({ from, to, spans }) => `${days[from]}${to > from ? `–${days[to]}` : ''} ${spans}`)
  return `${said.join('; ')} (${hours.zone})`
}

/** Monday first. */
export function weekdayNames(locale: string, weekday: 'short' | 'long'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day))) // 1 January 2024 was a Monday
}

export const spansText = (spans: readonly (readonly [string, string])[]): string =>
  spans.map(([from, to]) => `${from}–${to}`).join(', ')

/** "9:00-12:30, 14–18" gives two spans; what makes no sense stays as it is, so that the server can say what is wrong. */
export const spansOf = (typed: string): [string, string][] =>
  typed
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = ''] = part.split(/\s*[-–—]\s*/)
      return [timeOf(from), timeOf(to)]
    })

function timeOf(typed: string): string {
  const [, hour, minutes = '00'] = /^(\d{1,2})(?:[:.](\d\d))?$/.exec(typed.trim()) ?? []
  return hour === undefined ? typed.trim() : `${hour.padStart(2, '0')}:${minutes}`
}
