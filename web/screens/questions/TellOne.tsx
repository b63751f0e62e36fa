/** One person to tell: what they asked, and what we would say, to be changed before it goes. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Asking } from '../../../src/api/questions/shapes.questions.ts'
import type { Reply } from '../../../src/api/shapes.ts'
import { post, remove } from '../../api/client.ts'
import { conversationQuery } from '../../api/queries.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { HandOff } from '../../parts/HandOff.tsx'
import { Left } from '../../parts/Left.tsx'
import { did } from '../../parts/last-act.ts'
import { lengthLeft } from '../../parts/length.ts'
import { Loading, whyOf } from '../../parts/Notice.tsx'
import { Said } from '../../parts/Said.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

export function TellOne({ asking, url, onPass }: { asking: Asking; url: string; onPass: () => void }) {
  const say = useSay()
  const client = useQueryClient()
  const fieldId = useId()
  const { message, conversation } = asking
  const name = message.person?.name ?? say('app.unknown')
  const talk = useQuery(conversationQuery(conversation.id)).data
  const [text, setText] = useState(() => say('tell.draft', { name: name.split(' ')[0] ?? name, url }))
  const reread = () => client.invalidateQueries({ queryKey: ['askings'] })
  const send = useMutation({
    mutationFn: (answeredThere: boolean) =>
      post<Reply>(`/conversations/${conversation.id}/replies`, { text, inReplyTo: message.id, answeredThere }),
    onSuccess: async (reply, answeredThere) => {
      const undo = async () => {
        await remove(`/replies/${reply.id}`)
        await reread()
      }
      if (answeredThere) did({ said: say('did.answered', { name }), leavesAt: null, undo: null })
      else did({ said: say('did.sent', { name }), leavesAt: Date.parse(reply.leavesAt), undo })
      await reread()
    },
  })
  if (talk === undefined) return <Loading lines={3} />
  const length = lengthLeft(text, talk.replying.length)
  const possible = text.trim() !== '' && length?.fits !== false && !send.isPending
  return (
    <div className="tell-one">
      <div className="tell-asked">
        <Avatar who={message.person} channel={conversation.room.channel} size={36} />
        <div>
          <p className="bubble-by">
            <bdi>
              <b>{name}</b>
            </bdi>
            <bdi>{conversation.room.name}</bdi>
            <Ago at={message.at} />
          </p>
          <Said text={message.text} links={message.links} />
        </div>
      </div>
      <div className="field">
        <label htmlFor={fieldId}>{say('tell.label', { name })}</label>
        <textarea
          id={fieldId}
          aria-describedby={`${fieldId}-left`}
          rows={3}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="hint">
          {talk.replying.how === 'hand-off'
            ? say('compose.hand-off')
            : say('compose.public', { account: talk.replying.as ?? conversation.room.name })}
        </p>
      </div>
      {send.error && (
        <p role="alert" className="wrong">
          {say('compose.failed', { why: whyOf(send.error, say) })}
        </p>
      )}
      <div className="box-foot">
        <Left id={`${fieldId}-left`} length={length} />
        <button type="button" className="button quiet" onClick={onPass}>
          {say('tell.pass')}
        </button>
        {talk.replying.how === 'hand-off' ? (
          <HandOff text={text} original={message.url} sending={send.isPending} onAnswered={() => send.mutate(true)} />
        ) : (
          <button type="button" className="button main" disabled={!possible} onClick={() => send.mutate(false)}>
            {say('tell.send', { name })}
          </button>
        )}
      </div>
    </div>
  )
}
