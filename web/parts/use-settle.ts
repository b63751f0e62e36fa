/** Says that a promise was kept or broken; it can be undone. */
import { useQueryClient } from '@tanstack/react-query'
import type { Moment } from '../../src/api/shapes.moments.ts'
import { put } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { did } from './last-act.ts'
import { whyOf } from './Notice.tsx'

export type Settle = (promise: string, as: 'kept' | 'broken') => Promise<void>

export function useSettle(): Settle {
  const say = useSay()
  const client = useQueryClient()
  const tell = async (promise: string, as: Moment['settled']) => {
    await put(`/moments/${promise}/settlement`, { as })
    await Promise.all([['person'], ['promises'], ['counts']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
  return async (promise, as) => {
    try {
      await tell(promise, as)
      did({ said: say(`did.promise.${as}`), leavesAt: null, undo: () => tell(promise, null) })
    } catch (error) {
      did({ said: whyOf(error, say), leavesAt: null, undo: null })
    }
  }
}
