/** The table of the return: three ways of crediting side by side, and each number a way to its rows. */
import type { Return, ReturnLine } from '../../../src/api/objectives/shapes.returns.ts'
import { moneyText, timeSpent } from '../../parts/money.ts'
import { locale, useSay } from '../../words/words.ts'
import type { Opened } from './ReturnScreen.tsx'

type Props = { found: Return; onOpen: (opened: Opened) => void }

export function ReturnTable({ found, onOpen }: Props) {
  const say = useSay()
  const { by, items, total } = found
  // An outcome that touched two rooms is one: it can be counted by objective and month alone.
  const counts = by === 'objective' || by === 'month'
  return (
    <div className="return-table">
      <table>
        <caption className="aloud">{say('return.caption', { by: say(`return.by.${by}`) })}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {say(`return.by.${by}`)}
            </th>
            {counts && (
              <th scope="col" rowSpan={2}>
                {say('return.outcomes')}
              </th>
            )}
            <th scope="colgroup" colSpan={3}>
              {say('return.value')}
            </th>
            <th scope="colgroup" colSpan={2}>
              {say('return.care')}
            </th>
            <th scope="colgroup" colSpan={3}>
              {say('return.return')}
            </th>
          </tr>
          <tr>
            {(['value', 'return'] as const).map((of) => [
              ...(of === 'return'
                ? [
                    <th key="time" scope="col">
                      {say('return.time')}
                    </th>,
                    <th key="cost" scope="col">
                      {say('return.cost')}
                    </th>,
                  ]
                : []),
              ...(['first', 'last', 'shared'] as const).map((way) => (
                <th key={`${of} ${way}`} scope="col">
                  {say(`return.way.${way}`)}
                </th>
              )),
            ])}
          </tr>
        </thead>
        <tbody>
          {items.map((line) => (
            <Line key={`${line.key} ${line.currency}`} line={line} by={by} counts={counts} onOpen={onOpen} />
          ))}
        </tbody>
        <tfoot>
          {total.map((line) => (
            <Line key={line.currency} line={line} by={null} counts={counts} onOpen={onOpen} />
          ))}
        </tfoot>
      </table>
    </div>
  )
}

type LineProps = { line: ReturnLine; by: Return['by'] | null; counts: boolean; onOpen: Props['onOpen'] }

function Line({ line, by, counts, onOpen }: LineProps) {
  const say = useSay()
  const { currency, costCents, returnCents, seconds } = line
  const key = by === null ? 'all' : (line.key ?? 'none')
  const name = nameOf(line, by, say)
  // Only minutes, and nobody said what an hour costs: there is no money in it.
  const money = (cents: number) => (currency === '' ? '–' : moneyText(cents, currency))
  const cell = (text: string, rows: Opened['rows'], what: string) => (
    <td>
      <button
        type="button"
        className="link"
        aria-label={`${name}, ${what}: ${text}`}
        onClick={() => onOpen({ rows, key })}
      >
        {text}
      </button>
    </td>
  )
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {counts && cell(line.outcomes.toLocaleString(locale()), 'outcomes', say('return.outcomes'))}
      {cell(money(line.firstCents), 'outcomes', say('return.way.first'))}
      {cell(money(line.lastCents), 'outcomes', say('return.way.last'))}
      {cell(money(line.sharedCents), 'outcomes', say('return.way.shared'))}
      {seconds > 0 ? cell(timeSpent(seconds), 'care', say('return.time')) : <td className="soft">–</td>}
      {costCents === null || seconds === 0 ? (
        <td className="soft">–</td>
      ) : (
        cell(money(costCents), 'care', say('return.cost'))
      )}
      {(['first', 'last', 'shared'] as const).map((way) => (
        <td key={way} className="return-sum" data-below={(returnCents !== null && returnCents[way] < 0) || undefined}>
          {returnCents === null ? '–' : money(returnCents[way])}
        </td>
      ))}
    </tr>
  )
}

function nameOf({ key, name }: ReturnLine, by: Return['by'] | null, say: ReturnType<typeof useSay>): string {
  if (by === null) return say('return.total')
  if (key === null) return say(`return.none.${by as 'room'}`)
  if (by !== 'month') return name ?? say('return.gone')
  return new Date(`${key}-15T12:00:00Z`).toLocaleDateString(locale(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
