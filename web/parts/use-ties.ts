/** Holding somebody and letting them go, said in the line at the foot and undone from there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TieWithTeammate } from '../../src/api/people/shapes.ties.ts'
import { put, remove } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { did } from './last-act.ts'
import { whyOf } from './Notice.tsx'

type Who = { id: string; name: string }
type Kept = Pick<TieWithTeammate, 'closeness' | 'everyDays'>

/** What a relationship begins with, until somebody says otherwise. */
const atFirst: Kept = { closeness: 'regular', everyDays: 60 }

export function useTies() {
  const say = useSay()
  const client = useQueryClient()
  const again = async () => {
    await Promise.all(['person', 'circle'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
  }
  const failed = (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null })

  // One after the other, in the order in which they were chosen: the last one stands.
  const scope = { id: 'ties' }
  const hold = useMutation({
    scope,
    mutationFn: ({ who, as = atFirst }: { who: Who; as?: Kept }) => put(`/people/${who.id}/tie`, as),
    onSuccess: (_, { who, as }) => {
      if (as === undefined) did({ said: say('did.held', { name: who.name }), leavesAt: null, undo: () => drop(who) })
      return again()
    },
    onError: failed,
  })
  const letGo = useMutation({
    scope,
    mutationFn: ({ who }: { who: Who; was: Kept }) => remove(`/people/${who.id}/tie`),
    onSuccess: (_, { who, was }) => {
      did({ said: say('did.let-go', { name: who.name }), leavesAt: null, undo: () => retake(who, was) })
      return again()
    },
    onError: failed,
  })

  async function drop(who: Who) {
    await remove(`/people/${who.id}/tie`)
    await again()
  }
  async function retake(who: Who, { closeness, everyDays }: Kept) {
    await put(`/people/${who.id}/tie`, { closeness, everyDays })
    await again()
  }
  return { hold, letGo }
}
