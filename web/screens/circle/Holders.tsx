/** Each teammate with how many relationships they hold, of what one human can. */
import { Link } from '@tanstack/react-router'
import type { Circle } from '../../../src/api/people/shapes.ties.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { useSay } from '../../words/words.ts'

export function Holders({ circle: { most, holders, teammate: shown } }: { circle: Circle }) {
  const say = useSay()
  return (
    <nav className="holders" aria-label={say('circle.holders')}>
      {holders.map(({ teammate, held, left }) => (
        <Link
          key={teammate.id}
          to="/circle"
          search={{ teammate: teammate.id }}
          className="holder"
          aria-current={teammate.id === shown ? 'true' : undefined}
        >
          <Avatar who={teammate} size={32} />
          <span className="holder-words">
            <span>
              <bdi className="holder-name">{teammate.name}</bdi>
              {left && <span className="chip harm"> {say('circle.left')}</span>}
            </span>
            <span className="soft">{say('circle.of', { held, most })}</span>
            <progress className="holder-bar" value={Math.min(held, most)} max={most} aria-hidden="true" />
          </span>
        </Link>
      ))}
    </nav>
  )
}
