/** Orders that wait for their buyer to show up; a teammate who knows better says whose they are. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { WaitingOrder } from '../../../src/api/people/shapes.orders.ts'
import { waitingOrdersQuery } from '../../api/queries.orders.ts'
import { CircleTabs } from '../../parts/CircleTabs.tsx'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { OrderWords } from '../../parts/OrderWords.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import '../../parts/orders.css'

const WhoseDialog = lazy(() => import('./WhoseDialog.tsx'))

export default function OrdersScreen() {
  const say = useSay()
  const orders = useQuery(waitingOrdersQuery)
  const [asked, setAsked] = useState<WaitingOrder | null>(null)
  return (
    <Page title={say('circle.title')} lead={say('orders.lead')}>
      <CircleTabs />
      {orders.isPending && <Loading lines={6} />}
      {orders.error && !orders.data && (
        <Failed title={say('orders.error')} error={orders.error} again={() => void orders.refetch()} />
      )}
      {orders.data?.items.length === 0 && (
        <Notice title={say('orders.none')}>
          <p>{say('orders.none.more')}</p>
        </Notice>
      )}
      <ul className="orders" aria-label={say('orders.title')}>
        {orders.data?.items.map((order) => (
          <li key={order.id} className="order">
            <div className="order-words">
              <OrderWords order={order} />
              <p className="soft">
                <bdi>{buyerOf(order) ?? say('orders.whose.nobody')}</bdi>
              </p>
            </div>
            <button
              type="button"
              className="button small"
              aria-label={`${say('orders.whose')}: ${order.number}`}
              onClick={() => setAsked(order)}
            >
              {say('orders.whose')}
            </button>
          </li>
        ))}
      </ul>
      <Suspense>{asked && <WhoseDialog order={asked} onClose={() => setAsked(null)} />}</Suspense>
    </Page>
  )
}

const buyerOf = ({ buyer: { name, mail, handle } }: WaitingOrder): string | null =>
  [name, mail, handle].filter(Boolean).join(' · ') || null
