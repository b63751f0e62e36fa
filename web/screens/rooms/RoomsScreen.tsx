/** The rooms and how each of them is; from here one is added, paused, signed in again or left. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { roomsQuery } from '../../api/queries.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { AddRoom } from './AddRoom.tsx'
import { RoomCard } from './RoomCard.tsx'
import './charter.css'
import './rooms.css'

export default function RoomsScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const { add } = useSearch({ strict: false })
  const rooms = useQuery(roomsQuery)
  const adding = add !== undefined
  const go = (to: string | undefined) => void navigate({ to: '/rooms', search: { add: to } })
  const button = (
    <button type="button" className="button main" onClick={() => go('')}>
      {say('rooms.add')}
    </button>
  )
  if (adding) {
    return (
      <Page title={say('add.title')}>
        <AddRoom chosen={add} onChoose={go} onClose={() => go(undefined)} />
      </Page>
    )
  }
  return (
    <Page title={say('rooms.title')} lead={say('rooms.lead')} aside={button}>
      {rooms.isPending && <Loading />}
      {rooms.isError && <Failed title={say('rooms.error')} error={rooms.error} again={() => void rooms.refetch()} />}
      {rooms.data?.length === 0 && <Notice title={say('rooms.none')}>{button}</Notice>}
      <ul className="cards">
        {rooms.data?.map((room) => (
          <RoomCard key={room.id} room={room} />
        ))}
      </ul>
    </Page>
  )
}
