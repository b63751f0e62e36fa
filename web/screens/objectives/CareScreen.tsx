/** Care: how long people waited for a word of ours, by room and by what was meant. Every number opens the talks behind it. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Waited } from '../../../src/api/objectives/shapes.waited.ts'
import { spans, type WaitedSearch, waitedQuery } from '../../api/queries.waited.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { WaitedBehind } from './WaitedBehind.tsx'
import { WaitedPlot } from './WaitedPlot.tsx'
import { nameOfLine, WaitedTable } from './WaitedTable.tsx'
import './return.css'
import './waited.css'

export default function CareScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const { days = 30, which, room, intent }: WaitedSearch = useSearch({ strict: false })
  const found = useQuery(waitedQuery(days))
  const go = (search: WaitedSearch) => void navigate({ to: '/objectives/care', search, resetScroll: false })
  const data = found.data
  const nothing = data !== undefined && [data.all, data.all.before].every(({ asked, closed }) => asked + closed === 0)
  const { by, line } = partOf(data, { room, intent })
  return (
    <Page title={say('objectives.tab.care')} lead={say('waited.lead')}>
      <ObjectiveTabs />
      <fieldset className="return-by">
        <legend>{say('waited.span')}</legend>
        {spans.map((it) => (
          <button
            key={it}
            type="button"
            className="button small"
            aria-pressed={it === days}
            onClick={() => go({ days: it })}
          >
            {say('waited.days', { days: it })}
          </button>
        ))}
        <a className="button small" href={`/api/v1/care/waited.csv?days=${days}`} download>
          {say('return.csv')}
        </a>
      </fieldset>
      {found.status === 'pending' && <Loading lines={6} />}
      {found.status === 'error' && (
        <Failed title={say('waited.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {nothing && <Notice title={say('waited.none')} />}
      {data && !nothing && (
        <>
          <WaitedPlot found={data} />
          <WaitedTable found={data} onOpen={(part) => go({ days, ...part })} />
          <div className="return-method">
            <p>{say('waited.method')}</p>
            <p>{say('waited.method.in-time')}</p>
          </div>
          {which !== undefined && line !== undefined && (
            <WaitedBehind
              of={{ days: String(data.days), to: data.to, which, ...(room && { room }), ...(intent && { intent }) }}
              name={nameOfLine(line, by, say)}
            />
          )}
        </>
      )}
    </Page>
  )
}

/** The line whose number was opened, and by what its table stands: a room, an intent, or all. */
function partOf(found: Waited | undefined, { room, intent }: Pick<WaitedSearch, 'room' | 'intent'>) {
  if (room !== undefined) return { by: 'room', line: found?.rooms.find(({ key }) => key === room) } as const
  if (intent !== undefined) return { by: 'intent', line: found?.intents.find(({ key }) => key === intent) } as const
  return { by: 'all', line: found?.all } as const
}
