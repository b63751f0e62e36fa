/** What to call somebody, how to say it, and how they like to be reached. */
import { lazy, Suspense, useState } from 'react'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { useSay } from '../../words/words.ts'

const CardDialog = lazy(() => import('./CardDialog.tsx'))

export const cardFields = ['called', 'spoken', 'pronouns', 'reached'] as const

export function CardFacts({ person }: { person: Person }) {
  const say = useSay()
  const [editing, setEditing] = useState(false)
  return (
    <section>
      <h2>{say('card.title')}</h2>
      <dl className="card-facts">
        {cardFields.map((field) => {
          const value = field === 'called' ? (person.card.called ?? person.name) : person.card[field]
          return (
            value && (
              <div key={field}>
                <dt>{say(`card.${field}`)}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            )
          )
        })}
      </dl>
      <button type="button" className="link" onClick={() => setEditing(true)}>
        {say('card.edit')}
      </button>
      {editing && (
        <Suspense>
          <CardDialog person={person} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </section>
  )
}
