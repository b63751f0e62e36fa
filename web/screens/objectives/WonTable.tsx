/** All, and each month and cause: won back, lost, on the way. A number opens its people. */
import type { WonAndLost } from '../../../src/api/people/shapes.won.ts'
import type { Fate, WonSearch } from '../../api/queries.won.ts'
import { locale, useSay } from '../../words/words.ts'
import { monthText } from './won-months.ts'

type Props = { found: WonAndLost; onOpen: (number: WonSearch) => void }

export function WonTable({ found, onOpen }: Props) {
  const say = useSay()
  return (
    <div className="return-table">
      <table>
        <caption className="aloud">{say('won.table')}</caption>
        <thead>
          <tr>
            {(['month', 'cause', 'won-back', 'lost', 'on-the-way'] as const).map((it) => (
              <th key={it} scope="col">
                {say(`won.${it}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.rates.map(({ month, cause, ...numbers }, at) => {
            const first = found.rates[at - 1]?.month !== month
            const why = say(`wooing.cause.${cause}`)
            const name = `${monthText(month, 'long')}, ${why}`
            return (
              <tr key={`${month} ${cause}`}>
                <th scope="row">
                  <span className={first ? undefined : 'aloud'}>{monthText(month, 'long')}</span>
                </th>
                <td>{why}</td>
                <Numbers of={numbers} name={name} part={{ month, cause }} onOpen={onOpen} />
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('won.all')}</th>
            <td />
            <Numbers of={found.all} name={say('won.all')} part={{}} onOpen={onOpen} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

type NumbersProps = { of: WonAndLost['all']; name: string; part: WonSearch; onOpen: Props['onOpen'] }

function Numbers({ of: { wonBack, lost, onTheWay }, name, part, onOpen }: NumbersProps) {
  const say = useSay()
  const share = wonBack + lost === 0 ? '' : ` (${percent(wonBack / (wonBack + lost))})`
  const cell = (fate: Fate, n: number, more = '') => (
    <td>
      {n === 0 ? (
        <span className="soft">0{more}</span>
      ) : (
        <button
          type="button"
          className="link"
          aria-label={say('won.open', { of: name, number: say(`won.${fate}`), n: n.toLocaleString(locale()) })}
          onClick={() => onOpen({ ...part, fate })}
        >
          {n.toLocaleString(locale())}
          {more}
        </button>
      )}
    </td>
  )
  return (
    <>
      {cell('won-back', wonBack, share)}
      {cell('lost', lost)}
      {cell('on-the-way', onTheWay)}
    </>
  )
}

const percent = (share: number) => share.toLocaleString(locale(), { style: 'percent' })
