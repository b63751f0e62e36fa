/** The answer that is kept for the question, or else the best of our words so far, and who gave it. */
import { Link } from '@tanstack/react-router'
import { Heart } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Question } from '../../../src/api/questions/shapes.questions.ts'
import { Said } from '../../parts/Said.tsx'
import { Ago } from '../../parts/Time.tsx'
import { locale, useSay } from '../../words/words.ts'
import { Versions } from './Versions.tsx'

const KeepAnswer = lazy(() => import('./KeepAnswer.tsx'))

export function Best({ question, onChanged }: { question: Question; onChanged: () => Promise<void> }) {
  const say = useSay()
  const [keeping, setKeeping] = useState(false)
  const { answer, best } = question
  return (
    <section aria-labelledby="question-best">
      <h2 id="question-best">{say(answer ? 'answer.title' : 'best.title')}</h2>
      {answer && <Kept answer={answer} />}
      {!answer && best && <SoFar best={best} />}
      {!answer && !best && <p className="soft">{say('best.none')}</p>}
      <div className="question-acts">
        <button type="button" className="button small" onClick={() => setKeeping(true)}>
          {say(answer ? 'answer.change' : 'answer.keep')}
        </button>
      </div>
      {answer && answer.version > 1 && <Versions questionId={question.id} />}
      <Suspense>
        {keeping && <KeepAnswer question={question} onChanged={onChanged} onClose={() => setKeeping(false)} />}
      </Suspense>
    </section>
  )
}

function Kept({ answer }: { answer: NonNullable<Question['answer']> }) {
  const say = useSay()
  const day = new Date(`${answer.reviewOn}T00:00:00Z`).toLocaleDateString(locale(), {
    dateStyle: 'medium',
    timeZone: 'UTC',
  })
  return (
    <blockquote className="best">
      <Said text={answer.text} />
      <p className="question-facts">
        {answer.by && <span>{say('best.by', { name: answer.by.name })}</span>}
        <span>{say('answer.version', { n: answer.version })}</span>
        <span>{say('answer.with', { name: answer.owner.name })}</span>
        {answer.reviewDue ? (
          <span className="chip slope">{say('answer.due.since', { day })}</span>
        ) : (
          <span>{say('answer.until', { day })}</span>
        )}
      </p>
    </blockquote>
  )
}

function SoFar({ best }: { best: NonNullable<Question['best']> }) {
  const say = useSay()
  return (
    <blockquote className="best">
      <Said text={best.text} />
      <p className="question-facts">
        <span>{best.by ? say('best.by', { name: best.by.name }) : say('talk.us')}</span>
        <Ago at={best.at} />
        {best.thanked && (
          <span className="chip well">
            <Heart size={13} aria-hidden="true" /> {say('best.thanked')}
          </span>
        )}
        <Link to="/c/$id" params={{ id: best.conversation }}>
          {say('best.open')}
        </Link>
      </p>
    </blockquote>
  )
}
