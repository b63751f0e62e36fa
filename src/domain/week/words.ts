/** What a language must be able to say of a week; and how numbers and days are said in it. */
import type { Figures } from '../care/waited.ts'
import type { ObjectiveWeek, Week } from './week.ts'

export type WeekWords = {
  title: (from: string, to: string) => string
  changed: string
  next: string
  /** Before the address of the page. */
  more: string
  /** At the foot of the mail: why it came, and how it stops. */
  why: string
  nothingChanged: string
  nothingNext: string
  objective: (it: ObjectiveWeek) => string
  behind: (it: ObjectiveWeek) => string
  care: (now: Figures, before: Figures) => string
  reopened: (it: Figures) => string
  people: (it: Week['people']) => string
  onTheWay: (n: number) => string
  outcomes: (it: Week['outcomes']) => string
  verdicts: (it: Week['verdicts']) => string
  question: (it: Week['questions'][number]) => string
  writeOnce: (it: Week['questions'][number]) => string
  voice: (it: Week['voice'][number]) => string
  storms: (n: number) => string
  answerFirst: (it: { name: string | null; since: Date; people: number }, at: Date) => string
  promises: (n: number) => string
  trouble: (it: Week['troubles'][number]) => string
  lateRoom: (it: Week['lateRooms'][number]) => string
  counsel: (it: NonNullable<Week['counsel']>) => string
}

export function sayingIn(locale: string) {
  const number = (n: number) => n.toLocaleString(locale, { maximumFractionDigits: 1 })
  const unit = (n: number, unit: 'day' | 'hour' | 'minute') =>
    Math.round(n).toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return {
    number,
    day: (day: string) =>
      new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }),
    percent: (part: number, all: number) =>
      (all === 0 ? 0 : part / all).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 }),
    value: (n: number, as: ObjectiveWeek['unit']) =>
      as === 'percent' ? (n / 100).toLocaleString(locale, { style: 'percent', maximumFractionDigits: 0 }) : number(n),
    /** The largest unit of which there are two at least. */
    time: (seconds: number) =>
      seconds >= 2 * 86_400
        ? unit(seconds / 86_400, 'day')
        : seconds >= 2 * 3_600
          ? unit(seconds / 3_600, 'hour')
          : unit(Math.max(1, seconds / 60), 'minute'),
    money: (cents: number, currency: string) => {
      try {
        return (cents / 100).toLocaleString(locale, { style: 'currency', currency })
      } catch {
        return `${(cents / 100).toFixed(2)} ${currency}` // three letters that are no currency
      }
    },
  }
}
