/** Why two names might be one human, in words, the strongest first. */
import type { Evidence } from '../../../src/api/people/shapes.people.ts'
import { useSay } from '../../words/words.ts'

export function Why({ evidence }: { evidence: readonly Evidence[] }) {
  const say = useSay()
  return (
    <ul className="why">
      {evidence.map(({ kind, value }) => (
        <li key={`${kind} ${value}`}>{say(`evidence.${kind}`, { value })}</li>
      ))}
    </ul>
  )
}
