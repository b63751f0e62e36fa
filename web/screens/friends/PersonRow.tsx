/** A person and what there is to say or do about them. */
import { Link } from '@tanstack/react-router'
import type { PersonLine } from '../../../src/api/shapes.ts'
import { Avatar } from '../../parts/Avatar.tsx'

type Props = { person: PersonLine; id?: string; picked?: boolean; children: React.ReactNode }

export function PersonRow({ person, id, picked = false, children }: Props) {
  return (
    <li id={id} className="friend" data-picked={picked || undefined} aria-current={picked ? 'true' : undefined}>
      <Avatar who={person} size={32} />
      <div className="friend-words">
        <Link to="/people/$id" params={{ id: person.id }} className="friend-name">
          <bdi>{person.name}</bdi>
        </Link>
        {children}
      </div>
    </li>
  )
}
