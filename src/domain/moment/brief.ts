/** Before you reply: what to know about somebody, in six lines at most, the most needed first. Pure. */
import type { Id } from '../../lib/ids.ts'
import type { Status } from '../order/order.ts'
import type { Moment } from './moment.ts'

export type BriefLine =
  | { is: 'name'; name: string; spoken: string | null; pronouns: string | null }
  | { is: 'last'; at: Date; state: string; preview: string }
  | { is: 'promise'; id: Id; text: string; dueDay: string | null; by: string; overdue: boolean }
  | { is: 'moment'; kind: 'hiccup' | 'celebration' | 'loss'; text: string; onDay: string; tender: boolean }
  | { is: 'order'; what: string; number: string; status: Status; onDay: string }
  | { is: 'known'; names: string[] }
  | { is: 'careful'; of: Careful; text: string | null }

/** What not to do, the gravest first. `preference`: as they asked. */
export type Careful = 'grief' | 'tender' | 'let-down' | 'pressed' | 'preference'

export type Known = {
  name: string
  called: string | null
  spoken: string | null
  pronouns: string | null
  /** The conversation before this one; null: this is the first. */
  last: { at: Date; state: string; preview: string } | null
  /** Those that may be shown, the newest first. */
  moments: readonly (Moment & { id: Id; by: string })[]
  /** What they bought last; null: nothing. */
  order: { what: string; number: string; status: Status; onDay: string } | null
  /** Who answered them, the most often first. */
  knownBy: readonly string[]
  wroteFirst: number
}

const mostLines = 6
/** From so many first words of ours in 30 days on, another would press. */
export const mostFirstWords = 3
/** So long an order is what they may well write about, in days. */
const orderDays = 30
/** How long a loss or a hiccup asks for care, in days. */
export const careDays = { loss: 365, hiccup: 60 }

export function beforeYouReply(known: Known, today: string): BriefLine[] {
  const { moments } = known
  const promise = oldestOpen(moments)
  const worth = moments.find((it) => it.kind === 'hiccup' || it.kind === 'celebration' || it.kind === 'loss')
  const careful = whatNotToDo(known, today)
  const order = known.order && daysBetween(known.order.onDay, today) <= orderDays ? known.order : null
  const lines = [
    { is: 'name' as const, name: known.called ?? known.name, spoken: known.spoken, pronouns: known.pronouns },
    known.last && { is: 'last' as const, ...known.last },
    promise && {
      is: 'promise' as const,
      id: promise.id,
      text: promise.text,
      dueDay: promise.dueDay,
      by: promise.by,
      overdue: promise.dueDay !== null && promise.dueDay < today,
    },
    worth && {
      is: 'moment' as const,
      kind: worth.kind as 'hiccup' | 'celebration' | 'loss',
      text: worth.text,
      onDay: worth.onDay,
      tender: worth.sensitivity === 'tender',
    },
    order && { is: 'order' as const, ...order },
    known.knownBy.length > 0 && { is: 'known' as const, names: known.knownBy.slice(0, 2) },
    careful && { is: 'careful' as const, ...careful },
  ].filter((line) => line !== null && line !== undefined && line !== false)
  // Who knows them can be asked of anybody; the rest can't.
  return lines.length > mostLines ? lines.filter(({ is }) => is !== 'known') : lines
}

/** The one that is due first; without a day it comes last. */
const oldestOpen = <M extends Moment>(moments: readonly M[]): M | undefined =>
  moments
    .filter(({ kind, settled }) => kind === 'promise' && settled === null)
    .sort((a, b) => (a.dueDay ?? '9999').localeCompare(b.dueDay ?? '9999'))[0]

function whatNotToDo({ moments, wroteFirst }: Known, today: string): { of: Careful; text: string | null } | null {
  const lately = (kind: keyof typeof careDays) =>
    moments.find((it) => it.kind === kind && daysBetween(it.onDay, today) <= careDays[kind])
  if (lately('loss')) return { of: 'grief', text: null }
  if (moments.some(({ sensitivity }) => sensitivity === 'tender')) return { of: 'tender', text: null }
  if (lately('hiccup')) return { of: 'let-down', text: null }
  if (wroteFirst >= mostFirstWords) return { of: 'pressed', text: null }
  const preference = moments.find(({ kind }) => kind === 'preference')
  return preference ? { of: 'preference', text: preference.text } : null
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000
