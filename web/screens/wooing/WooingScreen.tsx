/** Needs wooing: who loses patience with us and why, and how far each is from complaint to friend. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Wooing } from '../../../src/api/people/shapes.wooing.ts'
import { wooingsQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { CircleTabs } from '../../parts/CircleTabs.tsx'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { usePicked } from '../../parts/use-picked.ts'
import { useSay } from '../../words/words.ts'
import { OnTheLadder } from './OnTheLadder.tsx'
import { stepsFor, useSteps } from './use-steps.ts'
import { WooingRow } from './WooingRow.tsx'
import './wooing.css'

const LadderDialog = lazy(() => import('../../parts/LadderDialog.tsx'))

export default function WooingScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const wooings = useQuery(wooingsQuery)
  const items = (wooings.data?.items ?? []).toSorted(mostUrgent)
  const { picked, rowId } = usePicked(items)
  const { take } = useSteps()
  const [onLadder, setOnLadder] = useState<{ id: string; name: string } | null>(null)
  const [next] = picked ? stepsFor(picked) : []
  useActions({
    open: picked?.last
      ? () => void navigate({ to: '/c/$id', params: { id: picked.last?.conversationId ?? '' } })
      : undefined,
    history: picked ? () => void navigate({ to: '/people/$id', params: { id: picked.person.id } }) : undefined,
    ladder: picked ? () => setOnLadder(picked.person) : undefined,
    step: picked && next ? () => take.mutate({ wooing: picked, step: next }) : undefined,
  })
  return (
    <Page title={say('circle.title')} lead={say('wooing.lead')}>
      <CircleTabs />
      {wooings.isPending && <Loading lines={6} />}
      {wooings.error && !wooings.data && (
        <Failed title={say('wooing.error')} error={wooings.error} again={() => void wooings.refetch()} />
      )}
      {wooings.isSuccess && items.length === 0 && (
        <Notice title={say('wooing.none')}>
          <p>{say('wooing.none.more')}</p>
        </Notice>
      )}
      <ol className="wooings" aria-label={say('circle.tab.wooing')}>
        {items.map((wooing) => (
          <WooingRow key={wooing.id} id={rowId(wooing.id)} wooing={wooing} picked={wooing.id === picked?.id} />
        ))}
      </ol>
      <OnTheLadder onOpen={setOnLadder} />
      <p>
        <Link to="/objectives/people">{say('wooing.won-and-lost')}</Link>
      </p>
      {onLadder && (
        <Suspense>
          <LadderDialog person={onLadder} onClose={() => setOnLadder(null)} />
        </Suspense>
      )}
    </Page>
  )
}

/** Whom nobody has answered yet comes first, then whose thanks wait for a yes, then the rest; in each who was spotted first. */
const mostUrgent = (a: Wooing, b: Wooing): number => rank(a) - rank(b) || a.spottedAt.localeCompare(b.spottedAt)
const rank = ({ taken, proposed }: Wooing): number => (taken.length === 0 ? 0 : proposed ? 1 : 2)
