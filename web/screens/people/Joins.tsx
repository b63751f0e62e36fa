/** Which people were joined to this one, why and by whom, and the way back. */
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { useJoining } from './use-joining.ts'
import { Why } from './Why.tsx'

export function Joins({ person }: { person: Person }) {
  const say = useSay()
  const { takeApart } = useJoining()
  if (person.joins.length === 0) return null
  return (
    <section>
      <h2>{say('joins.title')}</h2>
      <ul>
        {person.joins.map((join) => (
          <li key={join.id} className="join">
            <div>
              <p>
                <bdi>{say('joins.line', { name: join.name, names: join.names.join(', ') })}</bdi>
              </p>
              <p className="soft">
                <Ago at={join.at} /> {join.by ? say('joins.by', { name: join.by.name }) : say('joins.by-proof')}
              </p>
              <Why evidence={join.evidence} />
            </div>
            <button
              type="button"
              className="button small"
              aria-label={say('joins.apart.name', { name: join.name })}
              disabled={takeApart.isPending}
              onClick={() => takeApart.mutate(join)}
            >
              {say('joins.apart')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
