/** Taking a step with somebody, said in the line at the foot and taken back from there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Step, Wooing } from '../../../src/api/people/shapes.wooing.ts'
import { put, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

/** What can be said of them now, the likeliest first: what is proposed, the next on the path, and that it ended otherwise. */
export function stepsFor({ next, proposed, taken }: Wooing): Step[] {
  if (next === null) return []
  const others: Step[] = taken.length === 0 ? ['unneeded', 'lost'] : ['lost']
  return [...new Set<Step>([...(proposed ? ['won-back' as const] : []), next, ...others])]
}

export function useSteps() {
  const say = useSay()
  const client = useQueryClient()
  const again = () =>
    Promise.all(['wooings', 'friends'].map((noun) => client.invalidateQueries({ queryKey: [noun] }))).then(() => {})
  const onError = (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null })
  const take = useMutation({
    mutationFn: ({ wooing, step }: { wooing: Wooing; step: Step }) => put(`/wooings/${wooing.id}/step`, { step }),
    onSuccess: (_, { wooing, step }) => {
      const undo = async () => {
        await remove(`/wooings/${wooing.id}/step`)
        await again()
      }
      const said = say('wooing.did', { name: wooing.person.name, step: say(`wooing.step.${step}`) })
      did({ said, leavesAt: null, undo })
      return again()
    },
    onError,
  })
  const takeBack = useMutation({
    mutationFn: (wooing: Wooing) => remove(`/wooings/${wooing.id}/step`),
    onSuccess: again,
    onError,
  })
  return { take, takeBack }
}
