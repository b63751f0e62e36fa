/** Above a conversation: with whom, where, for how long, and what can be done with it. */

import { Link } from '@tanstack/react-router'
import {
  AlarmClock,
  ArrowLeft,
  Check,
  ExternalLink,
  MailCheck,
  RotateCcw,
  UserRound,
  UserRoundPlus,
} from 'lucide-react'
import type { Ref } from 'react'
import type { Conversation } from '../../../src/api/shapes.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { LadderChip } from '../../parts/LadderChip.tsx'
import { Outward } from '../../parts/Said.tsx'
import { At, Since } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { useDesk } from '../waiting-list/desk.ts'

type Props = {
  ref: Ref<HTMLHeadingElement>
  talk: Conversation
  name: string
  original: string | null
  personShown: boolean
  onPerson: () => void
}

export function ConversationHead({ ref, talk, name, original, personShown, onPerson }: Props) {
  const say = useSay()
  const { act, ask, back } = useDesk()
  const ended = talk.state === 'done' || talk.state === 'noted'
  return (
    <header className="talk-head">
      <span className="talk-back">
        <ActionButton
          action="back"
          icon={<ArrowLeft size={18} className="turns" aria-hidden="true" />}
          onPress={back}
          compact
        />
      </span>
      <div className="talk-who">
        <h1 ref={ref} tabIndex={-1}>
          {talk.person ? (
            <Link to="/people/$id" params={{ id: talk.person.id }}>
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi>{name}</bdi>
          )}
        </h1>
        <p className="talk-where">
          {talk.person?.handle && <bdi className="handle">{talk.person.handle}</bdi>}
          <span className="talk-room">
            <ChannelGlyph channel={talk.room.channel} size={13} /> <bdi>{talk.room.name}</bdi>
          </span>
          {talk.waitingSince && (
            <span className="waits">
              <Since at={talk.waitingSince} />
            </span>
          )}
          {talk.person && <LadderChip personId={talk.person.id} />}
          {talk.state !== 'open' && <span>{say(`state.${talk.state}`)}</span>}
          {talk.snoozedUntil && <At at={talk.snoozedUntil} />}
          {talk.assignee && <bdi>{say('list.assignee', { name: talk.assignee.name })}</bdi>}
        </p>
      </div>
      <div className="talk-acts">
        {original && (
          <Outward url={original} className="icon-button">
            <span className="aloud">{say('do.original')}</span>
            <ExternalLink size={18} aria-hidden="true" />
          </Outward>
        )}
        <ActionButton
          action="assign"
          icon={<UserRoundPlus size={18} aria-hidden="true" />}
          onPress={() => ask('assign', talk)}
          compact
        />
        {!ended && (
          <>
            <ActionButton
              action="snooze"
              icon={<AlarmClock size={18} aria-hidden="true" />}
              onPress={() => ask('snooze', talk)}
              compact
            />
            <ActionButton
              action="noted"
              icon={<MailCheck size={18} aria-hidden="true" />}
              onPress={() => void act.noted(talk)}
              compact
            />
          </>
        )}
        {talk.person && (
          <span className="talk-person-open">
            <ActionButton
              action="person"
              icon={<UserRound size={18} aria-hidden="true" />}
              onPress={onPerson}
              pressed={personShown}
              compact
            />
          </span>
        )}
        {ended ? (
          <ActionButton
            action="reopen"
            icon={<RotateCcw size={16} aria-hidden="true" />}
            onPress={() => void act.reopen(talk)}
          />
        ) : (
          <ActionButton
            action="done"
            icon={<Check size={16} aria-hidden="true" />}
            onPress={() => void act.done(talk)}
          />
        )}
      </div>
    </header>
  )
}
