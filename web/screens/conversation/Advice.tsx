/** What speaks against the draft, each with its reason. It is asked for when the typing rests, and nothing waits for it. */
import { useQuery } from '@tanstack/react-query'
import { Lightbulb } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Warning } from '../../../src/api/rooms/shapes.advice.ts'
import { adviceQuery, charterQuery } from '../../api/charter.ts'
import { CharterLine } from '../../parts/CharterLine.tsx'
import { useSay } from '../../words/words.ts'
import { warningText } from './warning-words.ts'
import './advice.css'

const restMs = 500

type Props = {
  where: Parameters<typeof adviceQuery>[0]
  room: string
  text: string
  /** The warnings that stand on screen for this very text: what is sent now is sent against them. */
  onWarned: (warnings: readonly Warning[]) => void
}

export default function Advice({ where, room, text, onWarned }: Props) {
  const say = useSay()
  const charter = useQuery(charterQuery(room)).data
  const rested = useRested(text)
  const { data, isPlaceholderData } = useQuery(adviceQuery(where, rested))
  const warnings = data?.items
  const standing = rested === text && !isPlaceholderData
  useEffect(() => {
    onWarned(standing && warnings ? warnings : [])
  }, [standing, warnings, onWarned])
  return (
    <div className="advice">
      {charter && <CharterLine charter={charter} />}
      <div role="status" aria-label={say('advice.title')}>
        {text.trim() !== '' &&
          warnings?.map((warning) => (
            <p key={`${warning.is} ${warning.about}`} className="advice-line">
              <Lightbulb size={14} aria-hidden="true" /> <bdi>{warningText(warning, say)}</bdi>
            </p>
          ))}
      </div>
    </div>
  )
}

/** The text as it was when the typing last rested. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
