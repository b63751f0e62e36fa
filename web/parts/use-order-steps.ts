/** Says what became of a step after a sale, or of whose an order is; each is told in the line at the foot and taken back from there. */
import { useQueryClient } from '@tanstack/react-query'
import type { DueStep } from '../../src/api/people/shapes.orders.ts'
import { put, remove } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { did } from './last-act.ts'
import { whyOf } from './Notice.tsx'
import { useDraftTo } from './use-draft-to.ts'

const WEEK_MS = 7 * 86_400_000

export function useOrderSteps() {
  const say = useSay()
  const { act } = useOrderActs()
  const draftTo = useDraftTo()
  return {
    /** Undefined: they never spoke anywhere that could be answered. */
    write: ({ conversationId, draft }: DueStep) =>
      conversationId === null ? undefined : () => draftTo(conversationId, draft),
    say: ({ order, step, person }: DueStep, said: 'done' | 'later' | 'left') => {
      const path = `/orders/${order}/steps/${step}`
      const untilDay = new Date(Date.now() + WEEK_MS).toISOString().slice(0, 10)
      const told = say(`did.step.${said}`, { step: say(`step.${step}`), name: person.name })
      return act(
        told,
        () => put(path, said === 'later' ? { said, untilDay } : { said }),
        () => remove(path),
      )
    },
  }
}

/** Gives an order to its buyer, or says that it is not theirs. */
export function useBuyer() {
  const say = useSay()
  const { act } = useOrderActs()
  const path = (id: string) => `/orders/${id}/buyer`
  return {
    give: ({ id, number }: { id: string; number: string }, person: string) =>
      act(
        say('orders.given', { number }),
        () => put(path(id), { person }),
        () => remove(path(id)),
      ),
    take: ({ id, number }: { id: string; number: string }, person: string) =>
      act(
        say('orders.taken', { number }),
        () => remove(path(id)),
        () => put(path(id), { person }),
      ),
  }
}

function useOrderActs() {
  const say = useSay()
  const client = useQueryClient()
  const again = async () => {
    await Promise.all([['steps'], ['orders'], ['person']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  return {
    async act(said: string, work: () => Promise<unknown>, back: () => Promise<unknown>) {
      try {
        await work()
        // Before its line goes from the screen: whoever sees that can take it back.
        did({ said, leavesAt: null, undo: () => back().then(again) })
        await again()
      } catch (error) {
        did({ said: whyOf(error as Error, say), leavesAt: null, undo: null })
      }
    },
  }
}
