/** How long what is kept. What is older goes by itself, within the hour. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { Retention as Rules } from '../../../src/api/people/shapes.forgetting.ts'
import type { Me } from '../../../src/api/shapes.ts'
import { put } from '../../api/client.ts'
import { retentionQuery } from '../../api/queries.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

type Rule = Rules['items'][number]

const spans = [30, 90, 180, 365, 730, 1825]

export function Retention({ me }: { me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const rules = useQuery(retentionQuery).data?.items ?? []
  const change = useMutation({
    mutationFn: ({ what, days }: Rule) => put<Rules>(`/retention/${what}`, { days }),
    onSuccess: (now) => client.setQueryData(retentionQuery.queryKey, now),
  })
  return (
    <section className="setting" aria-labelledby="settings-retention">
      <h2 id="settings-retention">{say('retention.title')}</h2>
      <p className="soft">{say('retention.lead')}</p>
      <div className="retention">
        {rules.map((rule) => (
          <RuleField
            key={rule.what}
            rule={rule}
            changeable={me.scopes.includes('admin') && !change.isPending}
            onChange={(days) => change.mutate({ ...rule, days })}
          />
        ))}
      </div>
      {change.error && (
        <p role="alert" className="wrong">
          {whyOf(change.error, say)}
        </p>
      )}
    </section>
  )
}

type FieldProps = { rule: Rule; changeable: boolean; onChange: (days: number | null) => void }

function RuleField({ rule: { what, days }, changeable, onChange }: FieldProps) {
  const say = useSay()
  const id = useId()
  // Somebody may have set another number over the API.
  const offered = days === null || spans.includes(days) ? spans : [...spans, days].sort((a, b) => a - b)
  return (
    <>
      <label htmlFor={id}>{what === 'noted' ? say('retention.noted') : say(`moment.kind.${what}`)}</label>
      <select
        id={id}
        value={days ?? 0}
        disabled={!changeable}
        onChange={(event) => onChange(Number(event.target.value) || null)}
      >
        <option value={0}>{say('retention.kept')}</option>
        {offered.map((n) => (
          <option key={n} value={n}>
            {say('retention.days', { n })}
          </option>
        ))}
      </select>
    </>
  )
}
