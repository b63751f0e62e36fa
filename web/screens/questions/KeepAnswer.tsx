/** Keeps words as the answer to a question: who sees to it, and by when somebody looks at it again. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Question } from '../../../src/api/questions/shapes.questions.ts'
import { put } from '../../api/client.ts'
import { meQuery, teammatesQuery } from '../../api/queries.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'

type Props = { question: Question; onChanged: () => Promise<void>; onClose: () => void }

const threeMonths = 91 * 86_400_000

export default function KeepAnswer({ question: { id, answer, best }, onChanged, onClose }: Props) {
  const say = useSay()
  const fields = useId()
  const me = useQuery(meQuery).data?.teammate
  const teammates = useQuery(teammatesQuery).data ?? []
  const [text, setText] = useState(answer?.text ?? best?.text ?? '')
  const [owner, setOwner] = useState(answer?.owner.id ?? me?.id ?? '')
  const [reviewOn, setReviewOn] = useState(() => dayIn(threeMonths))
  // Who wrote it first stays its giver as long as these are their words.
  const by = answer ? answer.by?.id : text.trim() === best?.text.trim() ? best.by?.id : undefined
  const keep = useMutation({
    mutationFn: () => put(`/questions/${id}/answer`, { text, owner, reviewOn, ...(by && { by }) }),
    onSuccess: async () => {
      await onChanged()
      onClose()
    },
  })
  return (
    <Popup title={say('answer.keep')} onClose={onClose} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate()
        }}
      >
        <div className="field">
          <label htmlFor={`${fields}-text`}>{say('answer.text')}</label>
          <textarea
            id={`${fields}-text`}
            rows={6}
            required
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <p className="hint">{say('answer.hint')}</p>
        </div>
        <div className="answer-who">
          <div className="field">
            <label htmlFor={`${fields}-owner`}>{say('answer.owner')}</label>
            <select id={`${fields}-owner`} value={owner} onChange={(event) => setOwner(event.target.value)}>
              {teammates.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`${fields}-review`}>{say('answer.review')}</label>
            <input
              id={`${fields}-review`}
              type="date"
              required
              value={reviewOn}
              onChange={(event) => setReviewOn(event.target.value)}
            />
          </div>
        </div>
        {keep.error && (
          <p role="alert" className="wrong">
            {whyOf(keep.error, say)}
          </p>
        )}
        <div className="popup-foot">
          <button type="submit" className="button main" disabled={keep.isPending || text.trim() === ''}>
            {say('answer.keep.do')}
          </button>
        </div>
      </form>
    </Popup>
  )
}

const dayIn = (ms: number): string => new Date(Date.now() + ms).toISOString().slice(0, 10)
