/** One question: who asks it in which words, our best answer, what to write once, and whether asking fell since. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Question } from '../../../src/api/questions/shapes.questions.ts'
import { Refused } from '../../api/client.ts'
import { questionQuery } from '../../api/queries.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { Askings } from './Askings.tsx'
import { Best } from './Best.tsx'
import { Parts } from './Parts.tsx'
import { Rename } from './Rename.tsx'
import { Rooms } from './Rooms.tsx'
import { Tell } from './Tell.tsx'
import { Trend } from './Trend.tsx'
import { Weeks } from './Weeks.tsx'
import { WriteOnce } from './WriteOnce.tsx'
import { waitText } from './wait-text.ts'
import './questions.css'

const JoinDialog = lazy(() => import('./JoinDialog.tsx'))

export default function QuestionScreen() {
  const say = useSay()
  const { id = '' } = useParams({ strict: false })
  const question = useQuery(questionQuery(id))
  if (question.error instanceof Refused && question.error.problem.status === 404)
    return <Notice title={say('question.missing')} page />
  if (question.error && question.data === undefined)
    return <Failed title={say('question.error')} error={question.error} again={() => void question.refetch()} />
  if (question.data === undefined) return <Loading lines={6} />
  return <Whole key={question.data.id} question={question.data} />
}

function Whole({ question }: { question: Question }) {
  const say = useSay()
  const client = useQueryClient()
  const [doing, setDoing] = useState<'name' | 'join' | null>(null)
  const reread = async () => {
    await Promise.all(
      ['question', 'questions', 'askings'].map((noun) => client.invalidateQueries({ queryKey: [noun] })),
    )
  }
  return (
    <Page
      title={question.name}
      aside={
        <div className="card-acts">
          <Link to="/questions" className="button quiet">
            <ArrowLeft size={16} className="turns" aria-hidden="true" /> {say('questions.title')}
          </Link>
          <button type="button" className="button quiet" onClick={() => setDoing('name')}>
            {say('question.rename')}
          </button>
          <button type="button" className="button quiet" onClick={() => setDoing('join')}>
            {say('question.join')}
          </button>
        </div>
      }
    >
      <div className="question">
        <section className="question-numbers" aria-label={say('question.numbers')}>
          <p className="question-sum">
            <b>{say('question.asked', { n: question.asked })}</b> {say('question.by', { n: question.people })}{' '}
            <Trend lately={question.lately} before={question.before} />
          </p>
          <p className="question-facts">
            <Rooms rooms={question.rooms} most={8} />
          </p>
          <p className="question-facts">
            <span>{say('question.answered', { n: question.answered, of: question.asked })}</span>
            {question.medianWait !== null && (
              <span>{say('question.wait', { time: waitText(question.medianWait) })}</span>
            )}
          </p>
          <Weeks weeks={question.weeks} published={question.published} />
        </section>
        <Best question={question} onChanged={reread} />
        <WriteOnce question={question} onChanged={reread} />
        {question.published && <Tell question={question} url={question.published.url} />}
        <Askings question={question} onChanged={reread} />
        <Parts question={question} onChanged={reread} />
      </div>
      <Suspense>
        {doing === 'join' && <JoinDialog question={question} onChanged={reread} onClose={() => setDoing(null)} />}
        {doing === 'name' && <Rename question={question} onChanged={reread} onClose={() => setDoing(null)} />}
      </Suspense>
    </Page>
  )
}
