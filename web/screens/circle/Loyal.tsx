/** People who keep coming back and whom nobody holds: who takes them? */
import { Link } from '@tanstack/react-router'
import type { Circle } from '../../../src/api/people/shapes.ties.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useTies } from '../../parts/use-ties.ts'
import { useSay } from '../../words/words.ts'

export function Loyal({ loyal }: { loyal: Circle['loyal'] }) {
  const say = useSay()
  const { hold } = useTies()
  return (
    <section className="ties">
      <h2>{say('circle.loyal')}</h2>
      {loyal.length === 0 && <p className="soft">{say('circle.loyal.none')}</p>}
      <ul>
        {loyal.map((person) => (
          <li key={person.id} className="tie">
            <Avatar who={person} size={32} />
            <span className="tie-words">
              <Link to="/people/$id" params={{ id: person.id }} className="tie-name">
                <bdi>{person.name}</bdi>
              </Link>
              <span className="soft">
                {say('circle.loyal.line', { n: person.conversations })} · <Ago at={person.lastContact} />
              </span>
            </span>
            <button
              type="button"
              className="button small"
              aria-label={say('circle.loyal.hold', { name: person.name })}
              disabled={hold.isPending}
              onClick={() => hold.mutate({ who: person })}
            >
              {say('tie.hold')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
