/** Care: how long people waited for a word of ours, by week, room and intent. */
import { useQuery } from '@tanstack/react-query'
import type { WaitedLine } from '../../../src/api/objectives/shapes.returns.ts'
import { waitedQuery } from '../../api/queries.outcomes.ts'
import { timeSpent } from '../../parts/money.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { locale, useSay } from '../../words/words.ts'
import { WaitedPlot } from './WaitedPlot.tsx'
import { weekText } from './week-text.ts'
import './return.css'
import './waited.css'

export default function CareScreen() {
  const say = useSay()
  const found = useQuery(waitedQuery)
  const data = found.data
  return (
    <Page title={say('objectives.tab.care')} lead={say('waited.lead')}>
      <ObjectiveTabs />
      {found.status === 'pending' && <Loading lines={6} />}
      {found.status === 'error' && (
        <Failed title={say('waited.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {data && data.weeks.length === 0 && <Notice title={say('waited.none')} />}
      {data && data.weeks.length > 0 && (
        <>
          <WaitedPlot weeks={data.weeks} />
          <Table
            caption={say('waited.weeks')}
            of={say('waited.week')}
            lines={data.weeks}
            nameOf={({ key }) => weekText(key)}
          />
          <Table
            caption={say('waited.rooms')}
            of={say('waited.of')}
            lines={data.rooms}
            nameOf={({ name }) => name ?? say('return.gone')}
          />
          <Table
            caption={say('waited.intents')}
            of={say('waited.of')}
            lines={data.intents}
            nameOf={({ key }) => say(`waited.intent.${key as 'question'}`)}
          />
        </>
      )}
      {data && (
        <div className="return-method">
          <p>{say('waited.reopened', { closed: data.closed, reopened: data.reopened })}</p>
          <p>{say('waited.method')}</p>
          <p>
            <a href="/api/v1/care/waited.csv" download>
              {say('return.csv')}
            </a>
          </p>
        </div>
      )}
    </Page>
  )
}

type TableProps = {
  caption: string
  of: string
  lines: readonly WaitedLine[]
  nameOf: (line: WaitedLine) => string
}

function Table({ caption, of, lines, nameOf }: TableProps) {
  const say = useSay()
  const wait = (seconds: number | null) => (seconds === null ? '–' : timeSpent(Math.round(seconds)))
  const share = (n: number, all: number) => `${n} (${(n / all).toLocaleString(locale(), { style: 'percent' })})`
  return (
    <div className="return-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {(['asked', 'answered', 'in-a-day', 'median', 'ninety'] as const).map((it) => (
              <th key={it} scope="col">
                {say(`waited.${it}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">
                <bdi>{nameOf(line)}</bdi>
              </th>
              <td>{line.asked}</td>
              <td>{share(line.answered, line.asked)}</td>
              <td>{share(line.inADay, line.asked)}</td>
              <td>{wait(line.median)}</td>
              <td>{wait(line.ninety)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
