/** Something shown once, to be copied: a link or a token. */
import { useId, useState } from 'react'
import { useSay } from '../words/words.ts'

export function Secret({ value, words }: { value: string; words: string }) {
  const say = useSay()
  const id = useId()
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="secret" role="status">
      <p id={id}>{words}</p>
      <div className="secret-line">
        <input readOnly value={value} aria-labelledby={id} dir="ltr" onFocus={(event) => event.target.select()} />
        <button type="button" className="button" onClick={() => void copy()}>
          {say(copied ? 'app.copied' : 'app.copy')}
        </button>
      </div>
    </div>
  )
}
