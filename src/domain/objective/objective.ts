/** A business result that we want: what, measured by what, from where to where, by when, what one more is worth, and whose it is. Pure. */
import type { Id } from '../../lib/ids.ts'
import { type MeasureName, measureOf } from './measure.ts'

export type ObjectiveKind = 'reputation' | 'sales' | 'service' | 'values' | 'learning' | 'people'

/** `due`: `2026-12-24`, the last day that counts. */
export type Wanted = {
  readonly result: string
  readonly kind: ObjectiveKind
  readonly measure: MeasureName
  readonly baseline: number
  readonly target: number
  readonly due: string
  /** What one more of what is measured is worth to us; null: nobody said. */
  readonly unitValue: { readonly cents: number; readonly currency: string } | null
  readonly ownerId: Id
}

export type Objective = Wanted & {
  readonly id: Id
  readonly createdAt: Date
  readonly letGo: { readonly by: Id; readonly at: Date } | null
}

export type Happened = { is: 'made' | 'changed' | 'let go' | 'taken up'; objective: Id }
export type Wrong = { field: keyof Wanted; why: string }
export type Change =
  | { is: 'changed'; next: Objective; happened: readonly Happened[] }
  | { is: 'refused'; field: Wrong['field'] | null; why: string }

export function make(wanted: Wanted, { id, at }: { id: Id; at: Date }): Change {
  const wrong = wrongWith(wanted, at)
  if (wrong) return { is: 'refused', ...wrong }
  const next = { ...wanted, id, createdAt: at, letGo: null }
  return { is: 'changed', next, happened: [{ is: 'made', objective: id }] }
}

/** What it is measured by stays: another measure is another objective, and the numbers so far belong to this one. */
export function change(now: Objective, wanted: Wanted, at: Date): Change {
  if (now.letGo) return gone
  if (wanted.measure !== now.measure)
    return {
      is: 'refused',
      field: 'measure',
      why: 'Another measure is another objective. Let this one go, and make it.',
    }
  const wrong = wrongWith(wanted, now.due === wanted.due ? now.createdAt : at)
  if (wrong) return { is: 'refused', ...wrong }
  return { is: 'changed', next: { ...now, ...wanted }, happened: [{ is: 'changed', objective: now.id }] }
}

/** Nothing is erased: what served it serves none from now on. */
export function letGo(now: Objective, letGo: { by: Id; at: Date }): Change {
  if (now.letGo) return { is: 'changed', next: now, happened: [] }
  return { is: 'changed', next: { ...now, letGo }, happened: [{ is: 'let go', objective: now.id }] }
}

export function takeUp(now: Objective): Change {
  if (!now.letGo) return { is: 'changed', next: now, happened: [] }
  return { is: 'changed', next: { ...now, letGo: null }, happened: [{ is: 'taken up', objective: now.id }] }
}

/** Why nothing can serve it; null: it can. */
export const closed = ({ letGo }: Pick<Objective, 'letGo'>): string | null => (letGo ? gone.why : null)

const gone = { is: 'refused', field: null, why: 'This objective was let go. Take it up again first.' } as const

/** Why it can't be wanted like that, in words; null: it can. */
export function wrongWith(wanted: Wanted, at: Date): Wrong | null {
  const { unit } = measureOf(wanted.measure)
  const { result, baseline, target, due, unitValue } = wanted
  if (result.trim() === '') return { field: 'result', why: 'Say in a sentence what shall be true then.' }
  if (unit !== 'number' && baseline < 0) return { field: 'baseline', why: 'There are never fewer than none.' }
  if (unit === 'percent' && baseline > 100)
    return { field: 'baseline', why: 'Of a hundred there are a hundred at most.' }
  if (unit === 'percent' && (target < 0 || target > 100))
    return { field: 'target', why: 'Of a hundred there are a hundred at most.' }
  if (unit === 'count' && !Number.isInteger(baseline)) return { field: 'baseline', why: 'Whole ones only.' }
  if (unit === 'count' && !Number.isInteger(target)) return { field: 'target', why: 'Whole ones only.' }
  if (target === baseline) return { field: 'target', why: 'That is where we are already. Where do we want to be?' }
  if (unit === 'count' && target < baseline)
    return { field: 'target', why: 'What is counted from now on only becomes more: aim higher than the baseline.' }
  if (due <= at.toISOString().slice(0, 10)) return { field: 'due', why: 'Choose a day that is still to come.' }
  if (unitValue && (unitValue.cents < 0 || !/^[A-Z]{3}$/.test(unitValue.currency)))
    return { field: 'unitValue', why: 'A worth is an amount and a currency in three letters, such as EUR.' }
  return null
}
