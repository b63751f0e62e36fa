/** Says what came of a conversation; it can be taken back, to how it was before. */
import { useQueryClient } from '@tanstack/react-query'
import type { NewUpshot, Offer } from '../../../src/api/objectives/shapes.outcomes.ts'
import { put, remove } from '../../api/client.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import type { Closed } from './desk.ts'

const DAY = 24 * 3600 * 1000

export function useUpshot({ id, name, askedOn }: Closed, onEnd: () => void) {
  const say = useSay()
  const client = useQueryClient()
  const again = () =>
    Promise.all(
      ['upshots', 'counts', 'outcomes', 'return', 'offers'].map((noun) =>
        client.invalidateQueries({ queryKey: [noun] }),
      ),
    ).then(() => {})
  const tell = async (upshot: NewUpshot, said: string) => {
    onEnd()
    try {
      await put(`/conversations/${id}/upshot`, upshot)
      did({ said, leavesAt: null, undo: () => back().then(again) })
    } catch (error) {
      did({ said: whyOf(error, say), leavesAt: null, undo: null })
    }
    await again()
  }
  /** Who was asked again is asked again still. */
  const back = () =>
    askedOn === null
      ? remove(`/conversations/${id}/upshot`)
      : put(`/conversations/${id}/upshot`, { said: 'later', askOn: askedOn } satisfies NewUpshot)

  return {
    something: ({ objective, what }: Offer) => {
      const words = what ?? say(`outcome.what.${objective.measure as 'orders'}`)
      return tell({ said: 'something', objective: objective.id, what: words }, say('upshot.did', { name, what: words }))
    },
    nothing: () => tell({ said: 'nothing' }, say('upshot.did.nothing', { name })),
    later: (days: number) => {
      const askOn = new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
      return tell({ said: 'later', askOn }, say('upshot.did.later', { name, n: days }))
    },
  }
}
