/** One question in the list: how often it is asked stands first, then in which words, by whom and where. */
import { Link } from '@tanstack/react-router'
import { BookCheck, MessageSquareText } from 'lucide-react'
import type { QuestionLine } from '../../../src/api/questions/shapes.questions.ts'
import { useSay } from '../../words/words.ts'
import { Rooms } from './Rooms.tsx'
import { Trend } from './Trend.tsx'
import { waitText } from './wait-text.ts'

export function QuestionRow({ question }: { question: QuestionLine }) {
  const say = useSay()
  const { answer, asked, answered, people, medianWait, published } = question
  return (
    <li className="question-row">
      <span className="question-count" aria-hidden="true">
        {asked}
        <span>×</span>
      </span>
      <div className="question-what">
        <h2>
          <Link to="/questions/$id" params={{ id: question.id }}>
            <bdi dir="auto">{question.name}</bdi>
          </Link>
        </h2>
        <p className="question-facts">
          <span>{say('question.people', { n: people })}</span>
          <Rooms rooms={question.rooms} most={3} />
        </p>
        <p className="question-facts">
          <span>{say('question.answered', { n: answered, of: asked })}</span>
          {medianWait !== null && <span>{say('question.wait', { time: waitText(medianWait) })}</span>}
        </p>
      </div>
      <div className="question-signs">
        <span className="aloud">{say('question.asked', { n: asked })}</span>
        <Trend lately={question.lately} before={question.before} />
        {answer && (
          <span className={answer.reviewDue ? 'chip slope' : 'chip'}>
            <MessageSquareText size={13} aria-hidden="true" /> {say(answer.reviewDue ? 'answer.due' : 'answer.kept')}
          </span>
        )}
        {published && (
          <span className="chip well">
            <BookCheck size={13} aria-hidden="true" /> {say('question.published')}
          </span>
        )}
      </div>
    </li>
  )
}
