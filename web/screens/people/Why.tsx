/** Why two names might be one human, in words, the strongest first. */
import { Link } from '@tanstack/react-router'
import type { Evidence } from '../../../src/api/people/shapes.people.ts'
import { useSay } from '../../words/words.ts'

export function Why({ evidence }: { evidence: readonly Evidence[] }) {
  const say = useSay()
  return (
    <ul className="why">
      {evidence.map(({ kind, value, in: place }) => (
        <li key={`${kind} ${value} ${place?.message ?? ''}`}>
          {place ? (
            <Link to="/c/$id" params={{ id: place.conversation }} search={{ m: place.message }}>
              {say(`evidence.${kind}`, { value })}
            </Link>
          ) : (
            say(`evidence.${kind}`, { value })
          )}
        </li>
      ))}
    </ul>
  )
}
