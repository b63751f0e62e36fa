/** Says that a promise was kept or broken; it can be undone. */
import { useQueryClient } from '@tanstack/react-query'
import type { Moment } from '../../src/api/people/shapes.moments.ts'
import { put } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { did } from './last-act.ts'
import { whyOf } from './Notice.tsx'

export type Settle = (promise: string, as: 'kept' | 'broken') => Promise<void>

export function useSettle(): Settle {
  const say = useSay()
  const client = useQueryClient()
  const tell = (promise: string, as: Moment['settled']) => put(`/moments/${promise}/settlement`, { as })
  const show = async () => {
    await Promise.all([['person'], ['promises'], ['counts']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  return async (promise, as) => {
    try {
      await tell(promise, as)
      // Before its line goes from the screen: whoever sees that can take it back.
      did({ said: say(`did.promise.${as}`), leavesAt: null, undo: () => tell(promise, null).then(show) })
      await show()
    } catch (error) {
      did({ said: whyOf(error, say), leavesAt: null, undo: null })
    }
  }
}
