/** Whether asking rises or falls: by sign, by word and by number, over four weeks. */
import { Minus, TrendingDown, TrendingUp } from 'lucide-react'
import { useSay } from '../../words/words.ts'
import { trendOf } from './trend-of.ts'

export function Trend({ lately, before }: { lately: number; before: number }) {
  const say = useSay()
  const is = trendOf(lately, before)
  const Sign = is === 'rising' ? TrendingUp : is === 'falling' ? TrendingDown : Minus
  return (
    <span className="chip trend" data-is={is} title={say('question.trend.more', { lately, before })}>
      <Sign size={14} className="turns" aria-hidden="true" /> {say(`question.trend.${is}`)}
      <span className="aloud">: {say('question.trend.more', { lately, before })}</span>
    </span>
  )
}
