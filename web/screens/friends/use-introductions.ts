/** The steps of an introduction, told in the line at the foot and taken back from there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Introduction, ProposedIntroduction } from '../../../src/api/people/shapes.introductions.ts'
import { post, put, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

type Heard = { introduction: Introduction; person: Introduction['one']; said: 'yes' | 'no' | 'never' | null }

export function useIntroductions() {
  const say = useSay()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['introductions'] })
  const onError = (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null })
  const tell = (said: string, undo: () => Promise<unknown>) => {
    did({ said, leavesAt: null, undo: () => undo().then(again) })
    return again()
  }

  const begin = useMutation({
    mutationFn: ({ one, other, why, about }: ProposedIntroduction) =>
      post<{ id: string }>('/introductions', { one: one.id, other: other.id, why, about }),
    onSuccess: ({ id }, { one, other }) =>
      tell(say('introduce.did.begun', { one: one.name, other: other.name }), () => remove(`/introductions/${id}`)),
    onError,
  })
  const dismiss = useMutation({
    mutationFn: ({ one, other, why, about }: ProposedIntroduction) =>
      post<{ id: string }>('/introductions', { one: one.id, other: other.id, why, about, dismissed: true }),
    onSuccess: ({ id }, { one, other }) =>
      tell(say('introduce.did.dismissed', { one: one.name, other: other.name }), () => remove(`/introductions/${id}`)),
    onError,
  })
  const hear = useMutation({
    mutationFn: ({ introduction, person, said }: Heard) =>
      put(`/introductions/${introduction.id}/side`, { person: person.id, said }),
    onSuccess: (_, { introduction, person, said }) => {
      const before = introduction.sides.find((it) => it.person === person.id)
      const path = `/introductions/${introduction.id}/side`
      return tell(say(said ? `introduce.did.${said}` : 'introduce.did.asked', { name: person.name }), () =>
        before ? put(path, { person: person.id, said: before.said }) : remove(`${path}?person=${person.id}`),
      )
    },
    onError,
  })
  const note = useMutation({
    mutationFn: ({ id }: Introduction) => put(`/introductions/${id}/note`, {}),
    onSuccess: (_, { id, one, other }) =>
      tell(say('introduce.did.written', { one: one.name, other: other.name }), () =>
        remove(`/introductions/${id}/note`),
      ),
    onError,
  })
  const withdraw = useMutation({
    mutationFn: ({ id }: Introduction) => remove(`/introductions/${id}`),
    onSuccess: again,
    onError,
  })
  return { begin, dismiss, hear, note, withdraw }
}
