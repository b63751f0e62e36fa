/** Above the list, where I said at closing that I did not know yet what came of it, and am asked again. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleHelp } from 'lucide-react'
import { upshotsQuery } from '../../api/queries.outcomes.ts'
import { Day } from '../../parts/Day.tsx'
import { useSay } from '../../words/words.ts'
import type { Closed } from './desk.ts'
import { useView } from './use-view.ts'
import './promised.css'

export default function AskedAgain({ onAsk }: { onAsk: (closed: Closed) => void }) {
  const say = useSay()
  const { search } = useView()
  const due = useQuery(upshotsQuery).data?.items ?? []
  if (due.length === 0) return null
  return (
    <section className="promised" aria-label={say('upshot.due')}>
      <h2 className="promised-title">{say('upshot.due')}</h2>
      <ul>
        {due.map(({ conversationId: id, person, preview, askOn }) => {
          const name = person?.name ?? say('app.unknown')
          return (
            <li key={id} className="promised-line">
              <CircleHelp size={15} aria-hidden="true" />
              <Link to="/c/$id" params={{ id }} search={search} className="promised-words">
                <b>
                  <bdi>{name}</bdi>
                </b>{' '}
                <bdi>{preview}</bdi>{' '}
                <span className="soft">
                  <Day words="upshot.asked-on" day={askOn} />
                </span>
              </Link>
              <button
                type="button"
                className="button small"
                aria-label={say('upshot.say.name', { name })}
                onClick={() => onAsk({ id, name, askedOn: askOn })}
              >
                {say('upshot.say')}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
