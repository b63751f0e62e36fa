/** Month by month, filled above the line who was won back, hatched below it who was lost. Each month says its figures aloud. */
import type { WonAndLost } from '../../../src/api/people/shapes.won.ts'
import { locale, useSay } from '../../words/words.ts'
import { byMonth, monthText } from './won-months.ts'

const [width, high, gap] = [720, 70, 8]

export function WonPlot({ found }: { found: WonAndLost }) {
  const say = useSay()
  const months = byMonth(found)
  const wide = width / months.length
  const most = Math.max(1, ...months.flatMap(({ wonBack, lost }) => [wonBack, lost]))
  const tall = (n: number) => (n / most) * high
  const middle = tall(Math.max(...months.map(({ wonBack }) => wonBack))) + 24
  const bottom = middle + tall(Math.max(...months.map(({ lost }) => lost))) + 24
  const words = say('won.plot')
  return (
    <figure className="won-plot">
      <svg viewBox={`0 0 ${width} ${bottom + 24}`} role="img" aria-label={words}>
        <defs>
          <pattern id="won-lost" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="6" className="won-hatch" />
          </pattern>
        </defs>
        {months.map(({ month, wonBack, lost, onTheWay }, at) => (
          <g key={month} transform={`translate(${at * wide} 0)`}>
            <title>
              {`${monthText(month, 'long')}: ${wonBack} ${say('won.won-back')}, ${lost} ${say('won.lost')}, ${onTheWay} ${say('won.on-the-way')}`}
            </title>
            <rect className="won-up" x={gap / 2} width={wide - gap} y={middle - tall(wonBack)} height={tall(wonBack)} />
            <rect
              className="won-down"
              x={gap / 2}
              width={wide - gap}
              y={middle}
              height={tall(lost)}
              fill="url(#won-lost)"
            />
            {wonBack > 0 && (
              <text x={wide / 2} y={middle - tall(wonBack) - 4}>
                {wonBack.toLocaleString(locale())}
              </text>
            )}
            {lost > 0 && (
              <text x={wide / 2} y={middle + tall(lost)} dy="1.1em">
                {lost.toLocaleString(locale())}
              </text>
            )}
            <text className="won-month" x={wide / 2} y={bottom + 18}>
              {monthText(month, 'short')}
            </text>
          </g>
        ))}
        <line className="won-line" x1="0" x2={width} y1={middle} y2={middle} />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  )
}
