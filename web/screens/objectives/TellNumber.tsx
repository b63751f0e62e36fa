/** Telling the desk the number that an objective stands at, where it can't count it itself. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Objective } from '../../../src/api/objectives/shapes.objectives.ts'
import { put, remove } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { locale, useSay } from '../../words/words.ts'
import { useObjectives } from './use-objectives.ts'
import { numberText } from './where-words.ts'

export function TellNumber({ objective: { id, unit } }: { objective: Objective }) {
  const say = useSay()
  const { tell } = useObjectives()
  const [typed, setTyped] = useState('')
  const number = Number(typed.replace(',', '.'))
  const told = useMutation({
    mutationFn: () => put(`/objectives/${id}/number`, { number }),
    onSuccess: () => {
      setTyped('')
      return tell(say('objective.did.told', { number: numberText(number, unit, locale()) }), () =>
        remove(`/objectives/${id}/number`),
      )
    },
  })
  return (
    <form
      className="tell-number"
      onSubmit={(event) => {
        event.preventDefault()
        told.mutate()
      }}
    >
      <Field
        label={say('objective.tell.number')}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        wrong={told.error ? whyOf(told.error, say) : null}
      />
      <button
        type="submit"
        className="button"
        disabled={told.isPending || typed.trim() === '' || !Number.isFinite(number)}
      >
        {say('objective.tell')}
      </button>
    </form>
  )
}
