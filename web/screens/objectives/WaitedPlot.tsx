/** Questions week by week as bars: outline all, filled what was answered within a day. The table beneath says the same. */
import type { WaitedLine } from '../../../src/api/objectives/shapes.returns.ts'
import { useSay } from '../../words/words.ts'
import { weekText } from './week-text.ts'

const [wide, high, gap] = [52, 120, 8]

export function WaitedPlot({ weeks }: { weeks: readonly WaitedLine[] }) {
  const say = useSay()
  const most = Math.max(1, ...weeks.map(({ asked }) => asked))
  const tall = (n: number) => (n / most) * high
  return (
    <figure className="waited-plot">
      <svg
        width={weeks.length * wide}
        viewBox={`0 0 ${weeks.length * wide} ${high + 36}`}
        role="img"
        aria-label={say('waited.plot')}
      >
        {weeks.map(({ key, asked, inADay }, at) => (
          <g key={key} transform={`translate(${at * wide} 14)`}>
            <rect className="waited-all" x={gap / 2} width={wide - gap} y={high - tall(asked)} height={tall(asked)} />
            <rect className="waited-day" x={gap / 2} width={wide - gap} y={high - tall(inADay)} height={tall(inADay)} />
            <text x={wide / 2} y={high - tall(asked) - 4}>
              {asked}
            </text>
            <text x={wide / 2} y={high + 16}>
              {weekText(key)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>{say('waited.plot')}</figcaption>
    </figure>
  )
}
