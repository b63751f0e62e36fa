/** Messages by week, each tone a layer with a pattern of its own, so that it reads in black and white; in words and as a table too. */
import { useId } from 'react'
import type { Voice } from '../../../src/api/listening/shapes.voice.ts'
import { CsvLink } from '../../parts/CsvLink.tsx'
import { locale, useSay } from '../../words/words.ts'

const tones = ['angry', 'annoyed', 'sad', 'plain', 'glad'] as const
const [width, height, gap] = [52, 180, 8]

export function TonesByWeek({ weeks }: { weeks: Voice['weeks'] }) {
  const say = useSay()
  const id = useId()
  const sum = (week: Voice['weeks'][number]) => tones.reduce((total, tone) => total + week[tone], 0)
  const top = weeks.reduce((most, it) => (sum(it) > sum(most) ? it : most), weeks[0] as Voice['weeks'][number])
  const all = weeks.reduce((total, it) => total + sum(it), 0)
  if (all === 0) return <p className="soft">{say('voice.weeks.none')}</p>
  const told = say('voice.weeks.told', {
    n: all,
    unhappy: weeks.reduce((total, { angry, annoyed }) => total + angry + annoyed, 0),
    top: weekText(top.week),
    most: sum(top),
  })
  const head = [say('voice.week'), ...tones.map((tone) => say(`voice.tone.${tone}`))]
  return (
    <figure className="voice-weeks">
      <svg viewBox={`0 0 ${weeks.length * width} ${height + 40}`} role="img" aria-label={told}>
        <Patterns id={id} />
        {weeks.map((week, at) => {
          let below = 0
          return (
            <g key={week.week} transform={`translate(${at * width + gap / 2} 0)`}>
              {tones.map((tone) => {
                const tall = (week[tone] / sum(top)) * height
                below += tall
                return (
                  <rect
                    key={tone}
                    x={0}
                    y={height + 16 - below}
                    width={width - gap}
                    height={tall}
                    className="voice-layer"
                    fill={`url(#${id}-${tone})`}
                  >
                    <title>{`${weekText(week.week)}, ${say(`voice.tone.${tone}`)}: ${week[tone]}`}</title>
                  </rect>
                )
              })}
              <text x={(width - gap) / 2} y={height + 11 - below} className="voice-count">
                {sum(week) || ''}
              </text>
              <text x={(width - gap) / 2} y={height + 34} className="voice-week">
                {at % 2 === 0 ? weekText(week.week) : ''}
              </text>
            </g>
          )
        })}
      </svg>
      <ul className="voice-key" aria-hidden="true">
        {tones.map((tone) => (
          <li key={tone}>
            <svg width="16" height="16" aria-hidden="true">
              <rect width="16" height="16" className="voice-layer" fill={`url(#${id}-${tone})`} />
            </svg>{' '}
            {say(`voice.tone.${tone}`)}
          </li>
        ))}
      </ul>
      <p className="soft">{told}</p>
      <details>
        <summary>{say('voice.table')}</summary>
        <table className="plain-table">
          <thead>
            <tr>
              {head.map((word) => (
                <th key={word} scope="col">
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.week}>
                <th scope="row">{weekText(week.week)}</th>
                {tones.map((tone) => (
                  <td key={tone}>{week[tone]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <CsvLink
        title={say('voice.weeks')}
        head={head}
        rows={weeks.map((week) => [week.week, ...tones.map((tone) => week[tone])])}
      />
    </figure>
  )
}

/** From the darkest to the lightest: full, lines, dots, grey, empty. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}-angry`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="voice-ink" />
      </pattern>
      <pattern id={`${id}-annoyed`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className="voice-paper" />
        <rect width="3" height="6" className="voice-ink" />
      </pattern>
      <pattern id={`${id}-sad`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="voice-paper" />
        <circle cx="3" cy="3" r="1.4" className="voice-ink" />
      </pattern>
      <pattern id={`${id}-plain`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="voice-grey" />
      </pattern>
      <pattern id={`${id}-glad`} width="4" height="4" patternUnits="userSpaceOnUse">
        <rect width="4" height="4" className="voice-paper" />
      </pattern>
    </defs>
  )
}

/** Weeks begin on the Monday of UTC, whatever the reader's clock says. */
const weekText = (week: string): string =>
  new Date(`${week}T00:00:00Z`).toLocaleDateString(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
