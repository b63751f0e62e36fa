/** How long people waited for a word, put together from what is counted of each day. Pure. */
import type { Id } from '../../lib/ids.ts'

/** From the first day to the last, both in it; days are UTC's. */
export type Span = { readonly from: string; readonly to: string }

/** Days of a bar of the plot, by the days of the span: it has from seven to thirty. */
export const barDays = { 7: 1, 30: 1, 90: 6 } as const
export type SpanDays = keyof typeof barDays

/** What was asked in a bar's days, of which the last is `to`. */
export type Bar = { to: string; asked: number; answered: number; inTime: number }

const DAY_MS = 86_400_000

/** So many days, of which the last is that of `at`. */
export function spanOf(days: number, at: Date): Span {
  const to = Math.floor(at.getTime() / DAY_MS) * DAY_MS
  return { from: dayOf(to - (days - 1) * DAY_MS), to: dayOf(to) }
}

export const spanBefore = ({ from }: Span, days: number): Span => spanOf(days, new Date(Date.parse(from) - DAY_MS))

/** The days of a span, the last first. */
export const daysBack = ({ from, to }: Span): string[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY_MS + 1 }, (_, n) => dayOf(Date.parse(to) - n * DAY_MS))

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** What is counted of a room and of what was meant. `intent` null: of conversations that asked nothing, which only end. */
export type Count = {
  roomId: Id
  room: string
  intent: string | null
  asked: number
  answered: number
  /** Their time is not over, and nobody has answered them. */
  pending: number
  /** Of those who are not pending: by the room's promise. */
  promised: number
  inTime: number
  closed: number
  reopened: number
}

/** Answers whose waits are about as long, in minutes. */
export type Band = { roomId: Id; intent: string; band: number; answers: number; shortest: number; longest: number }

/** `due`: those who were answered or whose time is over; `promised`: of these by the room's promise, the others within 24 hours. */
export type Figures = {
  asked: number
  answered: number
  due: number
  promised: number
  inTime: number
  /** In seconds within the hours of their rooms; null: nobody was answered. */
  median: number | null
  ninety: number | null
  closed: number
  reopened: number
}

export function figures(counts: readonly Count[], bands: readonly Band[]): Figures {
  const sum = (of: keyof Count & keyof Figures) => counts.reduce((total, it) => total + it[of], 0)
  const asked = sum('asked')
  const waits = merged(bands)
  return {
    ...{ asked, answered: sum('answered'), due: asked - counts.reduce((total, it) => total + it.pending, 0) },
    ...{ promised: sum('promised'), inTime: sum('inTime'), closed: sum('closed'), reopened: sum('reopened') },
    ...{ median: seconds(quantile(waits, 0.5)), ninety: seconds(quantile(waits, 0.9)) },
  }
}

/** From the oldest on; also where nobody asked. */
export function bars(
  each: readonly { day: string; asked: number; answered: number; inTime: number }[],
  { to }: Span,
  days: SpanDays,
): Bar[] {
  const many = days / barDays[days]
  const back = (day: string) => Math.floor((Date.parse(to) - Date.parse(day)) / (barDays[days] * DAY_MS))
  const byBar = Map.groupBy(each, ({ day }) => many - 1 - back(day))
  return Array.from({ length: many }, (_, at) => {
    const them = byBar.get(at) ?? []
    const sum = (of: 'asked' | 'answered' | 'inTime') => them.reduce((total, it) => total + it[of], 0)
    const last = Date.parse(to) - (many - 1 - at) * barDays[days] * DAY_MS
    return { to: dayOf(last), asked: sum('asked'), answered: sum('answered'), inTime: sum('inTime') }
  })
}

export type Line = Figures & {
  /** `all`, a room, or what was meant besides asking. */
  key: string
  name: string | null
  before: Figures
}

/** What is counted of a span. */
export type Counted = { readonly counts: readonly Count[]; readonly bands: readonly Band[] }

/** A line for all, and for each room and intent of either span; where most is asked comes first. */
export function lines(lately: Counted, before: Counted): { all: Line; rooms: Line[]; intents: Line[] } {
  const line = (
    key: string,
    name: string | null,
    has: (it: { roomId: Id; intent: string | null }) => boolean,
  ): Line => {
    const of = ({ counts, bands }: Counted) => figures(counts.filter(has), bands.filter(has))
    return { key, name, ...of(lately), before: of(before) }
  }
  const every = [...lately.counts, ...before.counts]
  const rooms = new Map(every.map(({ roomId, room }) => [roomId, room]))
  const intents = new Set(every.flatMap(({ intent }) => (intent === null ? [] : [intent])))
  const most = (a: Line, b: Line) => b.asked - a.asked || b.before.asked - a.before.asked || a.key.localeCompare(b.key)
  return {
    all: line('all', null, () => true),
    rooms: [...rooms].map(([id, name]) => line(id, name, ({ roomId }) => roomId === id)).sort(most),
    intents: [...intents].map((it) => line(it, null, ({ intent }) => intent === it)).sort(most),
  }
}

const seconds = (minutes: number | null) => (minutes === null ? null : minutes * 60)

type Waits = Pick<Band, 'answers' | 'shortest' | 'longest'>

/** Of one band each, the shortest waits first. */
function merged(bands: readonly Band[]): Waits[] {
  const byBand = Map.groupBy(bands, ({ band }) => band)
  return [...byBand.keys()]
    .sort((a, b) => a - b)
    .map((band) => {
      const them = byBand.get(band) ?? []
      return {
        answers: them.reduce((sum, { answers }) => sum + answers, 0),
        shortest: Math.min(...them.map(({ shortest }) => shortest)),
        longest: Math.max(...them.map(({ longest }) => longest)),
      }
    })
}

/**
 * Which wait that share of all is not longer than, between two neighbours as far as PostgreSQL's percentile_cont goes; null: there is none.
 * A band's waits are taken to lie evenly from its shortest to its longest: two in one are exact, and never is it wrong by more than a band.
 */
export function quantile(waits: readonly Waits[], share: number): number | null {
  const all = waits.reduce((sum, { answers }) => sum + answers, 0)
  if (all === 0) return null
  const place = share * (all - 1)
  const [below, above] = [nth(waits, Math.floor(place)), nth(waits, Math.ceil(place))]
  return below + (above - below) * (place - Math.floor(place))
}

function nth(waits: readonly Waits[], n: number): number {
  let before = 0
  for (const { answers, shortest, longest } of waits) {
    if (n < before + answers)
      return answers === 1 ? shortest : shortest + ((longest - shortest) * (n - before)) / (answers - 1)
    before += answers
  }
  throw new RangeError(`there is no wait ${n} among ${before}`)
}
