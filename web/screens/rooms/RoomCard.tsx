/** One room: how well it hears, what troubles it and what to do about it, what it missed. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleCheck, CirclePause, Hand, TriangleAlert } from 'lucide-react'
import type { Room } from '../../../src/api/shapes.ts'
import { channelsQuery } from '../../api/queries.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { lagText } from '../../parts/lag.ts'
import { Serves } from '../../parts/Serves.tsx'
import { Ago, At, Since } from '../../parts/Time.tsx'
import { shortTime } from '../../parts/time-words.ts'
import { locale, useSay } from '../../words/words.ts'
import { CharterPart } from './CharterPart.tsx'
import { RoomActs } from './RoomActs.tsx'

/** From so many messages on, the server may not have counted the oldest. */
const countedExactly = 10_000

export function RoomCard({ room }: { room: Room }) {
  const say = useSay()
  const { lastHeard, lag, trouble, gaps, unsaid } = room.health
  const about = useQuery(channelsQuery).data?.items.find(({ name }) => name === room.channel)?.about
  return (
    <li className="card room">
      <header className="room-head">
        <ChannelGlyph channel={room.channel} size={20} />
        <div>
          <h2>
            <bdi>{room.name}</bdi> {room.demo && <span className="chip">{say('rooms.demo')}</span>}
          </h2>
          <p className="soft">
            <bdi>{room.address}</bdi>
          </p>
        </div>
        <Standing room={room} />
      </header>
      {trouble && (
        <div className="room-trouble" role="alert">
          <p>
            <bdi>{trouble.why}</bdi>
          </p>
          <p>
            {say(`rooms.trouble.${trouble.needs}`)} {trouble.nextTry && <NextTry at={trouble.nextTry} />}
          </p>
        </div>
      )}
      {room.health.quietSince && (
        <p className="room-quiet">
          <Hand size={15} aria-hidden="true" /> {say('rooms.quiet')} <Since at={room.health.quietSince} />
        </p>
      )}
      <Serves noun="rooms" id={room.id} objective={room.objective} />
      <dl className="facts">
        <div>
          <dt>{say('rooms.heard')}</dt>
          <dd>{lastHeard ? <Ago at={lastHeard} /> : say('rooms.heard.never')}</dd>
        </div>
        {lag !== null && (
          <div>
            <dt>{say('rooms.lag')}</dt>
            <dd>{lag < 2 ? say('rooms.lag.none') : lagText(lag, locale())}</dd>
          </div>
        )}
        {about && (
          <>
            <div>
              <dt>{say('add.cost')}</dt>
              <dd>{about.cost}</dd>
            </div>
            <div>
              <dt>{say('add.limits')}</dt>
              <dd>{about.limits}</dd>
            </div>
          </>
        )}
        {room.health.quota && (
          <div>
            <dt>{say('rooms.quota')}</dt>
            <dd>
              {say('rooms.quota.left', {
                left: room.health.quota.left.toLocaleString(locale()),
                of: room.health.quota.of.toLocaleString(locale()),
              })}{' '}
              <At at={room.health.quota.until} />
            </dd>
          </div>
        )}
        {about && (
          <div>
            <dt>{say('rooms.expiry')}</dt>
            <dd>{about.expiry}</dd>
          </div>
        )}
        <div>
          <dt>{say('rooms.messages')}</dt>
          <dd>
            {room.messages.toLocaleString(locale())}
            {room.messages >= countedExactly && '+'}
          </dd>
        </div>
        <div>
          <dt>{say('rooms.since')}</dt>
          <dd>
            <Ago at={room.createdAt} />
          </dd>
        </div>
      </dl>
      <p className="soft">
        {room.replying.how === 'send'
          ? say('rooms.as', { account: room.replying.as ?? room.name })
          : say('rooms.read-only')}
      </p>
      {unsaid > 0 && (
        <p className="harm">
          <TriangleAlert size={14} aria-hidden="true" /> {say('rooms.unsaid', { n: unsaid })}{' '}
          <Link to="/" search={{ view: 'unsaid', room: room.id }}>
            {say('rooms.unsaid.go')}
          </Link>
        </p>
      )}
      {gaps.length > 0 && (
        <details>
          <summary>{say('rooms.gaps', { n: gaps.length })}</summary>
          <ul>
            {gaps.map((gap) => (
              <li key={gap.from}>
                <At at={gap.from} /> – <At at={gap.to} />: <bdi>{gap.why}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      <CharterPart room={room} />
      <RoomActs room={room} />
    </li>
  )
}

function NextTry({ at }: { at: string }) {
  const say = useSay()
  const time = new Date(at).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' })
  return <>{say('rooms.trouble.next', { time })}</>
}

function Standing({ room }: { room: Room }) {
  const say = useSay()
  if (room.paused) {
    return (
      <span className="chip">
        <CirclePause size={14} aria-hidden="true" /> {say('rooms.paused')}
      </span>
    )
  }
  if (room.health.trouble) {
    return (
      <span className="chip harm">
        <TriangleAlert size={14} aria-hidden="true" />
        {say('rooms.trouble.since', { time: shortTime(new Date(room.health.trouble.since), new Date(), locale()) })}
      </span>
    )
  }
  return (
    <span className="chip well">
      <CircleCheck size={14} aria-hidden="true" /> {say('rooms.well')}
    </span>
  )
}
