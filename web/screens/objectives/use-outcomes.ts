/** Disputing and withdrawing outcomes, told in the line at the foot and taken back from there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Outcome } from '../../../src/api/objectives/shapes.outcomes.ts'
import { put, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

export function useOutcomes() {
  const say = useSay()
  const client = useQueryClient()
  const again = () =>
    Promise.all(['outcomes', 'return'].map((noun) => client.invalidateQueries({ queryKey: [noun] }))).then(() => {})
  const onError = (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null })
  const tell = (said: string, undo: () => Promise<unknown>) => {
    did({ said, leavesAt: null, undo: () => undo().then(again) })
    return again()
  }
  const path = ({ id }: Outcome) => `/outcomes/${id}`

  const dispute = useMutation({
    mutationFn: ({ outcome, why }: { outcome: Outcome; why: string }) => put(`${path(outcome)}/dispute`, { why }),
    onSuccess: (_, { outcome }) =>
      tell(say('outcome.did.disputed', { what: outcome.what }), () => remove(`${path(outcome)}/dispute`)),
    onError,
  })
  const settle = useMutation({
    mutationFn: (outcome: Outcome) => remove(`${path(outcome)}/dispute`),
    onSuccess: (_, outcome) =>
      tell(say('outcome.did.settled', { what: outcome.what }), () =>
        put(`${path(outcome)}/dispute`, { why: outcome.disputed?.why }),
      ),
    onError,
  })
  const withdraw = useMutation({
    mutationFn: (outcome: Outcome) => put(`${path(outcome)}/withdrawal`, {}),
    onSuccess: (_, outcome) =>
      tell(say('outcome.did.withdrawn', { what: outcome.what }), () => remove(`${path(outcome)}/withdrawal`)),
    onError,
  })
  const putBack = useMutation({
    mutationFn: (outcome: Outcome) => remove(`${path(outcome)}/withdrawal`),
    onSuccess: (_, outcome) =>
      tell(say('outcome.did.put-back', { what: outcome.what }), () => put(`${path(outcome)}/withdrawal`, {})),
    onError,
  })
  return { dispute, settle, withdraw, putBack }
}
