/** For rooms that cannot be answered from here: copy the words, say them at the original, mark it as answered. */
import { useState } from 'react'
import { useSay } from '../words/words.ts'
import { Outward } from './Said.tsx'

type Props = { text: string; original: string | null; sending: boolean; onAnswered: () => void }

export function HandOff({ text, original, sending, onAnswered }: Props) {
  const say = useSay()
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <>
      <button type="button" className="button quiet" disabled={text.trim() === ''} onClick={() => void copy()}>
        {copied ? say('app.copied') : say('compose.copy')}
      </button>
      {original && (
        <Outward url={original} className="button quiet">
          {say('compose.open')}
        </Outward>
      )}
      <button type="button" className="button main" disabled={sending} onClick={onAnswered}>
        {say('compose.answered')}
      </button>
    </>
  )
}
