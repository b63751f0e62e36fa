/** The standing queries: what each listens for, and where. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Listener } from '../../../src/api/shapes.listeners.ts'
import { remove } from '../../api/client.ts'
import { listenersQuery, roomsQuery } from '../../api/queries.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { ListenerForm } from './ListenerForm.tsx'
import './listeners.css'

const Sure = lazy(() => import('../../parts/Sure.tsx'))

export default function ListenersScreen() {
  const say = useSay()
  const client = useQueryClient()
  const listeners = useQuery(listenersQuery)
  const rooms = useQuery(roomsQuery).data ?? []
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Listener | null>(null)
  const nameOf = (id: string) => rooms.find((room) => room.id === id)?.name ?? id
  const reread = () => client.invalidateQueries({ queryKey: ['listeners'] })

  const add = (
    <button type="button" className="button main" onClick={() => setEdited('new')}>
      {say('listeners.new')}
    </button>
  )
  return (
    <Page title={say('listeners.title')} lead={say('listeners.lead')} aside={edited !== 'new' && add}>
      {edited === 'new' && <ListenerForm listener={null} rooms={rooms} onClose={() => setEdited(null)} />}
      {listeners.isPending && <Loading />}
      {listeners.isError && (
        <Failed title={say('listeners.error')} error={listeners.error} again={() => void listeners.refetch()} />
      )}
      {listeners.data?.length === 0 && edited === null && <Notice title={say('listeners.none')} />}
      <ul className="cards">
        {listeners.data?.map((listener) =>
          edited === listener.id ? (
            <li key={listener.id}>
              <ListenerForm listener={listener} rooms={rooms} onClose={() => setEdited(null)} />
            </li>
          ) : (
            <li key={listener.id} className="card listener">
              <div>
                <h2>
                  <bdi>{listener.name}</bdi>
                </h2>
                <code dir="ltr">{listener.query}</code>
                <p className="soft">{listener.rooms?.map(nameOf).join(', ') ?? say('listeners.rooms.all')}</p>
              </div>
              <div className="card-acts">
                <button type="button" className="button quiet" onClick={() => setEdited(listener.id)}>
                  {say('app.edit')}
                </button>
                <button type="button" className="button quiet" onClick={() => setLeaving(listener)}>
                  {say('app.delete')}
                </button>
              </div>
            </li>
          ),
        )}
      </ul>
      <Suspense>
        {leaving && (
          <Sure
            title={say('app.delete')}
            question={say('listeners.delete.sure', { name: leaving.name })}
            onClose={() => setLeaving(null)}
            onSure={async () => {
              await remove(`/listeners/${leaving.id}`)
              await reread()
            }}
          />
        )}
      </Suspense>
    </Page>
  )
}
