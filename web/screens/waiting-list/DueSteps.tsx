/** Above the list, the steps after a sale that are due: for whom, what, since when. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ShoppingBag } from 'lucide-react'
import { useState } from 'react'
import type { DueStep } from '../../../src/api/people/shapes.orders.ts'
import { stepsQuery } from '../../api/queries.orders.ts'
import { actionOf } from '../../keys/actions.ts'
import { useActions } from '../../keys/keys.ts'
import { Day } from '../../parts/Day.tsx'
import { useOrderSteps } from '../../parts/use-order-steps.ts'
import { useSay } from '../../words/words.ts'
import './promised.css'

const ends = { done: 'stepDone', later: 'stepLater', left: 'stepLeft' } as const

/** `alone`: no conversation is open, so that a key without a focus means the first of them. */
export default function DueSteps({ alone }: { alone: boolean }) {
  const say = useSay()
  const due = useQuery(stepsQuery).data?.items ?? []
  const steps = useOrderSteps()
  const [focused, setFocused] = useState<string | null>(null)
  const meant = due.find(({ order }) => order === focused) ?? (alone ? due[0] : undefined)
  useActions({
    stepWrite: meant && steps.write(meant),
    stepDone: meant && (() => void steps.say(meant, 'done')),
    stepLater: meant && (() => void steps.say(meant, 'later')),
    stepLeft: meant && (() => void steps.say(meant, 'left')),
  })
  if (due.length === 0) return null
  return (
    <section className="promised" aria-label={say('steps.title')}>
      <h2 className="promised-title">{say('steps.title')}</h2>
      <ul>
        {due.map((step) => (
          <li
            key={step.order}
            className="promised-line"
            onFocus={() => setFocused(step.order)}
            onBlur={() => setFocused(null)}
          >
            <ShoppingBag size={15} aria-hidden="true" />
            <Link to="/people/$id" params={{ id: step.person.id }} className="promised-words">
              <b>
                <bdi>{step.person.name}</bdi>
              </b>{' '}
              {say(`step.${step.step}`)} <bdi className="soft">{step.what || step.number}</bdi>{' '}
              <span className="soft">
                <Day words="step.due" day={step.on} />
              </span>
            </Link>
            <Acts step={step} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ step }: { step: DueStep }) {
  const say = useSay()
  const { write, say: tell } = useOrderSteps()
  const name = say('step.for', { step: say(`step.${step.step}`), name: step.person.name })
  const button = (words: 'write' | keyof typeof ends, onClick: () => void) => {
    const action = actionOf(words === 'write' ? 'stepWrite' : ends[words])
    return (
      <button
        key={words}
        type="button"
        className={words === 'write' ? 'button small' : 'button small quiet'}
        data-tip={`${say(action.words)} · ${action.keys[0]}`}
        aria-label={`${say(`step.${words}`)}: ${name}`}
        onClick={onClick}
      >
        {say(`step.${words}`)}
      </button>
    )
  }
  const open = write(step)
  return (
    <span className="promised-acts">
      {open && button('write', open)}
      {(Object.keys(ends) as (keyof typeof ends)[]).map((said) => button(said, () => void tell(step, said)))}
    </span>
  )
}
