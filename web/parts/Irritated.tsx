/** Somebody is losing patience: the word, its sign, and what says so. */
import { TrendingDown } from 'lucide-react'
import type { Irritation } from '../../src/api/listening/shapes.understanding.ts'
import { type Say, useSay } from '../words/words.ts'

/** `told`: with its reason in full; else the reason is on hover, and for who does not see. */
export function Irritated({ irritation, told = false }: { irritation: Irritation; told?: boolean }) {
  const say = useSay()
  const why = reasonOf(irritation, say)
  return (
    <span className="chip slope" title={told ? undefined : why}>
      <TrendingDown size={13} className="turns" aria-hidden="true" />{' '}
      {say(irritation.how === 'irritated' ? 'irritated' : 'irritated.very')}
      <span className={told ? 'soft' : 'aloud'}> ({why})</span>
    </span>
  )
}

function reasonOf({ sinking, messages, unanswered }: Irritation, say: Say): string {
  const parts = [
    sinking && say('irritated.sinking', { n: messages }),
    unanswered > 0 && say('irritated.unanswered', { n: unanswered }),
  ]
  return parts.filter(Boolean).join(', ')
}
