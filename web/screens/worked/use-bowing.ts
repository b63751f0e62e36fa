/** Bowing out of a room, and taking it up again; each can be undone. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { put, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

type Room = { id: string; name: string }

export function useBowing() {
  const say = useSay()
  const client = useQueryClient()
  const reread = () => client.invalidateQueries({ queryKey: ['worked'] })
  const out = ({ id }: Room) => put(`/rooms/${id}/bowing-out`, {})
  const back = ({ id }: Room) => remove(`/rooms/${id}/bowing-out`)
  const act = (does: typeof out, undo: typeof out, words: 'worked.did.bow' | 'worked.did.take-up') => ({
    mutationFn: does,
    onSuccess: (_: unknown, room: Room) => {
      const undone = async () => void (await undo(room).then(reread))
      did({ said: say(words, { room: room.name }), leavesAt: null, undo: undone })
      return reread()
    },
    onError: (error: Error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null }),
  })
  return {
    bowOut: useMutation(act(out, back, 'worked.did.bow')),
    takeUp: useMutation(act(back, out, 'worked.did.take-up')),
  }
}
