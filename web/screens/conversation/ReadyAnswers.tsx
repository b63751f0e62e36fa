/** The likeliest kept answers stand ready above the reply: one press puts the words into it, to be made personal. */
import { useQuery } from '@tanstack/react-query'
import { MessageSquareText } from 'lucide-react'
import { useRef } from 'react'
import type { Conversation } from '../../../src/api/shapes.ts'
import { readyQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { useSay } from '../../words/words.ts'

type Props = { talk: Conversation; onChoose: (text: string) => void }

export function ReadyAnswers({ talk, onChoose }: Props) {
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  const newest = talk.thread.findLast(({ us }) => !us)?.id ?? null
  const ready = useQuery(readyQuery(talk.id, newest)).data
  const any = ready !== undefined && ready.items.length > 0
  useActions(any ? { answers: () => list.current?.querySelector('button')?.focus() } : {})
  if (!any) return null
  return (
    <div className="ready">
      <p className="hint" id="ready-label">
        {ready.hurt === null ? say('ready.label') : say(`ready.${ready.hurt}`)} <kbd>;</kbd>
      </p>
      <ul ref={list} aria-labelledby="ready-label">
        {ready.items.map((answer) => (
          <li key={answer.question.id}>
            <button
              type="button"
              className="ready-answer"
              onClick={() => onChoose(answer.text)}
              title={say('ready.about', { question: answer.question.name })}
            >
              <MessageSquareText size={14} aria-hidden="true" /> <bdi>{answer.text}</bdi>
              {answer.reviewDue && <span className="chip slope">{say('answer.due')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
