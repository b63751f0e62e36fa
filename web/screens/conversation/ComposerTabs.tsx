/** The two tabs of the composer. The arrows go from one to the other, and the tab that is open is the only stop. */
import { Reply as ReplySign, StickyNote } from 'lucide-react'
import { useSay } from '../../words/words.ts'
import type { Kind } from './drafts.ts'

const tabs = [
  { kind: 'reply', words: 'compose.reply', sign: <ReplySign size={15} className="turns" aria-hidden="true" /> },
  { kind: 'note', words: 'compose.note', sign: <StickyNote size={15} aria-hidden="true" /> },
] as const

export function ComposerTabs({ open, onOpen }: { open: Kind; onOpen: (kind: Kind) => void }) {
  const say = useSay()
  function pressed(event: React.KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const other = open === 'reply' ? 'note' : 'reply'
    onOpen(other)
    document.getElementById(`tab-${other}`)?.focus()
  }
  return (
    <div className="composer-tabs" role="tablist" aria-label={say('compose.tabs')}>
      {tabs.map(({ kind, words, sign }) => (
        <button
          key={kind}
          id={`tab-${kind}`}
          type="button"
          role="tab"
          className="composer-tab"
          aria-selected={open === kind}
          aria-controls="composer-panel"
          tabIndex={open === kind ? 0 : -1}
          onClick={() => onOpen(kind)}
          onKeyDown={pressed}
        >
          {sign} {say(words)}
        </button>
      ))}
    </div>
  )
}
