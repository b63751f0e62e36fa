/** Joining and taking apart, said in the line at the foot and undone from there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Join, Likely, Person } from '../../../src/api/people/shapes.people.ts'
import { post, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

type Named = Pick<Person, 'id' | 'name'>

export function useJoining() {
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const again = () => client.invalidateQueries({ queryKey: ['person'] })
  const failed = (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null })

  const join = useMutation({
    mutationFn: ({ keep, absorb }: { keep: Named; absorb: Named }) =>
      post<{ id: string; person: string }>(`/people/${keep.id}/joins`, { other: absorb.id }),
    onSuccess: async (joined, { keep, absorb }) => {
      const undo = async () => {
        await remove(`/joins/${joined.id}`)
        await again()
      }
      did({ said: say('join.did', { name: keep.name, other: absorb.name }), leavesAt: null, undo })
      await again()
      await navigate({ to: '/people/$id', params: { id: joined.person } })
    },
  })
  const takeApart = useMutation({
    mutationFn: ({ id }: Join) => remove(`/joins/${id}`),
    onSuccess: (_, { name }) => {
      did({ said: say('joins.did', { name }), leavesAt: null, undo: null })
      return again()
    },
    onError: failed,
  })
  const refuse = useMutation({
    mutationFn: ({ person, other }: { person: Named; other: Likely }) =>
      post(`/people/${person.id}/refusals`, { other: other.id }),
    onSuccess: (_, { person, other }) => {
      did({ said: say('likely.refused', { name: person.name, other: other.name }), leavesAt: null, undo: null })
      return again()
    },
    onError: failed,
  })
  return { join, takeApart, refuse }
}
