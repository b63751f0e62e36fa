/** How long people waited: all, each room, each intent, beside as many days before. A number opens the talks behind it. */
import type { Figures, Waited, WaitedLine } from '../../../src/api/objectives/shapes.waited.ts'
import type { BehindNumber, WaitedSearch } from '../../api/queries.waited.ts'
import { inTimeBy } from '../../parts/in-time.ts'
import { timeSpent } from '../../parts/money.ts'
import { locale, useSay } from '../../words/words.ts'

type By = 'all' | 'room' | 'intent'
type Say = ReturnType<typeof useSay>
type Props = { found: Waited; onOpen: (part: WaitedSearch) => void }

const columns = ['asked', 'answered', 'in-time', 'median', 'ninety', 'closed', 'reopened'] as const

export function WaitedTable({ found, onOpen }: Props) {
  const say = useSay()
  const { asked, closed } = found.all.before
  // A desk that is younger than both spans has nothing to set beside.
  const past = asked + closed > 0
  return (
    <div className="return-table">
      <table>
        <caption className="aloud">{say('waited.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('waited.of')}</th>
            {columns.map((it) => (
              <th key={it} scope="col">
                {say(`waited.${it}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line line={found.all} by="all" past={past} onOpen={onOpen} />
        </tbody>
        <Group by="room" lines={found.rooms} title={say('waited.rooms')} past={past} onOpen={onOpen} />
        <Group by="intent" lines={found.intents} title={say('waited.intents')} past={past} onOpen={onOpen} />
      </table>
    </div>
  )
}

type GroupProps = { by: By; lines: readonly WaitedLine[]; title: string; past: boolean; onOpen: Props['onOpen'] }

function Group({ by, lines, title, past, onOpen }: GroupProps) {
  return (
    <tbody>
      <tr className="waited-group">
        <th scope="rowgroup" colSpan={columns.length + 1}>
          {title}
        </th>
      </tr>
      {lines.map((line) => (
        <Line key={line.key} line={line} by={by} past={past} onOpen={onOpen} />
      ))}
    </tbody>
  )
}

export const nameOfLine = ({ key, name }: WaitedLine, by: By, say: Say): string =>
  by === 'all'
    ? say('waited.all')
    : by === 'room'
      ? (name ?? say('return.gone'))
      : say(`waited.intent.${key as 'question'}`)

type LineProps = { line: WaitedLine; by: By; past: boolean; onOpen: Props['onOpen'] }

function Line({ line, by, past, onOpen }: LineProps) {
  const say = useSay()
  const name = nameOfLine(line, by, say)
  const part = by === 'room' ? { room: line.key } : by === 'intent' ? { intent: line.key } : {}
  const cell = (which: BehindNumber, words: (of: Figures) => string | null, more = '') => {
    const [now, before] = [words(line), words(line.before)]
    return (
      <td>
        {now === null ? (
          <span className="soft">–</span>
        ) : (
          <button
            type="button"
            className="link"
            aria-label={say('waited.open', { of: name, number: say(`waited.${which}`), value: now })}
            onClick={() => onOpen({ ...part, which })}
          >
            {now}
          </button>
        )}
        {more && <span className="waited-before">{more}</span>}
        {past && before !== null && <span className="waited-before">{say('waited.before', { value: before })}</span>}
      </td>
    )
  }
  const wait = (seconds: number | null) => (seconds === null ? null : timeSpent(Math.round(seconds)))
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {cell('asked', ({ asked }) => asked.toLocaleString(locale()))}
      {cell('answered', ({ answered, asked }) => share(answered, asked))}
      {cell(
        'in-time',
        ({ inTime, due }) => share(inTime, due),
        line.due > 0 ? say('waited.by', { by: inTimeBy(line) }) : '',
      )}
      {cell('longest', ({ median }) => wait(median))}
      {cell('longest', ({ ninety }) => wait(ninety))}
      {cell('closed', ({ closed }) => closed.toLocaleString(locale()))}
      {cell('reopened', ({ reopened, closed }) => share(reopened, closed))}
    </tr>
  )
}

/** "9 (75%)"; null: of none there is no share. */
const share = (n: number, of: number): string | null =>
  of === 0 ? null : `${n.toLocaleString(locale())} (${(n / of).toLocaleString(locale(), { style: 'percent' })})`
