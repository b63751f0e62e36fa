/** Whether I hold this relationship, how close, and how often I want to be in touch. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import type { TieWithTeammate } from '../../../src/api/people/shapes.ties.ts'
import { meQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { TouchLine } from '../../parts/TouchLine.tsx'
import { useTies } from '../../parts/use-ties.ts'
import { useSay } from '../../words/words.ts'

const closenesses: readonly TieWithTeammate['closeness'][] = ['friend', 'regular', 'acquaintance']
const rhythms = [7, 14, 30, 60, 90, 180, 365]

export function MyTie({ person }: { person: Person }) {
  const say = useSay()
  const me = useQuery(meQuery).data?.teammate.id
  const { hold, letGo } = useTies()
  const tie = person.ties.find(({ teammate }) => teammate.id === me)
  useActions({ hold: tie ? undefined : () => hold.mutate({ who: person }) })
  return (
    <section>
      <h2>{say('tie.title')}</h2>
      {tie ? (
        <>
          <p>
            <TouchLine tie={tie} />
          </p>
          <TieForm tie={tie} onChange={(as) => hold.mutate({ who: person, as })} />
          <button type="button" className="link" onClick={() => letGo.mutate({ who: person, was: tie })}>
            {say('tie.let-go')}
          </button>
        </>
      ) : (
        <p>
          {say('tie.none')}{' '}
          <button
            type="button"
            className="button small"
            aria-keyshortcuts="t"
            disabled={hold.isPending}
            onClick={() => hold.mutate({ who: person })}
          >
            {say('tie.hold')}
          </button>
        </p>
      )}
    </section>
  )
}

type Kept = Pick<TieWithTeammate, 'closeness' | 'everyDays'>

function TieForm({ tie, onChange }: { tie: Kept; onChange: (as: Kept) => void }) {
  const say = useSay()
  const id = useId()
  // Two choices in a row are both meant, though the first may not have come back yet.
  const [{ closeness, everyDays }, setKept] = useState<Kept>(tie)
  const change = (to: Partial<Kept>) => {
    const kept = { closeness, everyDays, ...to }
    setKept(kept)
    onChange(kept)
  }
  const offered = everyDays === null || rhythms.includes(everyDays) ? rhythms : [everyDays, ...rhythms]
  return (
    <div className="tie-form">
      <label htmlFor={`${id}-close`}>{say('tie.closeness')}</label>
      <select
        id={`${id}-close`}
        value={closeness}
        onChange={(event) => change({ closeness: event.target.value as Kept['closeness'] })}
      >
        {closenesses.map((it) => (
          <option key={it} value={it}>
            {say(`tie.closeness.${it}`)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-every`}>{say('tie.every')}</label>
      <select
        id={`${id}-every`}
        value={everyDays ?? ''}
        onChange={(event) => change({ everyDays: Number(event.target.value) || null })}
      >
        {offered.map((n) => (
          <option key={n} value={n}>
            {say('tie.every.days', { n })}
          </option>
        ))}
        <option value="">{say('tie.every.never')}</option>
      </select>
    </div>
  )
}
