/** One message that the query finds, why, and whether it is about us. */
import { Link } from '@tanstack/react-router'
import { Check, ExternalLink, X } from 'lucide-react'
import type { Example } from '../../../src/api/listening/shapes.listeners.ts'
import { Avatar } from '../../parts/Avatar.tsx'
import { Marked } from '../../parts/Marked.tsx'
import { Ago } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

type Props = {
  example: Example
  standing: boolean | null
  active: boolean
  onJudge: (aboutUs: boolean) => void
  onActive: () => void
}

export function ExampleItem({ example, standing, active, onJudge, onActive }: Props) {
  const say = useSay()
  const { message, conversation } = example
  return (
    <li className="example" data-active={active || undefined} onFocus={onActive}>
      <Avatar who={message.person} channel={conversation.room.channel} />
      <div className="example-said">
        <p className="bubble-by">
          <bdi>
            <b>{message.person?.name ?? say('app.unknown')}</b>
          </bdi>
          <bdi>{conversation.room.name}</bdi>
          <Ago at={message.at} />
          <Link
            to="/c/$id"
            params={{ id: conversation.id }}
            search={{ m: message.id }}
            target="_blank"
            className="example-open"
            aria-label={say('tried.open')}
          >
            <ExternalLink size={14} aria-hidden="true" />
          </Link>
        </p>
        {message.title !== null && (
          <p className="example-title" dir="auto">
            <Marked text={message.title} spans={example.titleSpans} />
          </p>
        )}
        <p className="said found-words" dir="auto">
          <Marked text={message.text} spans={example.spans} />
        </p>
        {example.because.length > 0 && (
          <p className="example-why">
            {say('tried.why')}{' '}
            {example.because.map((term) => (
              <code key={term} dir="ltr">
                {term}
              </code>
            ))}
          </p>
        )}
      </div>
      <fieldset className="judge">
        <legend className="aloud">{say('tried.judge')}</legend>
        <button
          type="button"
          className="button small"
          aria-pressed={standing === true}
          aria-keyshortcuts="y"
          onClick={() => onJudge(true)}
        >
          <Check size={14} aria-hidden="true" />
          {say('tried.about')}
        </button>
        <button
          type="button"
          className="button small"
          aria-pressed={standing === false}
          aria-keyshortcuts="x"
          onClick={() => onJudge(false)}
        >
          <X size={14} aria-hidden="true" />
          {say('tried.not')}
        </button>
      </fieldset>
    </li>
  )
}
