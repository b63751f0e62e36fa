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
import { Introductions } from './Introductions.tsx'
import { ProposedDeeds } from './ProposedDeeds.tsx'
import { Thanks } from './Thanks.tsx'
import { useDeeds } from './use-deeds.ts'

const DeedDialog = lazy(() => import('./DeedDialog.tsx'))

export default function FriendsScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const friends = useQuery(friendsQuery)
  const introductions = useQuery(introductionsQuery)
  const [writing, setWriting] = useState(false)
  const { confirm } = useDeeds()
  const proposed = friends.data?.proposed ?? []
  const { picked, rowId } = usePicked(proposed)
  useActions({
    step: picked ? () => confirm.mutate({ deed: picked, confirmed: true }) : undefined,
    open: picked?.conversationId
      ? () => void navigate({ to: '/c/$id', params: { id: picked.conversationId ?? '' } })
      : undefined,
    history: picked ? () => void navigate({ to: '/people/$id', params: { id: picked.person.id } }) : undefined,
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
          <ProposedDeeds proposed={proposed} pickedId={picked?.id ?? null} rowId={rowId} />
        </>
      )}
      {introductions.data && <Introductions introductions={introductions.data} />}
      {friends.data && <House deeds={friends.data.deeds} />}
      {writing && (
        <Suspense>
          <DeedDialog onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </Page>
  )
}
