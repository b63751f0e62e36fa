/** How a message was understood, in a quiet line beneath it; why, on hover and focus; and the way to say otherwise. */
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Reasoned } from '../../../src/api/listening/shapes.understanding.ts'
import type { Message } from '../../../src/api/shapes.ts'
import { reasonedQuery } from '../../api/queries.ts'
import { labelWord, understoodWords } from '../../parts/understood-words.ts'
import { type Say, useSay } from '../../words/words.ts'
import './understood.css'

export function Understood({ message, onCorrect }: { message: Message; onCorrect: () => void }) {
  const say = useSay()
  const whyId = useId()
  const [looked, setLooked] = useState(false)
  const reasoned = useQuery({ ...reasonedQuery(message.id), enabled: looked }).data
  if (message.understood === null) return null
  const words = understoodWords(message.understood, say)
  return (
    <p className="understood">
      <button
        type="button"
        aria-describedby={looked ? whyId : undefined}
        onPointerEnter={() => setLooked(true)}
        onPointerLeave={() => setLooked(false)}
        onFocus={() => setLooked(true)}
        onBlur={() => setLooked(false)}
        onKeyDown={(event) => event.key === 'Escape' && setLooked(false)}
        onClick={onCorrect}
      >
        <span className="aloud">{say('understood.as')} </span>
        {words === '' ? say('understood.nothing') : words}
      </button>
      {looked && (
        <span role="tooltip" id={whyId} className="understood-why">
          {reasoned === undefined ? say('app.loading') : <Whys reasoned={reasoned} />}
          <span className="soft">{say('understood.correct')}</span>
        </span>
      )}
    </p>
  )
}

function Whys({ reasoned }: { reasoned: Reasoned }) {
  const say = useSay()
  const whys = reasoned.why.filter(({ words, learned }) => words.length > 0 || learned)
  return (
    <>
      {reasoned.by && <span>{say('understood.by', { name: reasoned.by.name })}</span>}
      {whys.map((why) => (
        <span key={why.of}>{because(why, say)}</span>
      ))}
      {whys.length === 0 && !reasoned.by && <span>{say('understood.why.none')}</span>}
    </>
  )
}

/** `question: “is”, “back?”`; what spoke against it stands after. */
function because({ of, words, learned }: Reasoned['why'][number], say: Say): string {
  const quoted = (spoke: boolean) =>
    words
      .filter((word) => word.for === spoke)
      .slice(0, 4)
      .map(({ text }) => `“${text.trim()}”`)
      .join(', ')
  const [pro, contra] = [quoted(true), quoted(false)]
  const parts = [pro, contra && say('understood.against', { words: contra }), learned && say('understood.learned')]
  return `${labelWord(of, say)}: ${parts.filter(Boolean).join('; ')}`
}
