/** The best of our answers so far, and who gave it. */
import { Link } from '@tanstack/react-router'
import { Heart } from 'lucide-react'
import type { Question } from '../../../src/api/shapes.questions.ts'
import { Said } from '../../parts/Said.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

export function Best({ question: { best } }: { question: Question }) {
  const say = useSay()
  return (
    <section className="setting" aria-labelledby="question-best">
      <h2 id="question-best">{say('best.title')}</h2>
      {best === null ? (
        <p className="soft">{say('best.none')}</p>
      ) : (
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
      )}
    </section>
  )
}
