/** When the room is looked after: day and night, or a week in a time zone with its holidays. */
import { useId, useState } from 'react'
import type { Hours } from '../../../src/api/rooms/shapes.charter.ts'
import { locale, useSay } from '../../words/words.ts'
import { spansOf, spansText, weekdayNames } from './hours-text.ts'

type Props = { hours: Hours | null; onChange: (hours: Hours | null) => void; wrong: string | null }

export function HoursFields({ hours, onChange, wrong }: Props) {
  const say = useSay()
  const id = useId()
  return (
    <fieldset className="field">
      <legend>{say('charter.hours')}</legend>
      <label className="charter-always">
        <input
          type="checkbox"
          checked={hours === null}
          onChange={(event) => onChange(event.target.checked ? null : officeHours())}
        />{' '}
        {say('charter.hours.always')}
      </label>
      {hours && (
        <>
          <label htmlFor={`${id}-zone`}>{say('charter.zone')}</label>
          <input
            id={`${id}-zone`}
            list={`${id}-zones`}
            value={hours.zone}
            spellCheck={false}
            onChange={(event) => onChange({ ...hours, zone: event.target.value.trim() })}
          />
          <datalist id={`${id}-zones`}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <p className="hint">{say('charter.hours.hint')}</p>
          <div className="charter-rows">
            {weekdayNames(locale(), 'long').map((name, day) => (
              <Typed
                key={name}
                id={`${id}-${day}`}
                label={name}
                written={spansText(hours.week[day] ?? [])}
                onTyped={(typed) =>
                  onChange({ ...hours, week: hours.week.map((spans, at) => (at === day ? spansOf(typed) : spans)) })
                }
              />
            ))}
          </div>
          <Typed
            id={`${id}-holidays`}
            label={say('charter.holidays')}
            hint={say('charter.holidays.hint')}
            written={hours.holidays.join(', ')}
            onTyped={(typed) => onChange({ ...hours, holidays: typed.split(/[\s,;]+/).filter((it) => it !== '') })}
          />
        </>
      )}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  )
}

type TypedProps = { id: string; label: string; hint?: string; written: string; onTyped: (typed: string) => void }

/** Keeps what is typed as it is typed, and tells how it is read. */
function Typed({ id, label, hint, written, onTyped }: TypedProps) {
  const [typed, setTyped] = useState(written)
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={typed}
        spellCheck={false}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          onTyped(event.target.value)
        }}
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

const officeHours = (): Hours => ({
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: Array.from({ length: 7 }, (_, day) => (day < 5 ? [['09:00', '17:00']] : [])),
  holidays: [],
})
