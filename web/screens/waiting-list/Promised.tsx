/** Above the list, what I promised and is due: whom, what, since when. A line leads to where they spoke. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import type { Promised as Due } from '../../../src/api/people/shapes.moments.ts'
import { promisesQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { Day } from '../../parts/Day.tsx'
import { SettleButtons } from '../../parts/SettleButtons.tsx'
import { useSettle } from '../../parts/use-settle.ts'
import { useSay } from '../../words/words.ts'
import { useView } from './use-view.ts'
import './promised.css'

/** `alone`: no conversation is open, so that a key without a focus means the first of them. */
export function Promised({ alone }: { alone: boolean }) {
  const say = useSay()
  const settle = useSettle()
  const due = useQuery(promisesQuery).data?.items ?? []
  const [focused, setFocused] = useState<string | null>(null)
  const meant = due.find(({ id }) => id === focused) ?? (alone ? due[0] : undefined)
  useActions({
    promiseKept: meant && (() => void settle(meant.id, 'kept')),
    promiseBroken: meant && (() => void settle(meant.id, 'broken')),
  })
  if (due.length === 0) return null
  return (
    <section className="promised" aria-label={say('promised.title')}>
      <h2 className="promised-title">{say('promised.title')}</h2>
      <ul>
        {due.map((promise) => (
          <li
            key={promise.id}
            className="promised-line"
            onFocus={() => setFocused(promise.id)}
            onBlur={() => setFocused(null)}
          >
            <Flag size={15} aria-hidden="true" />
            <Where promise={promise}>
              <b>
                <bdi>{promise.person.name}</bdi>
              </b>{' '}
              <bdi>{promise.text}</bdi>{' '}
              <span className="brief-late">
                <Day words="promised.due" day={promise.dueDay} />
              </span>
            </Where>
            <span className="promised-acts">
              <SettleButtons text={promise.text} onSettle={(as) => void settle(promise.id, as)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Where({ promise: { conversationId, person }, children }: { promise: Due; children: React.ReactNode }) {
  const { search } = useView()
  return conversationId === null ? (
    <Link to="/people/$id" params={{ id: person.id }} className="promised-words">
      {children}
    </Link>
  ) : (
    <Link to="/c/$id" params={{ id: conversationId }} search={search} className="promised-words">
      {children}
    </Link>
  )
}
