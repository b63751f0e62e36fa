/** Who stands on a rung of the ladder, why, and until when. */
import { useQuery } from '@tanstack/react-query'
import type { OnTheLadder as Standing } from '../../../src/api/people/shapes.ladder.ts'
import { onTheLadderQuery } from '../../api/queries.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Day } from '../../parts/Day.tsx'
import { useLift } from '../../parts/use-lift.ts'
import { useSay } from '../../words/words.ts'

export function OnTheLadder({ onOpen }: { onOpen: (person: { id: string; name: string }) => void }) {
  const say = useSay()
  const items = useQuery(onTheLadderQuery).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="on-the-ladder">
      <h2>{say('ladder.standing')}</h2>
      <ul className="wooings">
        {items.map((it) => (
          <Row key={it.id} it={it} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  )
}

type RowProps = { it: Standing['items'][number]; onOpen: (person: { id: string; name: string }) => void }

function Row({ it: { id, person, rung, reason, untilDay, by }, onOpen }: RowProps) {
  const say = useSay()
  const lift = useLift(person)
  const ended = untilDay < new Date().toISOString().slice(0, 10)
  return (
    <li className="wooing">
      <Avatar who={person} size={32} />
      <div className="wooing-words">
        <p className="wooing-who">
          <button type="button" className="link" onClick={() => onOpen(person)}>
            <bdi>{person.name}</bdi>
          </button>
          <span>{say(`ladder.rung.${rung}`)}</span>
          <span className={ended ? 'chip slope' : 'soft'}>
            <Day words={ended ? 'ladder.ended' : 'ladder.until'} day={untilDay} />
          </span>
        </p>
        <p className="soft">
          <bdi>{reason}</bdi> ({by.name})
        </p>
        <p className="card-acts">
          <button
            type="button"
            className="button small"
            aria-label={`${say('ladder.lift')}: ${person.name}`}
            onClick={() => lift.mutate(id)}
          >
            {say('ladder.lift')}
          </button>
        </p>
      </div>
    </li>
  )
}
