/** Wanting something, in one sentence: what shall be true, what shows it, from where to where, by when. Also changes one. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  Measure,
  NewObjective,
  ObjectiveKind,
  ObjectiveLine,
} from '../../../src/api/objectives/shapes.objectives.ts'
import { Refused } from '../../api/client.ts'
import { meQuery, teammatesQuery } from '../../api/queries.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { MeasureChoice } from './MeasureChoice.tsx'
import { kindOf, kinds } from './measures.ts'
import { useObjectives } from './use-objectives.ts'

type Props = { objective?: ObjectiveLine; onClose?: () => void; onMade?: () => void }

export function ObjectiveForm({ objective, onClose, onMade }: Props) {
  const say = useSay()
  const { make, change } = useObjectives()
  const me = useQuery(meQuery).data?.teammate
  const colleagues = (useQuery(teammatesQuery).data ?? []).filter(({ role }) => role !== 'guest')
  const [result, setResult] = useState(objective?.result ?? '')
  const [measure, setMeasure] = useState<Measure | null>(objective?.measure ?? null)
  const [baseline, setBaseline] = useState(`${objective?.baseline ?? 0}`)
  const [target, setTarget] = useState(objective ? `${objective.target}` : '')
  const [due, setDue] = useState(objective?.due ?? inThreeMonths())
  const [kind, setKind] = useState<ObjectiveKind | null>(objective?.kind ?? null)
  const [worth, setWorth] = useState(objective?.unitValue ? `${objective.unitValue.cents / 100}` : '')
  const [currency, setCurrency] = useState(objective?.unitValue?.currency ?? 'EUR')
  const [owner, setOwner] = useState(objective?.owner.id ?? null)

  const failed = make.error ?? change.error
  const field = failed instanceof Refused ? (failed.problem.field ?? null) : null
  const why = failed ? whyOf(failed, say) : null
  const at = (...names: string[]) => (field !== null && names.includes(field.split('.')[0] ?? '') ? why : null)
  const placed = ['result', 'baseline', 'target', 'due', 'unitValue'].includes(field?.split('.')[0] ?? '')

  function submit() {
    if (measure === null) return
    const wanted: NewObjective = {
      result,
      kind: kind ?? kindOf[measure],
      measure,
      baseline: Number(baseline),
      target: Number(target),
      due,
      unitValue:
        worth.trim() === '' ? null : { cents: Math.round(Number(worth) * 100), currency: currency.toUpperCase() },
      owner,
    }
    const onSuccess = () => {
      onMade?.()
      onClose?.()
    }
    if (objective) change.mutate({ before: objective, wanted }, { onSuccess })
    else make.mutate(wanted, { onSuccess })
  }

  return (
    <form
      className="card objective-form"
      aria-label={objective?.result ?? say('objective.form.new')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field
        label={say('objective.form.result')}
        hint={say('objective.form.result.hint')}
        value={result}
        onChange={setResult}
        wrong={at('result')}
        autoFocus
        autoComplete="off"
      />
      {objective === undefined && (
        <MeasureChoice
          result={result}
          chosen={measure}
          onChoose={(chosen, today) => {
            setMeasure(chosen)
            setBaseline(`${Math.round(today ?? 0)}`)
          }}
        />
      )}
      <div className="objective-numbers">
        <NumberField
          label={say('objective.form.baseline')}
          value={baseline}
          onChange={setBaseline}
          wrong={at('baseline')}
        />
        <NumberField label={say('objective.form.target')} value={target} onChange={setTarget} wrong={at('target')} />
        <div className="field">
          <label htmlFor="objective-due">{say('objective.form.due')}</label>
          <input id="objective-due" type="date" required value={due} onChange={(event) => setDue(event.target.value)} />
          {at('due') && (
            <p className="wrong" role="alert">
              {why}
            </p>
          )}
        </div>
      </div>
      <details className="objective-more">
        <summary>{say('objective.form.more')}</summary>
        <div className="objective-numbers">
          <NumberField
            label={say('objective.form.worth')}
            value={worth}
            onChange={setWorth}
            wrong={at('unitValue')}
            optional
          />
          <Field label={say('objective.form.currency')} value={currency} onChange={setCurrency} optional />
          <div className="field">
            <label htmlFor="objective-owner">{say('objective.form.owner')}</label>
            <select id="objective-owner" value={owner ?? me?.id} onChange={(event) => setOwner(event.target.value)}>
              {colleagues.map((it) => (
                <option key={it.id} value={it.id}>
                  {it.name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="objective-kind">{say('objective.form.kind')}</label>
            <select
              id="objective-kind"
              value={kind ?? (measure ? kindOf[measure] : 'service')}
              onChange={(event) => setKind(event.target.value as ObjectiveKind)}
            >
              {kinds.map((it) => (
                <option key={it} value={it}>
                  {say(`objective.kind.${it}`)}
                </option>
              ))}
            </select>
          </div>
        </div>
      </details>
      {why && !placed && (
        <p role="alert" className="wrong">
          {why}
        </p>
      )}
      <div className="form-foot">
        {onClose && (
          <button type="button" className="button quiet" onClick={onClose}>
            {say('app.cancel')}
          </button>
        )}
        <button
          type="submit"
          className="button main"
          disabled={make.isPending || change.isPending || measure === null || target.trim() === ''}
        >
          {objective ? say('app.save') : say('objective.form.make')}
        </button>
      </div>
    </form>
  )
}

type NumberProps = Pick<Parameters<typeof Field>[0], 'label' | 'value' | 'onChange' | 'wrong' | 'optional'>

/** Not a number box of the browser: it would round, spin, and refuse a comma without a word. */
function NumberField({ value, onChange, ...props }: NumberProps) {
  return <Field {...props} value={value} onChange={(typed) => onChange(typed.replace(',', '.'))} autoComplete="off" />
}

function inThreeMonths(): string {
  const day = new Date()
  day.setMonth(day.getMonth() + 3)
  return day.toISOString().slice(0, 10)
}
