/** The conversation pane while none is open. */
import { Ear } from 'lucide-react'
import { useSay } from '../../words/words.ts'

export function Pick() {
  const say = useSay()
  return (
    <div className="pick">
      <Ear size={32} strokeWidth={1.25} aria-hidden="true" />
      <p>{say('list.pick')}</p>
      <p className="soft">{say('list.pick.keys')}</p>
    </div>
  )
}
