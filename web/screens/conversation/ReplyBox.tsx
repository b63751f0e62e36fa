/** A reply: written here, counted as the room counts, sent with ten seconds to think better of it. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Warning } from '../../../src/api/rooms/shapes.advice.ts'
import type { Conversation } from '../../../src/api/shapes.ts'
import { onTheLadderQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { Day } from '../../parts/Day.tsx'
import { HandOff } from '../../parts/HandOff.tsx'
import { Left } from '../../parts/Left.tsx'
import { lengthLeft } from '../../parts/length.ts'
import { isMac } from '../../parts/platform.ts'
import { later, useSay } from '../../words/words.ts'
import { useDraft } from './drafts.ts'
import { ReadyAnswers } from './ReadyAnswers.tsx'
import { useSend } from './use-send.ts'

const Advice = lazy(later(() => import('./Advice.tsx')))
const AskHow = lazy(later(() => import('./AskHow.tsx')))
const GiveCode = lazy(later(() => import('./GiveCode.tsx')))

type Props = { talk: Conversation; name: string; original: string | null }

export function ReplyBox({ talk, name, original }: Props) {
  const say = useSay()
  const [text, write] = useDraft(talk.id, 'reply')
  const field = useRef<HTMLTextAreaElement>(null)
  const length = lengthLeft(text, talk.replying.length)
  const { send, sending, wrong, collided } = useSend(talk, name)
  const [overruled, setOverruled] = useState<readonly Warning[]>([])
  const handOff = talk.replying.how === 'hand-off'
  const possible = text.trim() !== '' && length?.fits !== false && !sending
  const put = (done: boolean) =>
    possible && void send({ text, done, answeredThere: false, anyway: collided, overruled })
  // What was begun stays: the answer comes after it.
  function insert(answer: string) {
    write(text.trim() === '' ? answer : `${text.trimEnd()}\n\n${answer}`)
    field.current?.focus()
  }
  useActions(handOff ? {} : { send: () => put(false), sendDone: () => put(true) })
  return (
    <div className="box">
      {talk.person && <Held personId={talk.person.id} />}
      {handOff && <p className="hint">{say('compose.hand-off')}</p>}
      <ReadyAnswers talk={talk} onChoose={insert} />
      <textarea
        ref={field}
        aria-label={say('compose.reply.label', { name })}
        aria-describedby="reply-left"
        value={text}
        dir="auto"
        rows={2}
        onChange={(event) => write(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      <Suspense>
        <Advice where={`/conversations/${talk.id}`} room={talk.room.id} text={text} onWarned={setOverruled} />
      </Suspense>
      {collided && (
        <p role="alert" className="box-collision">
          {say('compose.collision')}
        </p>
      )}
      {wrong !== null && (
        <p role="alert" className="wrong">
          {say('compose.failed', { why: wrong })}
        </p>
      )}
      <div className="box-foot">
        <Left id="reply-left" length={length} />
        <Suspense>
          <AskHow talk={talk} text={text} onInsert={insert} />
          <GiveCode talk={talk} onInsert={insert} />
        </Suspense>
        {handOff ? (
          <HandOff
            text={text}
            original={original}
            sending={sending}
            onAnswered={() => void send({ text, done: false, answeredThere: true, anyway: true, overruled })}
          />
        ) : (
          <>
            <button type="button" className="button quiet" disabled={!possible} onClick={() => put(true)}>
              {say('compose.send.done')}
            </button>
            <button type="button" className="button main" disabled={!possible} onClick={() => put(false)}>
              {collided ? say('compose.anyway') : say('compose.send')} <kbd>{isMac ? '⌘' : 'Ctrl'} ↵</kbd>
            </button>
          </>
        )}
      </div>
    </div>
  )
}

/** That no answer goes out to whoever this is about, why, and until when; the server holds it back. */
function Held({ personId }: { personId: string }) {
  const say = useSay()
  const standing = useQuery(onTheLadderQuery).data?.items.find(({ person }) => person.id === personId)
  if (standing?.rung !== 'pause' && standing?.rung !== 'block') return null
  if (standing.untilDay < new Date().toISOString().slice(0, 10)) return null
  return (
    <p className="box-collision">
      {say(`ladder.rung.${standing.rung}`)}, <Day words="ladder.until" day={standing.untilDay} />:{' '}
      <bdi>{standing.reason}</bdi> {say('ladder.held')}
    </p>
  )
}
