/** One calm line after closing: what came of it. One key answers, and nothing waits for it. */
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Offer } from '../../../src/api/objectives/shapes.outcomes.ts'
import { offersQuery } from '../../api/queries.outcomes.ts'
import { useActions } from '../../keys/keys.ts'
import { moneyText } from '../../parts/money.ts'
import { useSay } from '../../words/words.ts'
import type { Closed } from './desk.ts'
import { useUpshot } from './use-upshot.ts'
import './closing.css'

const askAgainDays = 7

export default function Closing({ closed, onEnd }: { closed: Closed; onEnd: () => void }) {
  const say = useSay()
  const offers = useQuery(offersQuery(closed.id))
  const items = offers.data?.items ?? []
  const { something, nothing, later } = useUpshot(closed, onEnd)
  const [days, setDays] = useState(String(askAgainDays))
  const ask = () => void later(Number(days))
  useActions({
    ...Object.fromEntries(items.map((offer, index) => [`view${index + 1}`, () => void something(offer)])),
    ...(items.length > 0 && { view9: ask, upshotNothing: () => void nothing() }),
  })
  // Who has no objective has nothing to ask for.
  const pointless = offers.data?.items.length === 0
  useEffect(() => {
    if (pointless) onEnd()
  }, [pointless, onEnd])
  if (items.length === 0) return null
  return (
    <section className="closing" aria-label={say('upshot.title', { name: closed.name })}>
      <p role="status" className="closing-title">
        {say('upshot.title', { name: closed.name })}
      </p>
      <div className="closing-ways">
        {items.map((offer, index) => (
          <button
            key={`${offer.objective.id} ${offer.what}`}
            type="button"
            className="button small"
            aria-keyshortcuts={String(index + 1)}
            title={offer.objective.result}
            onClick={() => void something(offer)}
          >
            <kbd>{index + 1}</kbd> <OfferText offer={offer} />
          </button>
        ))}
        <span className="closing-later">
          <button type="button" className="button small" aria-keyshortcuts="9" onClick={ask}>
            <kbd>9</kbd> {say('upshot.later')}
          </button>
          <select aria-label={say('upshot.days')} value={days} onChange={(event) => setDays(event.target.value)}>
            {[1, 3, 7, 14, 30, 90].map((n) => (
              <option key={n} value={n}>
                {say('upshot.in-days', { n })}
              </option>
            ))}
          </select>
        </span>
        <button type="button" className="button small" aria-keyshortcuts="0" onClick={() => void nothing()}>
          <kbd>0</kbd> {say('upshot.nothing')}
        </button>
      </div>
      <button type="button" className="icon-button" aria-label={say('upshot.leave')} onClick={onEnd}>
        <X size={16} aria-hidden="true" />
      </button>
    </section>
  )
}

function OfferText({ offer: { objective, what, valueCents, currency } }: { offer: Offer }) {
  const say = useSay()
  return (
    <>
      <bdi>{what ?? say(`outcome.what.${objective.measure as 'orders'}`)}</bdi>{' '}
      <span className="soft closing-for">
        {valueCents !== null && currency !== null && `${moneyText(valueCents, currency)} · `}
        <bdi>{objective.result}</bdi>
      </span>
    </>
  )
}
