/** What talking was worth and what it cost: by objective, room, question and month. Every number opens its rows. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Return } from '../../../src/api/objectives/shapes.returns.ts'
import { type Behind, fileOf, returnQuery } from '../../api/queries.outcomes.ts'
import { meQuery } from '../../api/queries.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { ObjectiveTabs } from '../../parts/ObjectiveTabs.tsx'
import { Page } from '../../parts/Page.tsx'
import { useSay } from '../../words/words.ts'
import { CareRows } from './CareRows.tsx'
import { OutcomeRows } from './OutcomeRows.tsx'
import { Price } from './Price.tsx'
import { ReturnTable } from './ReturnTable.tsx'
import './return.css'

const OutcomeDialog = lazy(() => import('../../parts/OutcomeDialog.tsx'))
const groupings: readonly Return['by'][] = ['objective', 'room', 'question', 'month']

/** What is opened beneath the table: the outcomes or the minutes behind a number of `key`; without one, all of them. */
export type Opened = { rows: 'outcomes' | 'care'; key?: string }

export default function ReturnScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data?.teammate
  const { each: by = 'objective', rows, key } = useSearch({ strict: false })
  const found = useQuery(returnQuery(by))
  const [writing, setWriting] = useState(false)
  const go = (each: Return['by'], opened: Partial<Opened> = {}) =>
    void navigate({ to: '/objectives/return', search: { ...opened, each }, resetScroll: false })
  const behind: Behind = key === undefined || key === 'all' ? {} : { [by]: key }
  const title = found.data?.items.find((it) => (it.key ?? 'none') === key)?.name ?? key

  return (
    <Page
      title={say('return.title')}
      lead={say('return.lead')}
      aside={
        <button type="button" className="button" onClick={() => setWriting(true)}>
          <Plus size={16} aria-hidden="true" /> {say('outcome.write')}
        </button>
      }
    >
      <ObjectiveTabs />
      <fieldset className="return-by">
        <legend>{say('return.by')}</legend>
        {groupings.map((it) => (
          <button key={it} type="button" className="button small" aria-pressed={it === by} onClick={() => go(it)}>
            {say(`return.by.${it}`)}
          </button>
        ))}
        <a className="button small" href={fileOf('return', { by })} download>
          {say('return.csv')}
        </a>
        <button type="button" className="button small" onClick={() => go(by, { rows: 'care', key: 'mine' })}>
          {say('care.mine')}
        </button>
      </fieldset>
      {found.status === 'pending' && <Loading lines={6} />}
      {found.status === 'error' && (
        <Failed title={say('return.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {found.data && found.data.items.length === 0 && (
        <Notice title={say('return.none')}>
          <p>{say('return.none.more')}</p>
        </Notice>
      )}
      {found.data && found.data.items.length > 0 && (
        <ReturnTable found={found.data} onOpen={(opened) => go(found.data.by, opened)} />
      )}
      {found.data && (
        <div className="return-method">
          <p>{say('return.method')}</p>
          <p>{say('return.method.care')}</p>
          <Price price={found.data.price} mayChange={me?.role === 'owner'} />
        </div>
      )}
      {rows === 'outcomes' && <OutcomeRows behind={behind} title={key === 'all' ? undefined : title} />}
      {rows === 'care' && key === 'mine' && <CareRows behind={{ teammate: 'me' }} mine />}
      {rows === 'care' && key !== 'mine' && <CareRows behind={behind} title={key === 'all' ? undefined : title} />}
      {writing && (
        <Suspense>
          <OutcomeDialog person={null} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </Page>
  )
}
