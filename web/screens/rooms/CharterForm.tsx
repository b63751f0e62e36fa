/** Writes a room's charter; what the server finds wrong stands where it was typed. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Charter } from '../../../src/api/rooms/shapes.charter.ts'
import type { Room } from '../../../src/api/shapes.ts'
import { charterQuery } from '../../api/charter.ts'
import { put, Refused } from '../../api/client.ts'
import { teammatesQuery } from '../../api/queries.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { HoursFields } from './HoursFields.tsx'
import { PromiseFields } from './PromiseFields.tsx'

type Props = { room: Room; charter: Charter; onClose: () => void }

export default function CharterForm({ room, charter, onClose }: Props) {
  const say = useSay()
  const client = useQueryClient()
  const id = useId()
  const teammates = useQuery(teammatesQuery).data ?? []
  const [draft, setDraft] = useState(charter)
  const [tone, setTone] = useState(charter.tone.join(', '))
  const change = (part: Partial<Charter>) => setDraft((now) => ({ ...now, ...part }))
  const save = useMutation({
    mutationFn: () => put<Charter>(`/rooms/${room.id}/charter`, { ...draft, tone: wordsIn(tone) }),
    onSuccess: (written) => {
      client.setQueryData(charterQuery(room.id).queryKey, written)
      void client.invalidateQueries({ queryKey: ['advice'] })
      onClose()
    },
  })
  const field = save.error instanceof Refused ? (save.error.problem.field ?? null) : null
  const why = save.error ? whyOf(save.error, say) : null
  const wrong = (name: string) => (field?.split('.')[0] === name ? why : null)
  const area = (name: 'good' | 'bad' | 'etiquette' | 'never') => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{say(`charter.${name}`)}</label>
      <textarea
        id={`${id}-${name}`}
        rows={2}
        dir="auto"
        value={draft[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </div>
  )
  return (
    <form
      className="charter-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field
        label={say('charter.purpose')}
        hint={say('charter.purpose.hint')}
        value={draft.purpose}
        optional
        autoFocus
        onChange={(purpose) => change({ purpose })}
      />
      <Field
        label={say('charter.tone')}
        hint={say('charter.tone.hint')}
        value={tone}
        optional
        onChange={setTone}
        wrong={wrong('tone')}
      />
      <div className="charter-pair">
        {area('good')}
        {area('bad')}
      </div>
      <PromiseFields promises={draft.promises} onChange={(promises) => change({ promises })} />
      <HoursFields hours={draft.hours} onChange={(hours) => change({ hours })} wrong={wrong('hours')} />
      <div className="charter-pair">
        {area('etiquette')}
        {area('never')}
      </div>
      <div className="field">
        <label htmlFor={`${id}-owner`}>{say('charter.owner')}</label>
        <select
          id={`${id}-owner`}
          value={draft.ownerId ?? ''}
          onChange={(event) => change({ ownerId: event.target.value || null })}
        >
          <option value="">{say('charter.owner.none')}</option>
          {teammates.map((teammate) => (
            <option key={teammate.id} value={teammate.id}>
              {teammate.name}
            </option>
          ))}
        </select>
      </div>
      {why !== null && wrong('tone') === null && wrong('hours') === null && (
        <p role="alert" className="wrong">
          {why}
        </p>
      )}
      <div className="form-foot">
        <button type="button" className="button quiet" onClick={onClose}>
          {say('app.cancel')}
        </button>
        <button type="submit" className="button main" disabled={save.isPending}>
          {say('charter.keep')}
        </button>
      </div>
    </form>
  )
}

const wordsIn = (typed: string) => typed.split(/[,;]/).flatMap((word) => word.trim() || [])
