/** One person who needs wooing: why, what they said last, how far we are, and the next step. */
import { Link } from '@tanstack/react-router'
import { HeartHandshake, TrendingDown } from 'lucide-react'
import type { Wooing } from '../../../src/api/people/shapes.wooing.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Ago, Since } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { Path } from './Path.tsx'
import { reasonText } from './reason-text.ts'
import { stepsFor, useSteps } from './use-steps.ts'

export function WooingRow({ id, wooing, picked }: { id: string; wooing: Wooing; picked: boolean }) {
  const say = useSay()
  const { take, takeBack } = useSteps()
  const { person, last, proposed, reason, waitingSince, spottedAt, taken } = wooing
  const [next, ...others] = stepsFor(wooing)
  return (
    <li id={id} className="wooing" data-picked={picked || undefined} aria-current={picked ? 'true' : undefined}>
      <Avatar who={person} size={36} />
      <div className="wooing-words">
        <p className="wooing-who">
          <Link to="/people/$id" params={{ id: person.id }} className="wooing-name">
            <bdi>{person.name}</bdi>
          </Link>
          <span className="chip slope">
            <TrendingDown size={13} className="turns" aria-hidden="true" /> {reasonText(reason, say)}
          </span>
          {waitingSince && reason.is !== 'waiting' && (
            <span className="waits">
              <Since at={waitingSince} />
            </span>
          )}
        </p>
        {last && (
          <Link to="/c/$id" params={{ id: last.conversationId }} className="wooing-last">
            <bdi>{last.text}</bdi>
          </Link>
        )}
        {proposed && (
          <p className="wooing-kind">
            <HeartHandshake size={15} aria-hidden="true" />
            <span>
              <q>
                <bdi>{proposed.text}</bdi>
              </q>{' '}
              <Ago at={proposed.at} />. {say('wooing.proposed')}
            </span>
          </p>
        )}
        <Path taken={taken} spottedAt={spottedAt} />
        <p className="card-acts">
          {next && (
            <button
              type="button"
              className="button small"
              aria-keyshortcuts="f"
              aria-label={`${say(`wooing.do.${next}`)}: ${person.name}`}
              onClick={() => take.mutate({ wooing, step: next })}
            >
              {say(`wooing.do.${next}`)} {picked && <kbd>f</kbd>}
            </button>
          )}
          {others.map((step) => (
            <button
              key={step}
              type="button"
              className="button small quiet"
              aria-label={`${say(`wooing.do.${step}`)}: ${person.name}`}
              onClick={() => take.mutate({ wooing, step })}
            >
              {say(`wooing.do.${step}`)}
            </button>
          ))}
          {taken.some(({ by }) => by !== null) && (
            <button
              type="button"
              className="link"
              aria-label={`${say('wooing.back')}: ${person.name}`}
              onClick={() => takeBack.mutate(wooing)}
            >
              {say('wooing.back')}
            </button>
          )}
        </p>
      </div>
    </li>
  )
}
