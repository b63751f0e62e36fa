/** How many came back, by the month in which they were spotted and by cause. It is a CSV too. */
import type { Rate } from '../../../src/api/people/shapes.wooing.ts'
import { CsvLink } from '../../parts/CsvLink.tsx'
import { locale, useSay } from '../../words/words.ts'

export function Rates({ rates }: { rates: readonly Rate[] }) {
  const say = useSay()
  if (rates.length === 0) return null
  const title = say('wooing.rates')
  const head = [
    say('wooing.rates.month'),
    say('wooing.rates.cause'),
    say('wooing.step.won-back'),
    say('wooing.step.lost'),
    say('wooing.rates.on-the-way'),
  ]
  return (
    <section className="rates">
      <h2>{title}</h2>
      <div className="rates-table">
        <table>
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
            {rates.map(({ month, cause, wonBack, lost, onTheWay }) => (
              <tr key={`${month} ${cause}`}>
                <td>{monthText(month)}</td>
                <td>{say(`wooing.cause.${cause}`)}</td>
                <td>
                  {wonBack}
                  {wonBack + lost > 0 && (
                    <span className="soft">
                      {' '}
                      {say('wooing.rates.share', { n: percent(wonBack / (wonBack + lost)) })}
                    </span>
                  )}
                </td>
                <td>{lost}</td>
                <td>{onTheWay}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CsvLink
        title={title}
        head={head}
        rows={rates.map(({ month, cause, wonBack, lost, onTheWay }) => [
          month,
          say(`wooing.cause.${cause}`),
          wonBack,
          lost,
          onTheWay,
        ])}
      />
    </section>
  )
}

const percent = (share: number) => share.toLocaleString(locale(), { style: 'percent' })
const monthText = (month: string) =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString(locale(), { month: 'long', year: 'numeric' })
