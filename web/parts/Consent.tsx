/** Whether somebody agreed that their name on a strict channel is linked with their other names. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Person } from '../../src/api/people/shapes.people.ts'
import { remove } from '../api/client.ts'
import { useSay } from '../words/words.ts'

const ConsentDialog = lazy(() => import('./ConsentDialog.tsx'))

export function Consent({ identity }: { identity: Person['identities'][number] }) {
  const say = useSay()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const withdraw = useMutation({
    mutationFn: () => remove(`/identities/${identity.id}/consent`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['person'] }),
  })
  if (!identity.asksConsent) return null
  return (
    <span className="consent soft">
      {identity.consent && say('consent.given', { how: identity.consent.how })}{' '}
      <button type="button" className="link" onClick={() => (identity.consent ? withdraw.mutate() : setAsking(true))}>
        {say(identity.consent ? 'consent.withdraw' : 'consent.ask')}
      </button>
      {asking && (
        <Suspense>
          <ConsentDialog identity={identity} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </span>
  )
}
