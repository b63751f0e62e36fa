/**
 * After the sale: thank, ask whether it works, listen. Of each order one step at a time is due, by a clock that any real contact
 * moves. Ada's order is from Monday: thanks are due on Tuesday, the question a week after it; she writes on Sunday, so it waits
 * until six days after that. Pure.
 */
import type { Status } from './order.ts'

export const steps = ['thank', 'ask', 'listen'] as const
export type Step = (typeof steps)[number]
/** After how many days each is due; null: never. */
export type Days = Readonly<Record<Step, number | null>>
export const usualDays: Days = { thank: 1, ask: 7, listen: 30 }

/** The farthest day that an owner may set. */
export const LONGEST_DAYS = 365

/** So long after its day a step is still worth a word; a file of old orders asks for none. */
export const LATE_DAYS = 14

/** What a teammate said of a step: it is done, it is not for this one, or later, from that day (`2026-06-01`) on. */
export type Said = { readonly step: Step; readonly said: 'done' | 'left' | 'later'; readonly untilDay: string | null }

/** What came between, with this human in any room. Days are in UTC. */
export type Meanwhile = {
  readonly lastContactDay: string | null
  /** They complained since they bought it. */
  readonly complained: boolean
  readonly beingWooed: boolean
  /** Somewhere they wait for a word of ours. */
  readonly waits: boolean
  /** A loss lately, or something tender. */
  readonly grieves: boolean
  /** Hidden, paused or blocked. */
  readonly onLadder: boolean
  /** We wrote first often enough. */
  readonly pressed: boolean
}

/** Why a step that is due has to wait: the first that holds. */
export type Held = 'wooing' | 'waits' | 'ladder' | 'grief' | 'pressure'

export type Standing =
  /** It came back, or was called off. */
  | { is: 'ended' }
  /** Nothing is left to do, or its time went by. */
  | { is: 'over' }
  | { is: 'to-come'; step: Step; on: string }
  | { is: 'due'; step: Step; on: string }
  | { is: 'held'; step: Step; on: string; why: Held }

/** `fromDay`: when it came to them, else when they bought it. */
export type Running = { readonly status: Status; readonly fromDay: string; readonly said: readonly Said[] }

export function standing(
  { status, fromDay, said }: Running,
  meanwhile: Meanwhile,
  days: Days,
  today: string,
): Standing {
  if (status === 'returned' || status === 'cancelled') return { is: 'ended' }
  const open = steps
    .filter((step) => !(step === 'thank' && meanwhile.complained))
    .flatMap((step) => {
      const before = said.find((it) => it.step === step)
      const on = before?.said === 'done' || before?.said === 'left' ? null : dueDay(step, fromDay, meanwhile, days)
      return on === null ? [] : [{ step, on: latest(on, before?.untilDay ?? on) }]
    })
    .filter(({ on }) => daysBetween(on, today) <= LATE_DAYS)
  // A step that was not done when the next falls due gives way to it.
  const due = open.filter(({ on }) => on <= today).at(-1)
  if (due === undefined) return open[0] ? { is: 'to-come', ...open[0] } : { is: 'over' }
  const why = heldBy(meanwhile)
  return why === null ? { is: 'due', ...due } : { is: 'held', ...due, why }
}

/** After a contact as many days again as lie between this step and the one before it. */
function dueDay(step: Step, fromDay: string, { lastContactDay }: Meanwhile, days: Days): string | null {
  const after = days[step]
  if (after === null) return null
  const before = steps.slice(0, steps.indexOf(step)).flatMap((it) => days[it] ?? [])
  const on = plus(fromDay, after)
  if (lastContactDay === null || lastContactDay < fromDay) return on
  return latest(on, plus(lastContactDay, Math.max(0, after - Math.max(0, ...before))))
}

function heldBy({ beingWooed, waits, onLadder, grieves, pressed }: Meanwhile): Held | null {
  if (beingWooed) return 'wooing'
  if (waits) return 'waits'
  if (onLadder) return 'ladder'
  if (grieves) return 'grief'
  return pressed ? 'pressure' : null
}

const DAY_MS = 86_400_000
const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS
const latest = (a: string, b: string): string => (a > b ? a : b)
