/** The form that a channel asks for, field by field; what the server finds wrong stands at its field. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChannelCard } from '../../../src/api/shapes.ts'
import { Refused } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

type Props = {
  fields: ChannelCard['fields']
  submit: string
  /** Also asks how the team calls the room. */
  named?: boolean
  onCancel: () => void
  onSubmit: (fields: Record<string, string>, name: string) => Promise<unknown>
}

const types = { text: 'text', url: 'url', secret: 'password' } as const

export function FieldsForm({ fields, submit, named = false, onCancel, onSubmit }: Props) {
  const say = useSay()
  const [name, setName] = useState('')
  const [values, setValues] = useState<Record<string, string>>({})
  const save = useMutation({ mutationFn: () => onSubmit(values, name.trim()) })
  const wrongField = save.error instanceof Refused ? (save.error.problem.field ?? null) : null
  const known = (field: string) => wrongField === field || wrongField?.endsWith(`.${field}`) === true
  const why = save.error ? whyOf(save.error, say) : null
  const unplaced = why !== null && !fields.some((field) => known(field.name)) && !known('name')
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {fields.map((field, at) => (
        <Field
          key={field.name}
          label={field.label}
          hint={field.hint}
          // Not `url`: people paste "blog.example" without its https, and the server knows what to do with it.
          type={field.kind === 'url' ? 'text' : types[field.kind]}
          optional={field.optional}
          autoComplete="off"
          autoFocus={at === 0}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
          wrong={known(field.name) ? why : null}
        />
      ))}
      {named && (
        <Field
          label={say('add.name')}
          hint={say('add.name.hint')}
          value={name}
          onChange={setName}
          optional
          wrong={known('name') ? why : null}
        />
      )}
      {unplaced && (
        <p role="alert" className="wrong">
          {why}
        </p>
      )}
      <div className="form-foot">
        <button type="button" className="button quiet" onClick={onCancel}>
          {say('app.cancel')}
        </button>
        <button type="submit" className="button main" disabled={save.isPending}>
          {submit}
        </button>
      </div>
    </form>
  )
}
