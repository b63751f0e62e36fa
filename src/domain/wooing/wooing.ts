/** The path from complaint to friend: spotted, acknowledged, put right, followed up, won back; or lost. Pure. */
import type { Id } from '../../lib/ids.ts'

export type Ending = 'won-back' | 'lost' | 'unneeded'
export type Step = 'acknowledged' | 'put-right' | 'followed-up' | Ending

/** `by` null: somebody of us who answered on the channel itself. */
export type Taken = { readonly step: Step; readonly at: Date; readonly by: Id | null }

/** In the order of the path, which ends well. */
const path: readonly Step[] = ['acknowledged', 'put-right', 'followed-up', 'won-back']
const placeOf = (step: Step): number => (path.includes(step) ? path.indexOf(step) : path.length)

export const ends = (step: Step): step is Ending => step === 'won-back' || step === 'lost' || step === 'unneeded'

/** The steps in their order, the first word of ours among them: it acknowledged, where nobody said so before. */
export function withAnswer(taken: readonly Taken[], answer: { at: Date; by: Id | null } | null): Taken[] {
  const said = taken.some(({ step }) => step === 'acknowledged')
  const all = said || answer === null ? taken : [...taken, { step: 'acknowledged' as const, ...answer }]
  return all.toSorted((a, b) => placeOf(a.step) - placeOf(b.step))
}

/** Null: it has ended. */
export function nextStep(taken: readonly Taken[]): Step | null {
  if (taken.some(({ step }) => ends(step))) return null
  const furthest = Math.max(-1, ...taken.map(({ step }) => placeOf(step)))
  return path[furthest + 1] ?? null
}

/** Kind words of theirs after we acknowledged it propose that they are won back; a teammate says whether they are. */
export const proposed = (taken: readonly Taken[], kindWordsAt: Date | null): 'won-back' | null => {
  const acknowledged = taken.find(({ step }) => step === 'acknowledged')
  return kindWordsAt !== null && acknowledged && kindWordsAt > acknowledged.at && nextStep(taken) !== null
    ? 'won-back'
    : null
}

/** Steps may be passed over (a call acknowledges and puts right at once), but nobody goes back, and nothing follows an end. */
export function wrongStep(taken: readonly Taken[], step: Step): string | null {
  const next = nextStep(taken)
  if (next === null) return 'This path has come to its end. Take the last step back first.'
  return placeOf(step) < placeOf(next) ? 'That step was taken already.' : null
}
