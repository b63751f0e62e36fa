/** Friends of the house: whom to thank today, who did something for us, and who would be glad to know each other. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { friendsQuery, introductionsQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { CircleTabs } from '../../parts/CircleTabs.tsx'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { usePicked } from '../../parts/use-picked.ts'
import { useSay } from '../../words/words.ts'
import './friends.css'
import { House } from './House.tsx'
import { Introductions, type ProposedPair } from './Introductions.tsx'
import { ProposedDeeds } from './ProposedDeeds.tsx'
import { Thanks } from './Thanks.tsx'
import { useDeeds } from './use-deeds.ts'
import { useIntroductions } from './use-introductions.ts'

const DEEDS_AT_FIRST = 5

const DeedDialog = lazy(() => import('./DeedDialog.tsx'))

export default function FriendsScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const friends = useQuery(friendsQuery)
  const introductions = useQuery(introductionsQuery)
  const [writing, setWriting] = useState(false)
  const { confirm } = useDeeds()
  const { begin, dismiss } = useIntroductions()
  const [all, setAll] = useState(false)
  const deeds = friends.data?.proposed ?? []
  const proposed = all ? deeds : deeds.slice(0, DEEDS_AT_FIRST)
  const pairs = (introductions.data?.proposed ?? []).map(
    (it): ProposedPair => ({ ...it, id: `${it.one.id}-${it.other.id}` }),
  )
  const { picked, rowId } = usePicked<(typeof proposed)[number] | ProposedPair>([...proposed, ...pairs])
  const deed = picked && 'person' in picked ? picked : null
  const pair = picked && 'one' in picked ? picked : null
  useActions({
    step: deed ? () => confirm.mutate({ deed, confirmed: true }) : pair ? () => begin.mutate(pair) : undefined,
    dismiss: deed ? () => confirm.mutate({ deed, confirmed: false }) : pair ? () => dismiss.mutate(pair) : undefined,
    open: deed?.conversationId
      ? () => void navigate({ to: '/c/$id', params: { id: deed.conversationId ?? '' } })
      : undefined,
    history: deed ? () => void navigate({ to: '/people/$id', params: { id: deed.person.id } }) : undefined,
  })
  return (
    <Page
      title={say('circle.title')}
      lead={say('friends.lead')}
      aside={
        <button type="button" className="button" onClick={() => setWriting(true)}>
          <Plus size={18} aria-hidden="true" /> {say('friends.write')}
        </button>
      }
    >
      <CircleTabs />
      {friends.isPending && <Loading lines={6} />}
      {friends.error && !friends.data && (
        <Failed title={say('friends.error')} error={friends.error} again={() => void friends.refetch()} />
      )}
      {friends.data && (
        <>
          <Thanks thanks={friends.data.thanks} />
          <ProposedDeeds
            proposed={proposed}
            pickedId={deed?.id ?? null}
            rowId={rowId}
            onMore={proposed.length < deeds.length ? () => setAll(true) : null}
          />
        </>
      )}
      {introductions.data && (
        <Introductions items={introductions.data.items} proposed={pairs} pickedId={pair?.id ?? null} rowId={rowId} />
      )}
      {friends.data && <House deeds={friends.data.deeds} />}
      {writing && (
        <Suspense>
          <DeedDialog onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </Page>
  )
}
