/** Why an outcome is disputed: without a reason it isn't. */
import { useState } from 'react'
import type { Outcome } from '../../../src/api/objectives/shapes.outcomes.ts'
import { Field } from '../../parts/Field.tsx'
import { useSay } from '../../words/words.ts'
import { useOutcomes } from './use-outcomes.ts'

export function Dispute({ outcome, onEnd }: { outcome: Outcome; onEnd: () => void }) {
  const say = useSay()
  const { dispute } = useOutcomes()
  const [why, setWhy] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        dispute.mutate({ outcome, why })
        onEnd()
      }}
    >
      <Field label={say('outcome.why')} value={why} onChange={setWhy} autoFocus />
      <button type="submit" className="button small">
        {say('outcome.dispute')}
      </button>
    </form>
  )
}
