/** Where we answer: one tab for words that leave, one for words that stay; each says in words who will read it. */
import { Lock } from 'lucide-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Conversation } from '../../../src/api/shapes.ts'
import { useActions } from '../../keys/keys.ts'
import { useSay } from '../../words/words.ts'
import { ComposerTabs } from './ComposerTabs.tsx'
import type { Kind } from './drafts.ts'
import { NoteBox } from './NoteBox.tsx'
import { ReplyBox } from './ReplyBox.tsx'
import './composer.css'

type Props = { talk: Conversation; name: string; original: string | null }

export function Composer({ talk, name, original }: Props) {
  const say = useSay()
  const [kind, setKind] = useState<Kind>('reply')
  const box = useRef<HTMLElement>(null)
  const write = (which: Kind) => {
    // At once: the next key pressed belongs to the field, however soon it comes.
    flushSync(() => setKind(which))
    box.current?.querySelector('textarea')?.focus()
  }
  useActions({ reply: () => write('reply'), note: () => write('note') })
  return (
    <section ref={box} className="composer" data-kind={kind} aria-label={say('compose.tabs')}>
      <p className="composer-who">
        {kind === 'note' && <Lock size={13} aria-hidden="true" />}
        {kind === 'note' ? say('compose.private') : whoReads(talk, say)}
      </p>
      <ComposerTabs open={kind} onOpen={setKind} />
      <div id="composer-panel" role="tabpanel" aria-labelledby={`tab-${kind}`}>
        {kind === 'reply' ? <ReplyBox talk={talk} name={name} original={original} /> : <NoteBox talk={talk} />}
      </div>
    </section>
  )
}

function whoReads(talk: Conversation, say: ReturnType<typeof useSay>): string {
  if (talk.replying.how === 'hand-off') return ''
  return say('compose.public', { account: talk.replying.as ?? talk.room.name })
}
