/** One conversation: who, the whole thread, the person beside it, and the place to answer. */
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../../src/api/shapes.ts'
import { Refused } from '../../api/client.ts'
import { conversationQuery, meQuery } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import { Brief } from '../../parts/Brief.tsx'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { PersonPanel } from '../../parts/PersonPanel.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { useSay } from '../../words/words.ts'
import { useDesk } from '../waiting-list/desk.ts'
import { lineActions } from '../waiting-list/line-actions.ts'
import { Composer } from './Composer.tsx'
import { ConversationHead } from './ConversationHead.tsx'
import { Thread } from './Thread.tsx'
import { useCare } from './use-care.ts'
import { useCorrecting } from './use-correcting.tsx'
import { useLadder } from './use-ladder.tsx'
import { useRemembering } from './use-remembering.tsx'
import './conversation.css'
import './conversation.narrow.css'

export default function ConversationScreen() {
  const say = useSay()
  const { id = '' } = useParams({ strict: false })
  const { m: messageId } = useSearch({ strict: false })
  const talk = useQuery(conversationQuery(id))
  const missing = talk.error instanceof Refused && talk.error.problem.status === 404
  if (missing) return <Notice title={say('talk.deleted')} page />
  if (talk.data === undefined && talk.error) {
    return <Failed title={say('talk.error')} error={talk.error} again={() => void talk.refetch()} />
  }
  if (talk.data === undefined) return <Loading lines={6} />
  return <Talk key={id} talk={talk.data} messageId={messageId ?? null} />
}

function Talk({ talk, messageId }: { talk: Conversation; messageId: string | null }) {
  const say = useSay()
  const desk = useDesk()
  const me = useQuery(meQuery).data?.teammate
  const [personShown, setPersonShown] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const name = talk.person?.name ?? talk.title ?? say('app.unknown')
  const original = originalOf(talk)
  const correcting = useCorrecting(talk)
  const remembering = useRemembering(talk)
  const ladder = useLadder(talk)
  useTitle(name)
  useCare(talk.id)

  // Where the list is not on screen (a phone) the focus would be lost with it.
  useEffect(() => {
    const focused = document.activeElement
    if (focused === null || focused === document.body || !focused.checkVisibility()) head.current?.focus()
  }, [])

  useActions({
    ...lineActions(talk, desk, me),
    ...correcting.actions,
    ...remembering.actions,
    ...ladder.actions,
    original: original === null ? undefined : () => openOriginal(original),
    open: original === null ? undefined : () => openOriginal(original),
    person: talk.person === null ? undefined : () => setPersonShown((shown) => !shown),
    back: personShown ? () => setPersonShown(false) : desk.back,
  })

  return (
    <div className="talk" data-person={personShown || undefined}>
      <article className="talk-main" aria-label={say('talk.thread')}>
        <ConversationHead
          ref={head}
          talk={talk}
          name={name}
          original={original}
          personShown={personShown}
          onPerson={() => setPersonShown((shown) => !shown)}
        />
        <Thread talk={talk} messageId={messageId} onCorrect={correcting.begin} {...remembering.offering} />
        {talk.person && (
          <div className="talk-brief">
            <Brief person={talk.person.id} except={talk.id} />
          </div>
        )}
        <Composer talk={talk} name={name} original={original} />
      </article>
      {talk.person && (
        <aside className="talk-person" aria-label={say('talk.person', { name })}>
          <button
            type="button"
            className="icon-button talk-person-close"
            aria-label={say('app.close')}
            onClick={() => setPersonShown(false)}
          >
            <X size={18} aria-hidden="true" />
          </button>
          <PersonPanel id={talk.person.id} except={talk.id} />
        </aside>
      )}
      {correcting.dialog}
      {remembering.dialog}
      {ladder.dialog}
    </div>
  )
}

/** Where the last thing they said stands; where nothing of theirs has an address, the last of all. */
function originalOf(talk: Conversation): string | null {
  const theirs = talk.thread.findLast((message) => !message.us && message.url !== null)
  return (theirs ?? talk.thread.findLast((message) => message.url !== null))?.url ?? null
}

function openOriginal(url: string): void {
  if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer')
}
