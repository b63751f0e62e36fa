/** People won and lost: who lost patience with us and came back, or did not, by month and cause. Every number opens its people. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { WonAndLost } from '../../../src/api/people/shapes.won.ts'
import { type WonSearch, wonAndLostQuery } from '../../api/queries.won.ts'
import { moneyText } from '../../parts/money.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { locale, useSay } from '../../words/words.ts'
import { WonPeople } from './WonPeople.tsx'
import { WonPlot } from './WonPlot.tsx'
import { WonTable } from './WonTable.tsx'
import './return.css'
import './won.css'

export default function WonScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const search: WonSearch = useSearch({ strict: false })
  const found = useQuery(wonAndLostQuery)
  const go = (next: WonSearch) => void navigate({ to: '/objectives/people', search: next, resetScroll: false })
  const { data } = found
  return (
    <Page title={say('won.title')} lead={say('won.lead')}>
      <ObjectiveTabs />
      {found.status === 'pending' && <Loading lines={6} />}
      {found.status === 'error' && (
        <Failed title={say('won.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {data?.rates.length === 0 && (
        <Notice title={say('won.none')}>
          <p>
            <Link to="/circle/wooing">{say('won.none.more')}</Link>
          </p>
        </Notice>
      )}
      {data && data.rates.length > 0 && (
        <>
          <div className="return-by">
            <a className="button small" href="/api/v1/won-and-lost.csv" download>
              {say('return.csv')}
            </a>
          </div>
          {data.all.wonBack + data.all.lost > 0 && <WonPlot found={data} />}
          <Since after={data.after} />
          <WonTable found={data} onOpen={go} />
          <p className="return-method">{say('won.method')}</p>
          {search.fate !== undefined && <WonPeople of={{ ...search, fate: search.fate }} />}
        </>
      )}
    </Page>
  )
}

/** What came of those who were won back, in a sentence or two. */
function Since({ after: { days, people, spokeAgain, outcomes, values } }: { after: WonAndLost['after'] }) {
  const say = useSay()
  if (days === null) return null
  const n = (value: number) => value.toLocaleString(locale(), { maximumFractionDigits: value < 10 ? 1 : 0 })
  return (
    <p className="won-since">
      {say('won.days', { median: n(days.median), ninety: n(days.ninety) })}{' '}
      {say('won.again', { people, again: spokeAgain })}{' '}
      {outcomes > 0 &&
        say('won.outcomes', {
          n: outcomes,
          value: values.map(({ cents, currency }) => moneyText(cents, currency)).join(' + '),
        })}
    </p>
  )
}
