/** Terms that would remove what is not about us, each with what it would cost. */
import { Minus } from 'lucide-react'
import type { Proposal } from '../../../src/api/listening/shapes.listeners.ts'
import { useSay } from '../../words/words.ts'

type Props = {
  proposals: Proposal[]
  onTake: (proposal: Proposal) => void
  /** They are being counted again: none is taken over, for it would bring back the query that it was counted of. */
  stale: boolean
}

export function Proposals({ proposals, onTake, stale }: Props) {
  const say = useSay()
  if (proposals.length === 0) return null
  return (
    <section className="proposals" aria-labelledby="proposals-title" aria-busy={stale}>
      <h2 id="proposals-title">{say('tuning.title')}</h2>
      <ul>
        {proposals.map((proposal) => {
          const { aboutUs, notAboutUs } = proposal.removes
          return (
            <li key={proposal.term}>
              <button
                type="button"
                className="button small"
                aria-disabled={stale}
                onClick={() => stale || onTake(proposal)}
              >
                <Minus size={14} aria-hidden="true" />
                <span className="aloud">{say('tuning.exclude')} </span>
                <code dir="ltr">{proposal.term}</code>
              </button>
              <span className={aboutUs > 0 ? 'doubt' : 'soft'}>
                {say('tuning.removes', { not: notAboutUs, ours: aboutUs })}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
