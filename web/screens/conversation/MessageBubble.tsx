/** One message: who said it, when, their words, its pictures as links (never loaded from here), and its own address. */
import { Link } from '@tanstack/react-router'
import { ExternalLink, Image } from 'lucide-react'
import type { Message } from '../../../src/api/shapes.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Outward, Said } from '../../parts/Said.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { Understood } from './Understood.tsx'

type Props = {
  message: Message
  sought: boolean
  onCorrect: (message: Message) => void
  /** What could be remembered of it. */
  offer: React.ReactNode
}

export function MessageBubble({ message, sought, onCorrect, offer }: Props) {
  const say = useSay()
  const theirs = message.person?.name ?? say('app.unknown')
  const ours = message.by ? say('talk.by', { name: message.by.name }) : say('talk.us')
  return (
    <article
      id={`message-${message.id}`}
      className="message"
      data-us={message.us || undefined}
      data-sought={sought || undefined}
      aria-label={message.us ? ours : theirs}
    >
      {!message.us && <Avatar who={message.person} size={32} />}
      <div className="bubble">
        <p className="bubble-by">
          <bdi>
            <b>{message.us ? ours : theirs}</b>
          </bdi>
          {message.url ? (
            <Outward url={message.url} className="bubble-at">
              <Ago at={message.at} />
              <ExternalLink size={12} aria-hidden="true" />
              <span className="aloud">{say('talk.original')}</span>
            </Outward>
          ) : (
            <Ago at={message.at} />
          )}
          {message.edited && <i>{say('talk.edited')}</i>}
          {message.us && (
            <Link to="/ripple/$id" params={{ id: message.id }} className="bubble-at">
              {say('talk.ripple')}
            </Link>
          )}
        </p>
        {message.title && (
          <p className="bubble-title">
            <bdi>{message.title}</bdi>
          </p>
        )}
        <Said text={message.text} links={message.links} />
        {message.images.map((image, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pictures of one message never change places
          <p key={at} className="bubble-picture">
            <Image size={14} aria-hidden="true" /> <Picture url={image.url} alt={image.alt} />
          </p>
        ))}
        {!message.us && <Understood message={message} onCorrect={() => onCorrect(message)} />}
        {offer}
      </div>
    </article>
  )
}

function Picture({ url, alt }: { url: string | null; alt: string }) {
  const say = useSay()
  const words = <bdi>{alt === '' ? say('talk.picture.none') : say('talk.picture', { alt })}</bdi>
  return url === null ? words : <Outward url={url}>{words}</Outward>
}
