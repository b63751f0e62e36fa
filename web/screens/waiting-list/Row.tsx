/** One row of the list: who, in which room, how long they have waited, what they said, why it is here. */
import {
  AlarmClock,
  AtSign,
  CircleHelp,
  Ear,
  Frown,
  Hourglass,
  House,
  MessageCircleReply,
  Quote,
  TriangleAlert,
  UserRound,
} from 'lucide-react'
import { memo } from 'react'
import type { ConversationLine, Reason } from '../../../src/api/shapes.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Irritated } from '../../parts/Irritated.tsx'
import { Ago, At, Since, useNow } from '../../parts/Time.tsx'
import { exactTime } from '../../parts/time-words.ts'
import { locale, useSay } from '../../words/words.ts'

const signs: Record<Reason['kind'], typeof Ear> = {
  mention: AtSign,
  reply: MessageCircleReply,
  quote: Quote,
  room: House,
  thread: MessageCircleReply,
  listener: Ear,
  'not-content': Frown,
}

export const Row = memo(function Row({ line, left }: { line: ConversationLine; left: boolean }) {
  const say = useSay()
  const name = line.person?.name ?? line.title ?? say('app.unknown')
  return (
    <>
      <Avatar who={line.person} channel={line.room.channel} />
      <span className="row-head">
        <bdi className="row-name">{name}</bdi>
        <span className="aloud">{line.room.name}</span>
        <span className={line.waitingSince ? 'row-time waits' : 'row-time'}>
          {line.waitingSince ? <Since at={line.waitingSince} /> : <Ago at={line.lastAt} />}
        </span>
      </span>
      <bdi className="row-words">{line.preview}</bdi>
      <span className="row-why">
        {line.trouble && (
          <span className="chip harm">
            <TriangleAlert size={13} aria-hidden="true" />{' '}
            {say(line.trouble === 'refused' ? 'list.refused' : 'list.unknown')}
          </span>
        )}
        {line.promisedBy && <Beyond by={line.promisedBy} />}
        {line.irritation && <Irritated irritation={line.irritation} />}
        {line.snoozedUntil && (
          <span className="chip">
            <AlarmClock size={13} aria-hidden="true" /> <At at={line.snoozedUntil} />
          </span>
        )}
        {left && <span className="chip">{say(`state.${line.state}`)}</span>}
        {line.reasons.slice(0, 2).map((reason, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two listeners may have one name; the order is the server's
          <Why key={at} reason={reason} />
        ))}
        {line.assignee && (
          <span className="chip">
            <UserRound size={13} aria-hidden="true" /> <bdi>{say('list.assignee', { name: line.assignee.name })}</bdi>
          </span>
        )}
      </span>
    </>
  )
})

/** The room's promise to them has run out. */
function Beyond({ by }: { by: string }) {
  const say = useSay()
  const now = useNow()
  if (Date.parse(by) > now.getTime()) return null
  return (
    <span className="chip slope" title={exactTime(new Date(by), locale())}>
      <Hourglass size={13} aria-hidden="true" /> {say('list.beyond')}
    </span>
  )
}

/** Why it is here, in words and with a sign. */
export function Why({ reason }: { reason: Reason }) {
  const say = useSay()
  const Sign = signs[reason.kind] ?? CircleHelp
  return (
    <span className="chip">
      <Sign size={13} aria-hidden="true" /> {say(`reason.${reason.kind}`, { name: reason.name ?? '' })}
    </span>
  )
}
