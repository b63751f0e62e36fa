/** Writes an outcome down by hand: what came of it, for which objective, worth how much, when, and how we know. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { ObjectiveLine as Objective } from '../../src/api/objectives/shapes.objectives.ts'
import type { NewOutcome } from '../../src/api/objectives/shapes.outcomes.ts'
import { get, post, put } from '../api/client.ts'
import { useSay } from '../words/words.ts'
import { Field } from './Field.tsx'
import { did } from './last-act.ts'
import { centsOf } from './money.ts'
import { Notice, whyOf } from './Notice.tsx'
import { Popup } from './Popup.tsx'

type Props = {
  /** With whom; null: it is said by the code, or nobody knows. */
  person: { id: string; name: string } | null
  onClose: () => void
}

export default function OutcomeDialog({ person, onClose }: Props) {
  const say = useSay()
  const objectives = useQuery({
    queryKey: ['objectives'],
    queryFn: () => get<{ items: Objective[] }>('/objectives'),
  })
  const open = objectives.data?.items.filter(({ letGoAt }) => letGoAt === null)
  return (
    <Popup title={person ? say('outcome.write.with', { name: person.name }) : say('outcome.write')} onClose={onClose}>
      {open?.length === 0 && (
        <Notice title={say('outcome.no-objective')}>
          <p>{say('outcome.no-objective.more')}</p>
        </Notice>
      )}
      {open && open.length > 0 && <OutcomeForm person={person} objectives={open} onClose={onClose} />}
    </Popup>
  )
}

function OutcomeForm({ person, objectives, onClose }: Props & { objectives: readonly Objective[] }) {
  const say = useSay()
  const id = useId()
  const client = useQueryClient()
  const today = new Date().toISOString().slice(0, 10)
  const [objective, setObjective] = useState(objectives[0]?.id ?? '')
  const [what, setWhat] = useState('')
  const [value, setValue] = useState('')
  const [on, setOn] = useState(today)
  const [evidence, setEvidence] = useState('')
  const [code, setCode] = useState('')
  const cents = centsOf(value)
  const again = () =>
    Promise.all(
      ['outcomes', 'return', 'objectives'].map((noun) => client.invalidateQueries({ queryKey: [noun] })),
    ).then(() => {})
  const write = useMutation({
    mutationFn: () => {
      const at = on === today ? null : `${on}T12:00:00.000Z`
      const told = { objective, what, valueCents: cents ?? null, at, evidence, source: 'hand' as const }
      return post<{ id: string }>('/outcomes', {
        ...told,
        person: person?.id ?? null,
        code: code || null,
      } satisfies NewOutcome)
    },
    onSuccess: ({ id: written }) => {
      onClose()
      const undo = () => put(`/outcomes/${written}/withdrawal`, {}).then(again)
      did({ said: say('outcome.did.written', { what }), leavesAt: null, undo })
      return again()
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (cents !== undefined) write.mutate()
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-objective`}>{say('outcome.objective')}</label>
        <select id={`${id}-objective`} value={objective} onChange={(event) => setObjective(event.target.value)}>
          {objectives.map((it) => (
            <option key={it.id} value={it.id}>
              {it.result}
            </option>
          ))}
        </select>
      </div>
      <Field label={say('outcome.what')} value={what} onChange={setWhat} hint={say('outcome.what.hint')} autoFocus />
      <Field
        label={say('outcome.value')}
        value={value}
        onChange={setValue}
        optional
        hint={say('outcome.value.hint')}
        wrong={cents === undefined ? say('money.wrong') : null}
      />
      <div className="field">
        <label htmlFor={`${id}-on`}>{say('outcome.on')}</label>
        <input
          id={`${id}-on`}
          type="date"
          required
          max={today}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </div>
      <Field
        label={say('outcome.evidence')}
        value={evidence}
        onChange={setEvidence}
        optional
        hint={say('outcome.evidence.hint')}
      />
      {person === null && (
        <Field label={say('outcome.code')} value={code} onChange={setCode} optional hint={say('outcome.code.hint')} />
      )}
      {write.error && (
        <p role="alert" className="wrong">
          {whyOf(write.error, say)}
        </p>
      )}
      <div className="popup-foot">
        <button type="submit" className="button main" disabled={write.isPending}>
          {say('outcome.keep')}
        </button>
      </div>
    </form>
  )
}
