/** A person's own page: the panel beside their conversations, whole, and which of their names are one human. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Link2, MessageSquarePlus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { likelyQuery, personQuery, roomsQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Page } from '../../parts/Page.tsx'
import { PersonPanel } from '../../parts/PersonPanel.tsx'
import { later, useSay } from '../../words/words.ts'
import { CardFacts } from './CardFacts.tsx'
import { Joins } from './Joins.tsx'
import { Kind } from './Kind.tsx'
import { LikelyList } from './LikelyList.tsx'
import { Moments } from './Moments.tsx'
import { MyTie } from './MyTie.tsx'
import { Orders } from './Orders.tsx'
import './people.css'
import { ShowAndForget } from './ShowAndForget.tsx'
import { useJoining } from './use-joining.ts'

const JoinDialog = lazy(() => import('./JoinDialog.tsx'))
const SpeakDialog = lazy(later(() => import('../speaking/SpeakDialog.tsx')))
const MomentDialog = lazy(() => import('../../parts/MomentDialog.tsx'))

export default function PersonScreen() {
  const say = useSay()
  const { id = '' } = useParams({ strict: false })
  const person = useQuery(personQuery(id)).data
  const likely = useQuery({ ...likelyQuery(id), enabled: person !== undefined }).data?.items ?? []
  const { takeApart } = useJoining()
  /** With whom; `somebody` is still to be chosen. */
  const [joining, setJoining] = useState<string | null>(null)
  const [remembering, setRemembering] = useState(false)
  const [speaking, setSpeaking] = useState(false)
  const channels = new Set(person?.identities.map(({ channel }) => channel))
  const rooms = (useQuery(roomsQuery).data ?? []).filter((room) => channels.has(room.channel))
  const last = person?.joins[0]
  useActions({
    remember: person && (() => setRemembering(true)),
    speak: person && rooms.length > 0 ? () => setSpeaking(true) : undefined,
    join: person && (() => setJoining(likely[0]?.id ?? 'somebody')),
    apart: last && (() => takeApart.mutate(last)),
  })

  return (
    <Page
      title={person?.name ?? say('app.unknown')}
      aside={
        person && (
          <>
            {rooms.length > 0 && (
              <ActionButton
                action="speak"
                icon={<MessageSquarePlus size={18} aria-hidden="true" />}
                onPress={() => setSpeaking(true)}
              />
            )}
            <ActionButton
              action="join"
              icon={<Link2 size={18} aria-hidden="true" />}
              onPress={() => setJoining('somebody')}
            />
          </>
        )
      }
    >
      <div className="person-page">
        <div>
          {person && <Moments person={person} onRemember={() => setRemembering(true)} />}
          {person && <Orders person={person} />}
          <PersonPanel id={id} whole />
        </div>
        {person && (
          <aside className="person-names-side">
            <LikelyList person={person} likely={likely} onLook={setJoining} />
            <CardFacts person={person} />
            <MyTie person={person} />
            <Joins person={person} />
            <Kind person={person} />
            <ShowAndForget person={person} />
          </aside>
        )}
      </div>
      {person && speaking && (
        <Suspense>
          <SpeakDialog rooms={rooms} person={person} onClose={() => setSpeaking(false)} />
        </Suspense>
      )}
      {person && remembering && (
        <Suspense>
          <MomentDialog person={person} onClose={() => setRemembering(false)} />
        </Suspense>
      )}
      {person && joining !== null && (
        <Suspense>
          <JoinDialog
            person={person}
            other={joining === 'somebody' ? null : joining}
            onClose={() => setJoining(null)}
          />
        </Suspense>
      )}
    </Page>
  )
}
