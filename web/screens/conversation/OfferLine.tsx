/** Beneath a message or a reply: what could be remembered of it. A yes opens the dialog, a no is kept. */
import { BookmarkPlus } from 'lucide-react'
import { Day } from '../../parts/Day.tsx'
import { useSay } from '../../words/words.ts'
import type { Offer } from './offers.ts'

export type Offering = { onRemember: (offer: Offer) => void; onRefuse: (offer: Offer) => void }

export function OfferLine({ offer, onRemember, onRefuse }: Offering & { offer: Offer | null }) {
  const say = useSay()
  if (offer === null) return null
  const { kind, text, dueDay } = offer.proposed
  return (
    <p className="offer">
      <button type="button" className="offer-yes" aria-keyshortcuts="+" onClick={() => onRemember(offer)}>
        <BookmarkPlus size={14} aria-hidden="true" />{' '}
        {kind === 'promise' && dueDay ? <Day words="offer.promise" day={dueDay} /> : say(`offer.${kind}`)} <kbd>+</kbd>
      </button>
      <button
        type="button"
        className="link"
        aria-label={say('offer.refuse.name', { text })}
        onClick={() => onRefuse(offer)}
      >
        {say('offer.refuse')}
      </button>
    </p>
  )
}
