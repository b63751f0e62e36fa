/** Questions day by day as bars: outline all, filled what was answered in time. Each bar says its figures aloud. */
import type { Waited } from '../../../src/api/objectives/shapes.waited.ts'
import { locale, useSay } from '../../words/words.ts'

const [width, high, gap] = [720, 120, 4]
/** So many bars have room for a day beneath each. */
const mostDays = 15

export function WaitedPlot({ found: { bars, days } }: { found: Waited }) {
  const say = useSay()
  const wide = width / bars.length
  const most = Math.max(1, ...bars.map(({ asked }) => asked))
  const tall = (n: number) => (n / most) * high
  const every = Math.ceil(bars.length / mostDays)
  const words = say('waited.plot', { days: days / bars.length })
  return (
    <figure className="waited-plot">
      <svg viewBox={`0 0 ${width} ${high + 36}`} role="img" aria-label={words}>
        {bars.map(({ to, asked, inTime }, at) => {
          const back = bars.length - 1 - at
          const day = new Date(to).toLocaleDateString(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
          return (
            <g key={to} transform={`translate(${at * wide} 14)`}>
              <title>{`${day}: ${asked} ${say('waited.asked')}, ${inTime} ${say('waited.in-time')}`}</title>
              <rect className="waited-all" x={gap / 2} width={wide - gap} y={high - tall(asked)} height={tall(asked)} />
              <rect
                className="waited-day"
                x={gap / 2}
                width={wide - gap}
                y={high - tall(inTime)}
                height={tall(inTime)}
              />
              {asked > 0 && (
                <text x={wide / 2} y={high - tall(asked) - 4}>
                  {asked}
                </text>
              )}
              {back % every === 0 && (
                <text
                  className="waited-date"
                  x={back === 0 ? wide - gap / 2 : wide / 2}
                  y={high + 16}
                  data-last={back === 0 || undefined}
                >
                  {day}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  )
}
