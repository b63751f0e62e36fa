/** A reply of ours that its room does not have yet: on its way, refused in the room's own words, or not known. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleHelp, Clock, Send, TriangleAlert } from 'lucide-react'
import type { Conversation, Reply } from '../../../src/api/shapes.ts'
import { post } from '../../api/client.ts'
import { useSecondsLeft } from '../../parts/ActLine.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { Said } from '../../parts/Said.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { useTakeBack } from './use-take-back.ts'

type Props = {
  reply: Reply
  talk: Conversation
  /** What could be remembered of it. */
  offer: React.ReactNode
}

export function UnsentReply({ reply, talk, offer }: Props) {
  const say = useSay()
  return (
    <article className="message" data-us data-unsent={reply.state}>
      <div className="bubble">
        <p className="bubble-by">
          <b>{say('talk.by', { name: reply.by.name })}</b> <Ago at={reply.at} />
        </p>
        <Said text={reply.text} />
        <Standing reply={reply} talk={talk} />
        {offer}
      </div>
    </article>
  )
}

function Standing({ reply, talk }: { reply: Reply; talk: Conversation }) {
  const say = useSay()
  switch (reply.state) {
    case 'queued':
      return <Queued reply={reply} talk={talk} />
    case 'sending':
      return (
        <p className="standing">
          <Send size={14} aria-hidden="true" /> {say('talk.sending')}
        </p>
      )
    case 'refused':
      return (
        <div className="standing harm" role="alert">
          <p>
            <TriangleAlert size={14} aria-hidden="true" /> {say('talk.refused', { room: talk.room.name })}
          </p>
          {reply.why && <blockquote dir="auto">{reply.why}</blockquote>}
          <Settle talk={talk} ways={[{ words: 'talk.again', path: `/replies/${reply.id}/again`, body: {} }]} />
        </div>
      )
    case 'unknown': {
      const outcome = `/replies/${reply.id}/outcome`
      return (
        <div className="standing doubt" role="alert">
          <p>
            <CircleHelp size={14} aria-hidden="true" /> {say('talk.unknown')}
          </p>
          {reply.why && <blockquote dir="auto">{reply.why}</blockquote>}
          <Settle
            talk={talk}
            ways={[
              { words: 'talk.there', path: outcome, body: { is: 'said' } },
              { words: 'talk.not-there', path: outcome, body: { is: 'not said' } },
            ]}
          />
        </div>
      )
    }
    case 'sent':
      return null
  }
}

function Queued({ reply, talk }: { reply: Reply; talk: Conversation }) {
  const say = useSay()
  const left = useSecondsLeft(Date.parse(reply.leavesAt)) ?? 0
  const takeBack = useTakeBack(talk.id)
  return (
    <p className="standing">
      <Clock size={14} aria-hidden="true" /> {left > 0 ? say('talk.leaves', { n: left }) : say('talk.queued')}
      {left > 0 && (
        <button type="button" className="link" onClick={() => void takeBack(reply.id)}>
          {say('talk.takeback')}
        </button>
      )}
    </p>
  )
}

type Way = { words: 'talk.again' | 'talk.there' | 'talk.not-there'; path: string; body: object }

function Settle({ talk, ways }: { talk: Conversation; ways: Way[] }) {
  const say = useSay()
  const client = useQueryClient()
  const settle = useMutation({
    mutationFn: (way: Way) => post(way.path, way.body),
    onSettled: () => client.invalidateQueries({ queryKey: ['conversation', talk.id] }),
  })
  return (
    <div className="standing-ways">
      {ways.map((way) => (
        <button
          key={way.words}
          type="button"
          className="button small"
          disabled={settle.isPending}
          onClick={() => settle.mutate(way)}
        >
          {say(way.words)}
        </button>
      ))}
      {settle.error && <span className="wrong">{whyOf(settle.error, say)}</span>}
    </div>
  )
}
