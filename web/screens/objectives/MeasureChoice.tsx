/** Choosing what shows it: typed in one's own words and read, or taken from the list. A vanity is answered with why. */
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import type { Measure } from '../../../src/api/objectives/shapes.objectives.ts'
import { measureQuery } from '../../api/queries.objectives.ts'
import { Field } from '../../parts/Field.tsx'
import { locale, useSay } from '../../words/words.ts'
import { measures } from './measures.ts'
import { numberText } from './where-words.ts'

type Props = {
  /** The sentence that says what we want: where no measure is typed, it is read. */
  result: string
  chosen: Measure | null
  /** `today`: where it stands now; null: nobody knows. */
  onChoose: (measure: Measure, today: number | null) => void
}

export function MeasureChoice({ result, chosen, onChoose }: Props) {
  const say = useSay()
  const name = useId()
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const text = useDeferredValue(typed.trim() || result.trim())
  const reading = useQuery(measureQuery(text, typed.trim() === '' ? 'result' : 'measure')).data
  const vanity = text === '' ? null : (reading?.vanity ?? null)
  const proposed = text === '' ? [] : (reading?.proposals ?? [])
  const few = proposed.length > 0 ? proposed : measures
  const offered = all ? measures : chosen === null || few.includes(chosen) ? few : [...few, chosen]
  return (
    <>
      <Field
        label={say('objective.form.measure')}
        hint={say('objective.form.measure.hint')}
        value={typed}
        onChange={setTyped}
        optional
        autoComplete="off"
      />
      {vanity && (
        <div className="vanity" role="alert">
          <p>
            <b>
              <bdi>{vanity.word}</bdi>
            </b>
            {': '}
            {say(`vanity.${vanity.is}.why`)}
          </p>
          <p>{say('objective.form.instead')}</p>
        </div>
      )}
      <fieldset className="measures">
        <legend>{say('objective.form.choose')}</legend>
        {offered.map((measure) => {
          const today = reading?.today[measure] ?? null
          return (
            <label key={measure} className="measure">
              <input
                type="radio"
                name={name}
                checked={chosen === measure}
                onChange={() => onChoose(measure, today)}
                aria-describedby={`${name}-${measure}`}
              />
              <span>
                {say(`measure.${measure}`)}
                {today !== null && measure === 'answered-in-time' && (
                  <span className="soft">
                    {' '}
                    ({say('objective.form.today', { value: numberText(today, 'percent', locale()) })})
                  </span>
                )}
                <span id={`${name}-${measure}`} className="hint measure-counts">
                  {say(`measure.${measure}.counts`)}
                </span>
              </span>
            </label>
          )
        })}
        {!all && offered.length < measures.length && (
          <button type="button" className="link" onClick={() => setAll(true)}>
            {say('objective.form.all')}
          </button>
        )}
      </fieldset>
    </>
  )
}
