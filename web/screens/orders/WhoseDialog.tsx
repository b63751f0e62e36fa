/** Says who bought an order. */
import type { WaitingOrder } from '../../../src/api/people/shapes.orders.ts'
import { PersonSearch } from '../../parts/PersonSearch.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useBuyer } from '../../parts/use-order-steps.ts'
import { useSay } from '../../words/words.ts'

export default function WhoseDialog({ order, onClose }: { order: WaitingOrder; onClose: () => void }) {
  const say = useSay()
  const { give } = useBuyer()
  return (
    <Popup title={say('orders.whose.title', { number: order.number })} onClose={onClose}>
      <PersonSearch
        onChoose={(person) => {
          onClose()
          void give(order, person)
        }}
      />
    </Popup>
  )
}
