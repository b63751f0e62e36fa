/** One message found, with what matched marked; it opens its conversation at that message. */
import { Link } from '@tanstack/react-router'
import type { Found } from '../../../src/api/shapes.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Marked } from '../../parts/Marked.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

export function FoundMessage({ found }: { found: Found }) {
  const say = useSay()
  const { message, conversation } = found
  return (
    <li className="found-one">
      <Avatar who={message.person} channel={conversation.room.channel} />
      <div>
        <p className="bubble-by">
          <Link to="/c/$id" params={{ id: conversation.id }} search={{ m: message.id }} className="found-link">
            <bdi>
              <b>{message.us ? say('talk.us') : (message.person?.name ?? say('app.unknown'))}</b>
            </bdi>
          </Link>
          <bdi>{conversation.room.name}</bdi>
          <span>{say(`state.${conversation.state}`)}</span>
          <Ago at={message.at} />
        </p>
        <p className="said found-words" dir="auto">
          <Marked text={message.text} spans={found.spans} />
        </p>
      </div>
    </li>
  )
}
