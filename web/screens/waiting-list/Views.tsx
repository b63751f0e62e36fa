/** The column of views: what needs us, what waits, and each room. On small screens it is one line that scrolls. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { TriangleAlert } from 'lucide-react'
import type { Counts } from '../../../src/api/shapes.ts'
import { countsQuery, roomsQuery, type View, viewNames } from '../../api/queries.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { locale, useSay } from '../../words/words.ts'

export function Views({ view }: { view: View }) {
  const say = useSay()
  const counts = useQuery(countsQuery).data
  const rooms = useQuery(roomsQuery).data ?? []
  return (
    <nav className="views" aria-label={say('view.views')}>
      <ul>
        {viewNames.map((name) => (
          <li key={name}>
            <Link
              to="/"
              search={{ view: name === 'needs-us' ? undefined : name }}
              className="view"
              {...here(view.room === null && view.name === name)}
            >
              <span>{say(`view.${name}`)}</span>
              <Count n={counts && countOf(counts, name)} loud={name === 'needs-us'} />
            </Link>
          </li>
        ))}
      </ul>
      {rooms.length > 0 && <h2 className="views-title">{say('view.rooms')}</h2>}
      <ul>
        {rooms.map((room) => (
          <li key={room.id}>
            <Link
              to="/"
              search={{ room: room.id }}
              className="view"
              {...here(view.room === room.id && view.name !== 'unsaid')}
            >
              <ChannelGlyph channel={room.channel} size={14} />
              <bdi className="view-name">{room.name}</bdi>
              {room.health.trouble && <TriangleAlert size={14} className="harm" aria-label={room.health.trouble.why} />}
            </Link>
          </li>
        ))}
      </ul>
      {counts !== undefined && counts.unsaid > 0 && (
        <Link to="/" search={{ view: 'unsaid' }} className="view harm" {...here(view.name === 'unsaid')}>
          <TriangleAlert size={14} aria-hidden="true" />
          <span>{say('view.unsaid.count', { n: counts.unsaid })}</span>
        </Link>
      )}
    </nav>
  )
}

/** Which view one is in is said by the view, not by the address alone: it may be a conversation's. */
function here(is: boolean) {
  const current = { 'aria-current': is ? ('page' as const) : undefined }
  // Where the router thinks a link active it says so, whatever it is told: it shall think so of an equal address alone.
  return { activeProps: current, inactiveProps: current, activeOptions: { exact: true, explicitUndefined: true } }
}

function Count({ n, loud }: { n: number | undefined; loud: boolean }) {
  if (n === undefined || n === 0) return null
  return <span className={loud ? 'count loud' : 'count'}>{n.toLocaleString(locale())}</span>
}

function countOf(counts: Counts, name: (typeof viewNames)[number]): number | undefined {
  switch (name) {
    case 'needs-us':
      return counts.needsUs + counts.promised
    case 'mine':
      return counts.mine + counts.promised
    case 'waiting':
      return counts.waiting
    case 'snoozed':
      return counts.snoozed
    case 'done':
      // How much was done is no figure to chase.
      return undefined
  }
}
