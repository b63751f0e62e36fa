/** One labelled field of a form, with its hint and what is wrong with it read out together with it. */
import { useId } from 'react'
import { useSay } from '../words/words.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'url' | 'email' | 'password' | 'number' | 'search'
  hint?: string
  wrong?: string | null
  optional?: boolean
  autoComplete?: string
  autoFocus?: boolean
  minLength?: number
  readOnly?: boolean
}

export function Field({ label, value, onChange, type = 'text', hint, wrong, optional = false, ...rest }: Props) {
  const say = useSay()
  const id = useId()
  const told = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="soft">({say('app.optional')})</span>}
      </label>
      <input
        id={id}
        type={type}
        value={value}
        required={!optional}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={told || undefined}
        onChange={(event) => onChange(event.target.value)}
        spellCheck={type === 'text' ? undefined : false}
        {...rest}
      />
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {wrong && (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
