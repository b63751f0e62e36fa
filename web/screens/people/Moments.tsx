/** What is remembered of somebody, the newest first; a promise is said to be kept or broken here. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { Moment } from '../../../src/api/people/shapes.moments.ts'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { remove } from '../../api/client.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Day } from '../../parts/Day.tsx'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { SettleButtons } from '../../parts/SettleButtons.tsx'
import { useSettle } from '../../parts/use-settle.ts'
import { useSay } from '../../words/words.ts'

export function Moments({ person, onRemember }: { person: Person; onRemember: () => void }) {
  const say = useSay()
  return (
    <section className="moments">
      <header className="moments-head">
        <h2>{say('moment.title')}</h2>
        <ActionButton action="remember" icon={<Plus size={18} aria-hidden="true" />} onPress={onRemember} />
      </header>
      {person.moments.length === 0 && <p className="soft">{say('moment.none')}</p>}
      <ul>
        {person.moments.map((moment) => (
          <MomentLine key={moment.id} moment={moment} />
        ))}
      </ul>
    </section>
  )
}

function MomentLine({ moment }: { moment: Moment }) {
  const say = useSay()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['person'] })
  const erase = useMutation({
    mutationFn: () => remove(`/moments/${moment.id}`),
    onSuccess: () => {
      did({ said: say('moment.erased'), leavesAt: null, undo: null })
      return again()
    },
    onError: (error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null }),
  })
  const settle = useSettle()
  return (
    <li className="moment" data-sensitivity={moment.sensitivity}>
      <p className="moment-text">
        <b>{say(`moment.kind.${moment.kind}`)}</b> <bdi>{moment.text}</bdi>
      </p>
      <p className="moment-about soft">
        <Day day={moment.onDay} /> · {say('moment.by', { name: moment.by.name })}
        {moment.dueDay && moment.settled === null && (
          <>
            {' '}
            · <Day words="moment.due.on" day={moment.dueDay} />
          </>
        )}
        {moment.settled && <> · {say(`moment.settled.${moment.settled}`)}</>}
        {moment.sensitivity !== 'ordinary' && <> · {say(`moment.sensitivity.${moment.sensitivity}`)}</>}
        {moment.onlyFor && <> · {say('moment.mine')}</>}
        {moment.conversationId && (
          <>
            {' '}
            ·{' '}
            <Link to="/c/$id" params={{ id: moment.conversationId }}>
              {say('moment.said-here')}
            </Link>
          </>
        )}
      </p>
      <p className="card-acts">
        {moment.kind === 'promise' && moment.settled === null && (
          <SettleButtons text={moment.text} onSettle={(as) => void settle(moment.id, as)} />
        )}
        <button
          type="button"
          className="link"
          aria-label={say('moment.erase.name', { text: moment.text })}
          disabled={erase.isPending}
          onClick={() => erase.mutate()}
        >
          {say('moment.erase')}
        </button>
      </p>
    </li>
  )
}
