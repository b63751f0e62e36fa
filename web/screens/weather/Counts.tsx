/** How much was said by 5 minutes, as bars: their dark foot is what was said in anger. Also in words, and as a table. */
import type { StormInFull } from '../../../src/api/listening/shapes.weather.ts'
import { locale, useSay } from '../../words/words.ts'

const slotMs = 300_000

export function Counts({ storm: { counts, warnedAt } }: { storm: StormInFull }) {
  const say = useSay()
  const slots = withEmpty(counts)
  const [first, last] = [slots[0], slots.at(-1)]
  if (first === undefined || last === undefined) return <p className="soft">{say('storm.counts.none')}</p>
  const top = slots.reduce((most, it) => (it.said > most.said ? it : most))
  const sum = (of: 'said' | 'unhappy') => slots.reduce((total, it) => total + it[of], 0)
  const told = say('storm.counts.told', {
    from: timeText(first.begins),
    to: timeText(last.begins + slotMs),
    n: sum('said'),
    unhappy: sum('unhappy'),
    top: timeText(top.begins),
    most: top.said,
  })
  return (
    <figure className="counts">
      <div className="counts-bars" role="img" aria-label={told}>
        {slots.map(({ begins, said, unhappy }) => (
          <span
            key={begins}
            className="counts-bar"
            data-warned={isWithin(warnedAt, begins) || undefined}
            title={`${timeText(begins)}: ${said}`}
            style={{ '--said': said / top.said, '--unhappy': unhappy / top.said } as React.CSSProperties}
          />
        ))}
      </div>
      <figcaption aria-hidden="true">
        <span>{timeText(first.begins)}</span>
        <span>{say('storm.counts.key')}</span>
        <span>{timeText(last.begins + slotMs)}</span>
      </figcaption>
      <p className="soft">{told}</p>
      <details>
        <summary>{say('storm.counts.table')}</summary>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{say('storm.counts.time')}</th>
              <th scope="col">{say('storm.counts.said')}</th>
              <th scope="col">{say('storm.counts.unhappy')}</th>
            </tr>
          </thead>
          <tbody>
            {slots
              .filter(({ said }) => said > 0)
              .map(({ begins, said, unhappy }) => (
                <tr key={begins}>
                  <th scope="row">{timeText(begins)}</th>
                  <td>{said}</td>
                  <td>{unhappy}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

type Slot = { begins: number; said: number; unhappy: number }

/** Where nothing was said, nothing was counted. */
function withEmpty(counts: StormInFull['counts']): Slot[] {
  const at = new Map(counts.map(({ begins, ...it }) => [Date.parse(begins), it]))
  const [first, last] = [Math.min(...at.keys()), Math.max(...at.keys())]
  if (at.size === 0) return []
  return Array.from({ length: (last - first) / slotMs + 1 }, (_, n) => {
    const begins = first + n * slotMs
    return { begins, ...(at.get(begins) ?? { said: 0, unhappy: 0 }) }
  })
}

const isWithin = (time: string, begins: number): boolean => {
  const at = Date.parse(time)
  return at >= begins && at < begins + slotMs
}
const timeText = (at: number): string =>
  new Date(at).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' })
