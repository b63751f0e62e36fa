/** At most three rooms to begin with; what each has heard so far stands beside it, so that something real is seen soon. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { roomsQuery } from '../../api/queries.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { useSay } from '../../words/words.ts'
import { AddRoom } from '../rooms/AddRoom.tsx'
import '../rooms/rooms.css'

/** Few rooms, worked well. */
const most = 3
const lookMs = 2_000

export function RoomsStep({ many }: { many: number }) {
  const say = useSay()
  const [chosen, setChosen] = useState('')
  return (
    <>
      <Heard />
      {many >= most ? (
        <p className="soft">
          {say('begin.rooms.enough')} <Link to="/rooms">{say('nav.rooms')}</Link>
        </p>
      ) : (
        <AddRoom chosen={chosen} onChoose={setChosen} onClose={() => setChosen('')} />
      )}
    </>
  )
}

/** The rooms that are connected, and how much was heard there until now. */
export function Heard() {
  const say = useSay()
  const rooms = useQuery({ ...roomsQuery, refetchInterval: lookMs }).data ?? []
  if (rooms.length === 0) return null
  return (
    <ul className="begin-heard" aria-label={say('view.rooms')}>
      {rooms.map(({ id, name, channel, messages, health }) => (
        <li key={id}>
          <ChannelGlyph channel={channel} size={16} /> <bdi>{name}</bdi>{' '}
          <span className="soft">
            {health.trouble && messages === 0 ? health.trouble.why : say('begin.rooms.heard', { n: messages })}
          </span>
        </li>
      ))}
    </ul>
  )
}
