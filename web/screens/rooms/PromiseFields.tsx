/** How soon somebody has a word from us, by what they want. */
import { useId } from 'react'
import type { Charter } from '../../../src/api/rooms/shapes.charter.ts'
import { lagText } from '../../parts/lag.ts'
import { locale, useSay } from '../../words/words.ts'

type Promises = Charter['promises']

const asked = ['complaint', 'question', 'request', 'purchase', 'any'] as const
const spans = [15, 30, 60, 120, 240, 480, 960, 2400]

export function PromiseFields({ promises, onChange }: { promises: Promises; onChange: (promises: Promises) => void }) {
  const say = useSay()
  const id = useId()
  // Somebody may have promised another intent something over the API.
  const more = (Object.keys(promises) as (keyof Promises)[]).filter((intent) => !asked.some((it) => it === intent))
  return (
    <fieldset className="field">
      <legend>{say('charter.promises')}</legend>
      <p className="hint">{say('charter.promises.hint')}</p>
      <div className="charter-rows">
        {[...asked, ...more].map((intent) => {
          const minutes = promises[intent]
          const offered =
            minutes === undefined || spans.includes(minutes) ? spans : [...spans, minutes].sort((a, b) => a - b)
          return (
            <div key={intent}>
              <label htmlFor={`${id}-${intent}`}>
                {intent === 'any' ? say('charter.any') : say(`label.${intent}`)}
              </label>
              <select
                id={`${id}-${intent}`}
                value={minutes ?? ''}
                onChange={(event) => onChange(withPromise(promises, intent, event.target.value))}
              >
                <option value="">{say('charter.promises.none')}</option>
                {offered.map((n) => (
                  <option key={n} value={n}>
                    {lagText(60 * n, locale())}
                  </option>
                ))}
              </select>
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

function withPromise(promises: Promises, intent: keyof Promises, minutes: string): Promises {
  const { [intent]: _, ...others } = promises
  return minutes === '' ? others : { ...others, [intent]: Number(minutes) }
}
