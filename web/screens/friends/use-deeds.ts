/** Saying what was a deed and that it was thanked for, told in the line at the foot and taken back from there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Deed, Friends, ProposedDeed } from '../../../src/api/people/shapes.friends.ts'
import { post, put, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

export function useDeeds() {
  const say = useSay()
  const client = useQueryClient()
  const again = () =>
    Promise.all(['friends', 'introductions'].map((noun) => client.invalidateQueries({ queryKey: [noun] }))).then(
      () => {},
    )
  const onError = (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null })
  const tell = (said: string, undo: (() => Promise<unknown>) | null) => {
    did({ said, leavesAt: null, undo: undo && (() => undo().then(again)) })
    return again()
  }

  const confirm = useMutation({
    mutationFn: ({ deed, confirmed }: { deed: ProposedDeed; confirmed: boolean }) => {
      const source = deed.kind === 'came-back' ? { wooing: deed.id } : { message: deed.id }
      return post<{ id: string }>(`/people/${deed.person.id}/deeds`, { kind: deed.kind, ...source, confirmed })
    },
    onSuccess: ({ id }, { deed: { person }, confirmed }) =>
      tell(say(confirmed ? 'deeds.did' : 'deeds.did-not', { name: person.name }), () => remove(`/deeds/${id}`)),
    onError,
  })
  const thank = useMutation({
    mutationFn: ({ deeds }: Friends['thanks'][number]) =>
      Promise.all(deeds.map(({ id }) => put(`/deeds/${id}/thanks`, {}))),
    onSuccess: (_, { person, deeds }) =>
      tell(say('thanks.did', { name: person.name }), () =>
        Promise.all(deeds.map(({ id }) => remove(`/deeds/${id}/thanks`))),
      ),
    onError,
  })
  const drop = useMutation({
    mutationFn: ({ id }: Deed) => remove(`/deeds/${id}`),
    onSuccess: (_, { person }) => tell(say('deeds.dropped', { name: person.name }), null),
    onError,
  })
  return { confirm, thank, drop }
}
