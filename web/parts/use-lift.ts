/** Lifts somebody from a rung of the ladder, told in the line at the foot and taken back from there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { put, remove } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { did } from './last-act.ts'
import { whyOf } from './Notice.tsx'

export function useLift(person: { name: string }) {
  const say = useSay()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['ladder'] })
  return useMutation({
    mutationFn: (rung: string) => put(`/rungs/${rung}/lifting`, {}),
    onSuccess: (_, rung) => {
      const undo = () => remove(`/rungs/${rung}/lifting`).then(again)
      did({ said: say('ladder.lifted', { name: person.name }), leavesAt: null, undo })
      return again()
    },
    onError: (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null }),
  })
}
