/** In their own words: who asked it. What is marked asks something else, and becomes a question of its own. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Asking, Question } from '../../../src/api/questions/shapes.questions.ts'
import { post } from '../../api/client.ts'
import { askingsQuery } from '../../api/queries.ts'
import { did } from '../../parts/last-act.ts'
import { Failed, Loading, whyOf } from '../../parts/Notice.tsx'
import { Said } from '../../parts/Said.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

type Props = { question: Question; onChanged: () => Promise<void> }

export function Askings({ question, onChanged }: Props) {
  const say = useSay()
  const askings = useInfiniteQuery(askingsQuery(question.id))
  const [marked, setMarked] = useState<readonly string[]>([])
  const all = askings.data?.pages.flatMap(({ items }) => items) ?? []
  const split = useMutation({
    mutationFn: () => post<Question>(`/questions/${question.id}/splits`, { messages: marked }),
    onSuccess: async (made) => {
      const undo = async () => {
        await post(`/questions/${question.id}/joins`, { from: made.id })
        await onChanged()
      }
      did({ said: say('did.split', { name: made.name }), leavesAt: null, undo })
      setMarked([])
      await onChanged()
    },
  })
  const mark = (id: string, on: boolean) =>
    setMarked((before) => (on ? [...before, id] : before.filter((it) => it !== id)))
  return (
    <section aria-labelledby="question-askings">
      <h2 id="question-askings">{say('askings.title')}</h2>
      {askings.isPending && <Loading />}
      {askings.isError && <Failed title={say('askings.error')} error={askings.error} />}
      <ol className="askings">
        {all.map((asking) => (
          <One
            key={asking.message.id}
            asking={asking}
            marked={marked.includes(asking.message.id)}
            onMark={(on) => mark(asking.message.id, on)}
          />
        ))}
      </ol>
      {askings.hasNextPage && (
        <button type="button" className="button quiet" onClick={() => void askings.fetchNextPage()}>
          {say('app.more')}
        </button>
      )}
      {marked.length > 0 && (
        <div className="askings-foot">
          <button
            type="button"
            className="button"
            disabled={split.isPending || marked.length === question.asked}
            onClick={() => split.mutate()}
          >
            {say('askings.split', { n: marked.length })}
          </button>
          {split.error && (
            <span role="alert" className="wrong">
              {whyOf(split.error, say)}
            </span>
          )}
        </div>
      )}
    </section>
  )
}

type OneProps = { asking: Asking; marked: boolean; onMark: (on: boolean) => void }

function One({ asking: { message, conversation, answeredAt, toldAt }, marked, onMark }: OneProps) {
  const say = useSay()
  const name = message.person?.name ?? say('app.unknown')
  return (
    <li className="asking" data-marked={marked || undefined}>
      <input
        type="checkbox"
        aria-label={say('askings.mark', { name })}
        checked={marked}
        onChange={(event) => onMark(event.target.checked)}
      />
      <div>
        <Said text={message.text} />
        <p className="question-facts">
          <Link to="/c/$id" params={{ id: conversation.id }} search={{ m: message.id }}>
            <bdi>{name}</bdi>
          </Link>
          <bdi>{conversation.room.name}</bdi>
          <Ago at={message.at} />
          <span>{say(toldAt ? 'askings.told' : answeredAt ? 'askings.answered' : 'askings.open')}</span>
        </p>
      </div>
    </li>
  )
}
