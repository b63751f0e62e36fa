/** Whether asking rises or falls: by sign, by word and by number, over four weeks. Where it does neither, there is nothing to say. */
import { TrendingDown, TrendingUp } from 'lucide-react'
import { useSay } from '../../words/words.ts'
import { trendOf } from './trend-of.ts'

export function Trend({ lately, before }: { lately: number; before: number }) {
  const say = useSay()
  const is = trendOf(lately, before)
  if (is === 'steady') return null
  const Sign = is === 'rising' ? TrendingUp : TrendingDown
  return (
    <span className="chip trend" data-is={is} title={say('question.trend.more', { lately, before })}>
      <Sign size={14} className="turns" aria-hidden="true" /> {say(`question.trend.${is}`)}
      <span className="aloud">: {say('question.trend.more', { lately, before })}</span>
    </span>
  )
}
