/** The path from complaint to friend: what was done, by whom and when, and what is still to come. */
import { Check, Circle } from 'lucide-react'
import type { Wooing } from '../../../src/api/people/shapes.wooing.ts'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

const path = ['acknowledged', 'put-right', 'followed-up', 'won-back'] as const

export function Path({ taken, spottedAt }: Pick<Wooing, 'taken' | 'spottedAt'>) {
  const say = useSay()
  return (
    <ol className="path" aria-label={say('wooing.path')}>
      <li className="path-step" data-done>
        <Check size={13} aria-hidden="true" /> {say('wooing.step.spotted')}{' '}
        <span className="soft">
          <Ago at={spottedAt} />
        </span>
      </li>
      {path.map((step) => {
        const done = taken.find((it) => it.step === step)
        return (
          <li key={step} className="path-step" data-done={done ? true : undefined}>
            {done ? <Check size={13} aria-hidden="true" /> : <Circle size={13} aria-hidden="true" />}{' '}
            {say(`wooing.step.${step}`)}
            {done ? (
              <span className="soft">
                {' '}
                <bdi>{done.by?.name ?? say('wooing.one-of-us')}</bdi>, <Ago at={done.at} />
              </span>
            ) : (
              <span className="aloud"> {say('wooing.to-come')}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
