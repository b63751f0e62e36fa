/** After how many days each step after a sale is due. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClockDays } from '../../../src/api/people/shapes.orders.ts'
import type { Me } from '../../../src/api/shapes.ts'
import { put } from '../../api/client.ts'
import { stepDaysQuery } from '../../api/queries.orders.ts'
import { Field } from '../../parts/Field.tsx'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

const steps = ['thank', 'ask', 'listen'] as const
type Written = Record<(typeof steps)[number], string>

export function StepDays({ me }: { me: Me }) {
  const say = useSay()
  const days = useQuery(stepDaysQuery).data
  return (
    <section className="setting" aria-labelledby="settings-clock">
      <h2 id="settings-clock">{say('clock.title')}</h2>
      <p className="soft">{say('clock.lead')}</p>
      {days && <Form days={days} changeable={me.scopes.includes('admin')} />}
    </section>
  )
}

function Form({ days, changeable }: { days: ClockDays; changeable: boolean }) {
  const say = useSay()
  const client = useQueryClient()
  const [written, setWritten] = useState<Written>(writtenOf(days))
  const keep = useMutation({
    mutationFn: (next: ClockDays) => put<ClockDays>('/steps/days', next),
    onSuccess: (now) => {
      client.setQueryData(stepDaysQuery.queryKey, now)
      setWritten(writtenOf(now))
      const back = () => put<ClockDays>('/steps/days', days).then((then) => setWritten(writtenOf(then)))
      did({ said: say('clock.kept'), leavesAt: null, undo: back })
      return client.invalidateQueries({ queryKey: ['steps'] })
    },
  })
  return (
    <form
      className="inline-form"
      onSubmit={(event) => {
        event.preventDefault()
        keep.mutate(daysOf(written))
      }}
    >
      {steps.map((step) => (
        <Field
          key={step}
          label={say(`step.${step}`)}
          type="number"
          value={written[step]}
          readOnly={!changeable}
          optional
          onChange={(value) => setWritten({ ...written, [step]: value })}
        />
      ))}
      {changeable && (
        <button type="submit" className="button" disabled={keep.isPending}>
          {say('clock.keep')}
        </button>
      )}
      {keep.error && (
        <p role="alert" className="wrong">
          {whyOf(keep.error, say)}
        </p>
      )}
    </form>
  )
}

const writtenOf = (days: ClockDays): Written => ({
  thank: String(days.thank ?? ''),
  ask: String(days.ask ?? ''),
  listen: String(days.listen ?? ''),
})
const daysOf = (written: Written): ClockDays => {
  const day = (step: keyof Written) => (written[step] === '' ? null : Number(written[step]))
  return { thank: day('thank'), ask: day('ask'), listen: day('listen') }
}
