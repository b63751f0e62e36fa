/** The standing queries: what each listens for, where, and how well. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import type { Listener } from '../../../src/api/listening/shapes.listeners.ts'
import { remove } from '../../api/client.ts'
import { listenersQuery, roomsQuery } from '../../api/queries.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { ListenerCard } from './ListenerCard.tsx'
import { ListenerForm } from './ListenerForm.tsx'
import './listeners.css'

const Sure = lazy(() => import('../../parts/Sure.tsx'))

/** So many are seen at a glance; more want to be searched. */
const atAGlance = 12

export default function ListenersScreen() {
  const say = useSay()
  const client = useQueryClient()
  const listeners = useQuery(listenersQuery)
  const rooms = useQuery(roomsQuery).data ?? []
  const [edited, setEdited] = useState<string | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Listener | null>(null)
  const [wanted, setWanted] = useState('')
  const sought = useDeferredValue(wanted.trim().toLowerCase())
  const nameOf = (id: string) => rooms.find((room) => room.id === id)?.name ?? id
  const all = listeners.data ?? []
  const found = all.filter(({ name, query }) => `${name} ${query}`.toLowerCase().includes(sought))

  const add = (
    <button type="button" className="button main" onClick={() => setEdited('new')}>
      {say('listeners.new')}
    </button>
  )
  return (
    <Page
      title={say('listeners.title')}
      lead={say('listeners.lead')}
      aside={edited !== 'new' && !listeners.isError && add}
    >
      {edited === 'new' && <ListenerForm listener={null} rooms={rooms} onClose={() => setEdited(null)} />}
      {listeners.isPending && <Loading />}
      {listeners.isError && (
        <Failed title={say('listeners.error')} error={listeners.error} again={() => void listeners.refetch()} />
      )}
      {listeners.data?.length === 0 && edited === null && <Notice title={say('listeners.none')} />}
      {all.length > atAGlance && (
        <search className="listeners-find">
          <input
            type="search"
            aria-label={say('listeners.find')}
            placeholder={say('listeners.find')}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </search>
      )}
      {all.length > 0 && found.length === 0 && <Notice title={say('listeners.find.none')} />}
      <ul className="cards">
        {found.map((listener) =>
          edited === listener.id ? (
            <li key={listener.id}>
              <ListenerForm listener={listener} rooms={rooms} onClose={() => setEdited(null)} />
            </li>
          ) : (
            <ListenerCard
              key={listener.id}
              listener={listener}
              rooms={listener.rooms?.map(nameOf).join(', ') ?? say('listeners.rooms.all')}
              onEdit={() => setEdited(listener.id)}
              onDelete={() => setLeaving(listener)}
            />
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
              await client.invalidateQueries({ queryKey: ['listeners'] })
            }}
          />
        )}
      </Suspense>
    </Page>
  )
}
