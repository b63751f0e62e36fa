/** Somebody who waits for a word from us, and the way to them. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ConversationLine } from '../../../src/api/shapes.ts'
import { get } from '../../api/client.ts'
import { conversationsPath, type Page, type View } from '../../api/queries.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { useSay } from '../../words/words.ts'

const lookMs = 3_000
const needsUs: View = { name: 'needs-us', room: null, order: 'longest' }

export function AnswerStep() {
  const say = useSay()
  const waiting = useQuery({
    queryKey: ['first-waiting'],
    queryFn: () => get<Page<ConversationLine>>(conversationsPath(needsUs, { limit: 1 })),
    refetchInterval: lookMs,
  })
  const line = waiting.data?.items[0]
  if (!line) return <p className="soft">{say('begin.answer.nobody')}</p>
  return (
    <div className="begin-waiting">
      <Avatar who={line.person} channel={line.room.channel} size={32} />
      <p>
        <b>
          <bdi>{line.person?.name ?? say('app.unknown')}</bdi>
        </b>{' '}
        <bdi>{line.title ?? line.preview}</bdi>
      </p>
      <Link to="/c/$id" params={{ id: line.id }} className="button main">
        {say('begin.answer.go')}
        <span className="aloud"> {line.person?.name ?? say('app.unknown')}</span>
      </Link>
    </div>
  )
}
