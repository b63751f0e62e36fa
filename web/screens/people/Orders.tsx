/** What somebody bought, and where the clock after the sale stands. Nothing where they bought nothing. */
import { useQuery } from '@tanstack/react-query'
import type { ClockStanding, PersonOrder } from '../../../src/api/people/shapes.orders.ts'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { ordersOfQuery } from '../../api/queries.orders.ts'
import { OrderWords } from '../../parts/OrderWords.tsx'
import { useBuyer } from '../../parts/use-order-steps.ts'
import { locale, useSay } from '../../words/words.ts'
import '../../parts/orders.css'

export function Orders({ person }: { person: Person }) {
  const say = useSay()
  const orders = useQuery(ordersOfQuery(person.id)).data?.items ?? []
  if (orders.length === 0) return null
  return (
    <section className="moments">
      <h2>{say('orders.title')}</h2>
      <ul>
        {orders.map((order) => (
          <OrderLine key={order.id} order={order} person={person.id} />
        ))}
      </ul>
    </section>
  )
}

function OrderLine({ order, person }: { order: PersonOrder; person: string }) {
  const say = useSay()
  const { take } = useBuyer()
  return (
    <li className="order">
      <div className="order-words">
        <OrderWords order={order} />
        <p className="soft">
          {order.matchedBy && say(`order.by.${order.matchedBy}`)}
          <Clock clock={order.clock} />
        </p>
      </div>
      <button
        type="button"
        className="link"
        aria-label={`${say('orders.not-theirs')}: ${order.number}`}
        onClick={() => void take(order, person)}
      >
        {say('orders.not-theirs')}
      </button>
    </li>
  )
}

function Clock({ clock }: { clock: ClockStanding }) {
  const say = useSay()
  if (clock.is === 'ended' || clock.is === 'over') return null
  const on = new Date(`${clock.on}T12:00:00Z`).toLocaleDateString(locale(), { dateStyle: 'medium', timeZone: 'UTC' })
  const words = { step: say(`step.${clock.step}`), day: on }
  return (
    <>
      {' · '}
      {say(clock.is === 'to-come' ? 'order.clock.to-come' : 'order.clock.due', words)}
      {clock.is === 'held' && <b className="order-held"> · {say(`order.held.${clock.why}`)}</b>}
    </>
  )
}
