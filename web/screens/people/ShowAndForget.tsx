/** For owners and admins: everything that is held of somebody, to hand over; and to forget them. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { meQuery } from '../../api/queries.ts'
import { useSay } from '../../words/words.ts'

const ForgetDialog = lazy(() => import('./ForgetDialog.tsx'))

export function ShowAndForget({ person }: { person: Person }) {
  const say = useSay()
  const role = useQuery(meQuery).data?.teammate.role
  const [asking, setAsking] = useState(false)
  if (role !== 'owner' && role !== 'admin') return null
  const everything = `/api/v1/people/${person.id}/everything`
  return (
    <section>
      <h2>{say('forget.title')}</h2>
      <p className="hint">{say('forget.hint')}</p>
      <p className="forget-files">
        <a href={`${everything}.html`} download="everything.html">
          {say('forget.page')}
        </a>
        <a href={everything} download="everything.json">
          {say('forget.data')}
        </a>
      </p>
      <button type="button" className="button small" onClick={() => setAsking(true)}>
        {say('forget.ask', { name: person.name })}
      </button>
      {asking && (
        <Suspense>
          <ForgetDialog person={person} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </section>
  )
}
