/** An order in words: what, its number, what it was worth, and what became of it since when. */
import type { Order } from '../../src/api/people/shapes.orders.ts'
import { locale, useSay } from '../words/words.ts'
import { Day } from './Day.tsx'

export function OrderWords({ order }: { order: Order }) {
  const say = useSay()
  const { what, number, valueCents, currency, status, statusAt } = order
  return (
    <p>
      <b>
        <bdi>{what || number}</bdi>
      </b>{' '}
      <span className="soft">
        {what && (
          <>
            <bdi>{number}</bdi> ·{' '}
          </>
        )}
        {valueCents !== null && currency !== null && `${moneyOf(valueCents, currency)} · `}
        {say(`order.status.${status}`)} <Day day={statusAt.slice(0, 10)} />
      </span>
    </p>
  )
}

const moneyOf = (cents: number, currency: string): string =>
  (cents / 100).toLocaleString(locale(), { style: 'currency', currency })
