/** "Might be the same as ...", each with its evidence, for a teammate's yes or no. */
import { Link } from '@tanstack/react-router'
import type { Likely, Person } from '../../../src/api/people/shapes.people.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { useSay } from '../../words/words.ts'
import { useJoining } from './use-joining.ts'
import { Why } from './Why.tsx'

type Props = { person: Person; likely: readonly Likely[]; onLook: (other: string) => void }

export function LikelyList({ person, likely, onLook }: Props) {
  const say = useSay()
  const { refuse } = useJoining()
  if (likely.length === 0) return null
  return (
    <section className="likely">
      <h2>{say('likely.title')}</h2>
      <ul>
        {likely.map((other) => (
          <li key={other.id} className="likely-one">
            <Avatar who={other} size={32} />
            <div>
              <p>
                <Link to="/people/$id" params={{ id: other.id }}>
                  <bdi>{other.name}</bdi>
                </Link>{' '}
                <span className="soft">
                  {other.handle && <bdi>{other.handle}</bdi>} ·{' '}
                  {say('likely.score', { n: Math.floor(other.score * 100) })}
                </span>
              </p>
              <Why evidence={other.evidence} />
              <p className="card-acts">
                <button type="button" className="button small" onClick={() => onLook(other.id)}>
                  {say('likely.join')}
                </button>
                <button
                  type="button"
                  className="button small quiet"
                  disabled={refuse.isPending}
                  onClick={() => refuse.mutate({ person, other })}
                >
                  {say('likely.no')}
                </button>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
