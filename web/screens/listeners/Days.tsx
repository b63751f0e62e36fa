/** How many messages there were on each of the last days, as small bars; in words for who does not see them. */
import type { Reading } from '../../../src/api/listening/shapes.listeners.ts'
import { locale, useSay } from '../../words/words.ts'

type Found = NonNullable<Reading['found']>

export function Days({ days, since, atLeast }: Pick<Found, 'days' | 'since' | 'atLeast'>) {
  const say = useSay()
  const most = Math.max(1, ...days.map(({ messages }) => messages))
  const busiest = days.reduce((top, day) => (day.messages > top.messages ? day : top), { day: '', messages: 0 })
  const first = days[0]?.day ?? ''
  const last = days.at(-1)?.day ?? ''
  const counted = since.slice(0, 10)
  const told =
    busiest.messages === 0
      ? say('tried.days.none')
      : say('tried.days', { n: busiest.messages, day: dayText(busiest.day) })
  return (
    <figure className="days">
      <div className="days-bars" role="img" aria-label={told}>
        {days.map(({ day, messages }) => (
          <span
            key={day}
            className="day"
            title={`${dayText(day)}: ${messages.toLocaleString(locale())}`}
            data-uncounted={(atLeast && day < counted) || undefined}
            style={{ '--share': messages / most } as React.CSSProperties}
          />
        ))}
      </div>
      <figcaption className="days-ends" aria-hidden="true">
        <span>{dayText(first)}</span>
        {busiest.messages > 0 && <span>{told}</span>}
        <span>{dayText(last)}</span>
      </figcaption>
    </figure>
  )
}

/** Days are those of UTC, whatever the reader's clock says. */
function dayText(day: string): string {
  if (day === '') return ''
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' })
}
