/** What many people ask: how often, where, rising or falling, and how well we answer it. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type QuestionOrder, questionsQuery } from '../../api/queries.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { QuestionRow } from './QuestionRow.tsx'
import './questions.css'

const orders = ['asked', 'rising'] as const satisfies QuestionOrder[]

export default function QuestionsScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const { by: order = 'asked' } = useSearch({ strict: false })
  const questions = useInfiniteQuery(questionsQuery(order))
  const all = questions.data?.pages.flatMap(({ items }) => items) ?? []
  const choose = (to: QuestionOrder) =>
    void navigate({ to: '/questions', search: to === 'asked' ? {} : { by: 'rising' }, replace: true })
  return (
    <Page
      title={say('questions.title')}
      lead={say('questions.lead')}
      aside={
        <fieldset className="orders">
          <legend className="aloud">{say('questions.order')}</legend>
          {orders.map((one) => (
            <label key={one} className="order">
              <input type="radio" name="order" checked={order === one} onChange={() => choose(one)} />
              {say(`questions.order.${one}`)}
            </label>
          ))}
        </fieldset>
      }
    >
      {questions.isPending && <Loading lines={6} />}
      {questions.isError && (
        <Failed title={say('questions.error')} error={questions.error} again={() => void questions.refetch()} />
      )}
      {questions.isSuccess && all.length === 0 && (
        <Notice title={say(order === 'rising' ? 'questions.none.rising' : 'questions.none')}>
          {order === 'rising' ? (
            <Link to="/questions">{say('questions.order.asked')}</Link>
          ) : (
            <p>{say('questions.none.more')}</p>
          )}
        </Notice>
      )}
      <ol className="questions" aria-label={say('questions.title')}>
        {all.map((question) => (
          <QuestionRow key={question.id} question={question} />
        ))}
      </ol>
      {questions.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={questions.isFetchingNextPage}
          onClick={() => void questions.fetchNextPage()}
        >
          {say('app.more')}
        </button>
      )}
    </Page>
  )
}
