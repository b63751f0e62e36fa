/** What came in by a door, the newest first; what was refused says why, and can be tried again. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Delivery, Hook } from '../../../src/api/workspace/shapes.hooks.ts'
import { post } from '../../api/client.ts'
import { deliveriesQuery } from '../../api/queries.orders.ts'
import { Loading, whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

export default function DeliveryLog({ hook, onClose }: { hook: Hook; onClose: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const log = useQuery(deliveriesQuery(hook.id))
  const again = useMutation({
    mutationFn: ({ messageId }: Delivery) =>
      post(`/hooks/${hook.id}/deliveries/${encodeURIComponent(messageId)}/again`),
    onSettled: () => client.invalidateQueries({ queryKey: ['hooks'] }),
  })
  return (
    <Popup title={say('hooks.log.name', { name: hook.name })} onClose={onClose} wide>
      {log.isPending && <Loading lines={3} />}
      {log.data?.items.length === 0 && <p>{say('hooks.log.none')}</p>}
      {again.error && (
        <p role="alert" className="wrong">
          {whyOf(again.error, say)}
        </p>
      )}
      <ul className="lines">
        {log.data?.items.map((delivery) => (
          <li key={delivery.messageId} className="line">
            <div className="line-name">
              <bdi>{delivery.kind ?? '?'}</bdi>{' '}
              <span className="soft">
                <bdi>{delivery.messageId}</bdi> · <Ago at={delivery.at} />
              </span>
              <p className={delivery.refused === null ? 'soft' : 'wrong'}>
                {delivery.refused === null ? say('hooks.taken') : say('hooks.refused', { why: delivery.refused })}
              </p>
            </div>
            {delivery.again && (
              <button
                type="button"
                className="button small"
                disabled={again.isPending}
                aria-label={say('hooks.again.name', { id: delivery.messageId })}
                onClick={() => again.mutate(delivery)}
              >
                {say('hooks.again')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Popup>
  )
}
