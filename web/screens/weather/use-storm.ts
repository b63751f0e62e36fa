/** What can be done about a storm: be on it, write, say that it is over. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { put, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

export function useStorm(id: string) {
  const say = useSay()
  const client = useQueryClient()
  const again = () =>
    Promise.all(['storm', 'storms', 'counts'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
  const act = useMutation({
    mutationFn: (act: { is: 'take' | 'leave' | 'end' } | { is: 'holding' | 'after'; text: string }) => {
      switch (act.is) {
        case 'take':
          return put(`/storms/${id}/duty`, {})
        case 'leave':
          return remove(`/storms/${id}/duty`)
        case 'end':
          return put(`/storms/${id}/end`, {})
        case 'holding':
        case 'after':
          return put(`/storms/${id}/${act.is}`, { text: act.text })
      }
    },
    onSuccess: (_, act) => {
      if (act.is === 'holding' || act.is === 'after') did({ said: say('storm.kept'), leavesAt: null, undo: null })
      return again()
    },
    onError: (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null }),
  })
  return act
}
