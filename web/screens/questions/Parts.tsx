/** What belongs to it: what teammates joined into it, each to be taken out again; and what the same people asked next. */
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Question } from '../../../src/api/questions/shapes.questions.ts'
import { remove } from '../../api/client.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

export function Parts({ question, onChanged }: { question: Question; onChanged: () => Promise<void> }) {
  const say = useSay()
  const takeOut = useMutation({
    mutationFn: (part: string) => remove(`/questions/${part}/join`),
    onSuccess: onChanged,
  })
  return (
    <>
      {question.parts.length > 0 && (
        <section aria-labelledby="question-parts">
          <h2 id="question-parts">{say('parts.title')}</h2>
          <ul className="lines">
            {question.parts.map(({ id, wording, asked, by, at }) => (
              <li key={id} className="line">
                <span className="line-name">
                  <bdi dir="auto">{wording}</bdi>{' '}
                  <span className="soft">
                    {say('question.asked', { n: asked })} · {by?.name} · <Ago at={at} />
                  </span>
                </span>
                <button
                  type="button"
                  className="button quiet small"
                  disabled={takeOut.isPending}
                  onClick={() => takeOut.mutate(id)}
                >
                  {say('parts.out')}
                  <span className="aloud"> {wording}</span>
                </button>
              </li>
            ))}
          </ul>
          {takeOut.error && (
            <p role="alert" className="wrong">
              {whyOf(takeOut.error, say)}
            </p>
          )}
        </section>
      )}
      {question.next.length > 0 && (
        <section aria-labelledby="question-next">
          <h2 id="question-next">{say('next.title')}</h2>
          <ul className="lines">
            {question.next.map(({ id, name, people }) => (
              <li key={id} className="line">
                <Link to="/questions/$id" params={{ id }} className="line-name">
                  <bdi dir="auto">{name}</bdi>
                </Link>
                <span className="soft">{say('question.people', { n: people })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
