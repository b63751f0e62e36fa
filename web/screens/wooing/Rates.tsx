/** How many came back, by the month in which they were spotted and by cause. */
import type { Rate } from '../../../src/api/people/shapes.wooing.ts'
import { locale, useSay } from '../../words/words.ts'

export function Rates({ rates }: { rates: readonly Rate[] }) {
  const say = useSay()
  if (rates.length === 0) return null
  return (
    <section className="rates">
      <h2>{say('wooing.rates')}</h2>
      <div className="rates-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('wooing.rates.month')}</th>
              <th scope="col">{say('wooing.rates.cause')}</th>
              <th scope="col">{say('wooing.step.won-back')}</th>
              <th scope="col">{say('wooing.step.lost')}</th>
              <th scope="col">{say('wooing.rates.on-the-way')}</th>
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
    </section>
  )
}

const percent = (share: number) => share.toLocaleString(locale(), { style: 'percent' })
const monthText = (month: string) =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString(locale(), { month: 'long', year: 'numeric' })
