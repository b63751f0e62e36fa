/** Who waits in the room beyond its promise comes first; whoever may overrule that says why, and it is kept. */
import { Link } from '@tanstack/react-router'
import { Hourglass } from 'lucide-react'
import type { Speaking } from '../../../src/api/rooms/shapes.speaking.ts'
import { Field } from '../../parts/Field.tsx'
import { Since } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

type Props = {
  room: string
  speaking: Speaking
  /** Null: nobody overrules it. */
  reason: string | null
  onReason: (reason: string | null) => void
  onClose: () => void
}

export function Waiting({ room, speaking: { beyond, mayOverrule }, reason, onReason, onClose }: Props) {
  const say = useSay()
  return (
    <div className="speak-waiting">
      <p>
        <Hourglass size={15} aria-hidden="true" /> {say('speak.waiting', { n: beyond.count })}{' '}
        {beyond.longest && <Since at={beyond.longest.since} />}
      </p>
      {beyond.longest && (
        <Link to="/c/$id" params={{ id: beyond.longest.conversationId }} search={{ room }} onClick={onClose}>
          {say('speak.waiting.go')}
        </Link>
      )}
      {mayOverrule && reason === null && (
        <button type="button" className="link" onClick={() => onReason('')}>
          {say('speak.overrule')}
        </button>
      )}
      {reason !== null && (
        <Field
          label={say('speak.reason')}
          hint={say('speak.reason.hint')}
          value={reason}
          onChange={onReason}
          autoFocus
        />
      )}
    </div>
  )
}
