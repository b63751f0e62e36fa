/** Who stands on a rung of the ladder, why, and until when. */
import { useQuery } from '@tanstack/react-query'
import { onTheLadderQuery } from '../../api/queries.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Day } from '../../parts/Day.tsx'
import { useSay } from '../../words/words.ts'

export function OnTheLadder({ onOpen }: { onOpen: (person: { id: string; name: string }) => void }) {
  const say = useSay()
  const items = useQuery(onTheLadderQuery).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className="rates">
      <h2>{say('ladder.standing')}</h2>
      <ul className="wooings">
        {items.map(({ id, person, rung, reason, untilDay, by }) => (
          <li key={id} className="wooing">
            <Avatar who={person} size={32} />
            <div className="wooing-words">
              <p className="wooing-who">
                <button type="button" className="link" onClick={() => onOpen(person)}>
                  <bdi>{person.name}</bdi>
                </button>
                <span>{say(`ladder.rung.${rung}`)}</span>
                <span className="soft">
                  <Day words="ladder.until" day={untilDay} />
                </span>
              </p>
              <p className="soft">
                <bdi>{reason}</bdi> ({by.name})
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
