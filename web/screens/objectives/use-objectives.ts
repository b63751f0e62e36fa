/** Making, changing and letting go, told in the line at the foot and taken back from there. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Listener } from '../../../src/api/listening/shapes.listeners.ts'
import type { NewObjective, Objective, ObjectiveLine, Serving } from '../../../src/api/objectives/shapes.objectives.ts'
import { post, put, remove } from '../../api/client.ts'
import { listenersQuery } from '../../api/queries.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { type Say, useSay } from '../../words/words.ts'

type Named = { id: string; result: string }

export function useObjectives() {
  const say = useSay()
  const client = useQueryClient()
  const again = () =>
    Promise.all(
      ['objectives', 'objective', 'first-steps', 'rooms', 'listeners', 'question'].map((noun) =>
        client.invalidateQueries({ queryKey: [noun] }),
      ),
    ).then(() => {})
  const onError = (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null })
  const tell = (said: string, undo: () => Promise<unknown>) => {
    did({ said, leavesAt: null, undo: () => undo().then(again) })
    return again()
  }

  const make = useMutation({
    mutationFn: (wanted: NewObjective) => post<Objective>('/objectives', wanted),
    onSuccess: ({ id, result }) =>
      tell(say('objective.did.made', { result }), () => put(`/objectives/${id}/letting-go`, {})),
  })
  const change = useMutation({
    mutationFn: ({ before, wanted }: { before: ObjectiveLine; wanted: NewObjective }) =>
      put<Objective>(`/objectives/${before.id}`, wanted),
    onSuccess: ({ id, result }, { before }) =>
      tell(say('objective.did.changed', { result }), () => put(`/objectives/${id}`, asWanted(before))),
  })
  const letGo = useMutation({
    mutationFn: ({ id }: Named) => put(`/objectives/${id}/letting-go`, {}),
    onSuccess: (_, { id, result }) =>
      tell(say('objective.did.let-go', { result }), () => remove(`/objectives/${id}/letting-go`)),
    onError,
  })
  const takeUp = useMutation({
    mutationFn: ({ id }: Named) => remove(`/objectives/${id}/letting-go`),
    onSuccess: (_, { id, result }) =>
      tell(say('objective.did.taken-up', { result }), () => put(`/objectives/${id}/letting-go`, {})),
    onError,
  })
  const tie = useMutation({
    mutationFn: ({ servant, to }: { servant: Serving; to: Named }) =>
      put(objectivePathOf(servant), { objective: to.id }),
    onSuccess: (_, { servant, to }) =>
      tell(say('serving.did.tied', { name: servant.name, result: to.result }), () =>
        put(objectivePathOf(servant), { objective: null }),
      ),
    onError,
  })
  const untie = useMutation({
    mutationFn: ({ servant }: { servant: Serving; from: Named }) => put(objectivePathOf(servant), { objective: null }),
    onSuccess: (_, { servant, from }) =>
      tell(say('objective.did.untied', { name: servant.name }), () =>
        put(objectivePathOf(servant), { objective: from.id }),
      ),
    onError,
  })
  const letServantGo = useMutation({
    mutationFn: async (servant: Serving) => {
      const listeners = servant.is === 'listener' ? await client.ensureQueryData(listenersQuery) : []
      return goneOf(servant, listeners)()
    },
    onSuccess: (back, servant) => tell(goneText(servant, say), back),
    onError,
  })
  return { make, change, letGo, takeUp, tie, untie, letServantGo, again, tell, onError }
}

/** As it stands, as it would be asked for anew. */
export const asWanted = ({ owner, ...objective }: ObjectiveLine): NewObjective => ({ ...objective, owner: owner.id })

const paths = { room: 'rooms', listener: 'listeners', question: 'questions' } as const
const objectivePathOf = ({ is, id }: Serving) => `/${paths[is]}/${id}/objective`

/** Lets it go; gives how to take that back. What was judged of a listener goes with it. */
function goneOf({ is, id }: Serving, listeners: readonly Listener[]): () => Promise<() => Promise<unknown>> {
  switch (is) {
    case 'room':
      return async () => {
        await post(`/rooms/${id}/pause`)
        return () => remove(`/rooms/${id}/pause`)
      }
    case 'listener':
      return async () => {
        const known = listeners.find((it) => it.id === id)
        await remove(`/listeners/${id}`)
        return async () => {
          if (known) await post('/listeners', { name: known.name, query: known.query, rooms: known.rooms })
        }
      }
    case 'question':
      return async () => {
        await put(`/questions/${id}/brief/letting-go`, {})
        return () => remove(`/questions/${id}/brief/letting-go`)
      }
  }
}

const goneText = ({ is, name }: Serving, say: Say) => say(`serving.did.let-go.${is}`, { name })
