/** The week in words: what changed, and what to do next; to be read on Monday, printed, or kept as a file. */
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { Letter } from '../../../src/api/week/shapes.week.ts'
import { type WeekSearch, weekQuery } from '../../api/queries.week.ts'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { language, useSay } from '../../words/words.ts'
import { mondayBeside } from './monday.ts'
import './week.css'

export default function WeekScreen() {
  const say = useSay()
  const { monday }: WeekSearch = useSearch({ strict: false })
  const of = { lang: language(), ...(monday && { monday }) }
  const found = useQuery(weekQuery(of))
  const { data } = found
  return (
    <Page title={data?.title ?? say('objectives.tab.week')} lead={say('week.lead')}>
      <ObjectiveTabs />
      {found.status === 'pending' && <Loading lines={8} />}
      {found.status === 'error' && (
        <Failed title={say('week.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {data && (
        <>
          <div className="week-acts">
            <Link className="button small" to="/objectives/week" search={{ monday: mondayBeside(data.from, -1) }}>
              {say('week.before')}
            </Link>
            {monday !== undefined && (
              <Link className="button small" to="/objectives/week" search={{}}>
                {say('week.last')}
              </Link>
            )}
            <button type="button" className="button small week-print" onClick={() => print()}>
              {say('week.print')}
            </button>
            <a className="button small" href={`/api/v1/week.pdf?lang=${of.lang}&monday=${data.from}`} download>
              {say('week.pdf')}
            </a>
          </div>
          <Lines heading={say('week.changed')} lines={data.changed} />
          <Lines heading={say('week.next')} lines={data.next} />
          <p className="soft week-mail">
            <Link to="/settings">{say('week.mail')}</Link>
          </p>
        </>
      )}
    </Page>
  )
}

function Lines({ heading, lines }: { heading: string; lines: Letter['changed'] }) {
  return (
    <section className="week-lines">
      <h2>{heading}</h2>
      <ul>
        {lines.map(({ text, to }) => (
          <li key={text}>{to === null ? text : <Lead to={to} text={text} />}</li>
        ))}
      </ul>
    </section>
  )
}

/** The server names a screen as an address; the router wants what stands behind the question mark by itself, and can't know whose it is. */
function Lead({ to, text }: { to: string; text: string }) {
  const [path, query] = to.split('?')
  const asked = [...new URLSearchParams(query)].map(([name, text]) => [name, /^\d+$/.test(text) ? Number(text) : text])
  return (
    <Link to={path} search={Object.fromEntries(asked) as never}>
      <bdi>{text}</bdi>
    </Link>
  )
}
