/** What was said, oldest first: theirs to the left, ours tinted to the right, what happened in thin lines between. */
import { Frown, Smile, StickyNote } from 'lucide-react'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Conversation, Message, Note, Verdict } from '../../../src/api/shapes.ts'
import { Said } from '../../parts/Said.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { type Entry, entriesOf } from './entries.ts'
import { Happened } from './Happened.tsx'
import { look, lookedAt } from './looked.ts'
import { MessageBubble } from './MessageBubble.tsx'
import { type Offering, OfferLine } from './OfferLine.tsx'
import { offerOf, offerOfReply } from './offers.ts'
import { UnsentReply } from './UnsentReply.tsx'
import './cards.css'

const settleMs = 600

type Props = Offering & { talk: Conversation; messageId: string | null; onCorrect: (message: Message) => void }

export function Thread({ talk, messageId, onCorrect, ...offering }: Props) {
  const say = useSay()
  const scroller = useRef<HTMLDivElement>(null)
  const [lookedBefore] = useState(() => lookedAt(talk.id))
  const [whole, setWhole] = useState(messageId !== null)
  const entries = entriesOf(talk, { lookedAt: lookedBefore, whole })
  const newest = talk.thread.at(-1)?.at
  const ownWaiting = talk.replies.length + talk.notes.length

  useEffect(() => {
    if (newest !== undefined && document.visibilityState === 'visible') look(talk.id, newest)
  }, [talk.id, newest])

  useOpeningPlace(scroller, messageId)

  // Our own words are followed; those of others never move what is being read.
  const saidBefore = useRef(ownWaiting)
  useLayoutEffect(() => {
    const at = scroller.current
    if (at && ownWaiting > saidBefore.current) at.scrollTop = at.scrollHeight
    saidBefore.current = ownWaiting
  }, [ownWaiting])

  return (
    // It scrolls, so the keyboard must be able to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <div className="thread" ref={scroller} tabIndex={0} role="log" aria-live="off" aria-label={say('talk.thread')}>
      {talk.title !== null && talk.person !== null && (
        <p className="thread-title">
          <bdi>{talk.title}</bdi>
        </p>
      )}
      {entries.map((entry) => (
        <EntryView
          key={keyOf(entry)}
          entry={entry}
          talk={talk}
          soughtId={messageId}
          onWhole={() => setWhole(true)}
          onCorrect={onCorrect}
          {...offering}
        />
      ))}
    </div>
  )
}

/** Where a thread opens: at the message asked for, at what is new, or at its end. */
function useOpeningPlace(scroller: RefObject<HTMLDivElement | null>, messageId: string | null) {
  useLayoutEffect(() => {
    const at = scroller.current
    if (at === null) return
    const settle = () => {
      const sought = messageId === null ? null : document.getElementById(`message-${messageId}`)
      const target = sought ?? at.querySelector('.thread-new')
      if (target) target.scrollIntoView({ block: sought ? 'center' : 'start' })
      else at.scrollTop = at.scrollHeight
    }
    settle()
    // The letters and the composer may still change their size; who scrolls by hand is left alone.
    const sizes = new ResizeObserver(settle)
    sizes.observe(at)
    const stop = () => sizes.disconnect()
    const timer = setTimeout(stop, settleMs)
    for (const act of ['wheel', 'touchstart', 'keydown', 'pointerdown']) addEventListener(act, stop, { once: true })
    void document.fonts.ready.then(() => at.isConnected && settle())
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [scroller, messageId])
}

type ViewProps = Offering &
  Pick<Props, 'talk' | 'onCorrect'> & { entry: Entry; soughtId: string | null; onWhole: () => void }

function EntryView({ entry, talk, soughtId, onWhole, onCorrect, ...offering }: ViewProps) {
  const say = useSay()
  switch (entry.is) {
    case 'message':
      return (
        <MessageBubble
          message={entry.message}
          sought={entry.message.id === soughtId}
          onCorrect={onCorrect}
          offer={<OfferLine offer={offerOf(talk, entry.message)} {...offering} />}
        />
      )
    case 'reply':
      return (
        <UnsentReply
          reply={entry.reply}
          talk={talk}
          offer={<OfferLine offer={offerOfReply(talk, entry.reply)} {...offering} />}
        />
      )
    case 'note':
      return <NoteCard note={entry.note} />
    case 'verdict':
      return <VerdictCard verdict={entry.verdict} name={talk.person?.name ?? ''} />
    case 'happened':
      return <Happened happened={entry.happened} />
    case 'new':
      return (
        <p className="thread-new">
          <span>{say('talk.new')}</span>
        </p>
      )
    case 'earlier':
      return (
        <button type="button" className="thread-earlier" onClick={onWhole}>
          {say('talk.earlier', { n: entry.messages })}
        </button>
      )
  }
}

function NoteCard({ note }: { note: Note }) {
  const say = useSay()
  return (
    <article className="note-card" aria-label={say('talk.note')}>
      <p className="bubble-by">
        <StickyNote size={13} aria-hidden="true" /> <b>{note.by.name}</b> <span>{say('talk.note')}</span>{' '}
        <Ago at={note.at} />
      </p>
      <Said text={note.text} />
    </article>
  )
}

function VerdictCard({ verdict: { content, words, at }, name }: { verdict: Verdict; name: string }) {
  const say = useSay()
  const Sign = content ? Smile : Frown
  return (
    <article className="verdict-card">
      <p className="bubble-by">
        <Sign size={16} aria-hidden="true" /> <b>{say('talk.verdict', { content: content ? 'yes' : 'no', name })}</b>{' '}
        <Ago at={at} />
      </p>
      {words !== '' && <Said text={words} />}
    </article>
  )
}

function keyOf(entry: Entry): string {
  switch (entry.is) {
    case 'message':
      return entry.message.id
    case 'reply':
      return entry.reply.id
    case 'note':
      return entry.note.id
    case 'verdict':
      return entry.verdict.id
    case 'happened':
      return `happened-${entry.happened[0]?.id}`
    case 'new':
    case 'earlier':
      return entry.is
  }
}
