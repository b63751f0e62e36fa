/** Who would be glad to know each other: proposed with the reason, each asked alone, and the note only after two yeses. */
import { Handshake } from 'lucide-react'
import type {
  Introductions as All,
  Introduction,
  ProposedIntroduction,
} from '../../../src/api/people/shapes.introductions.ts'
import { firstName, useDraftTo } from '../../parts/use-draft-to.ts'
import { useSay } from '../../words/words.ts'
import { Side } from './Side.tsx'
import { useIntroductions } from './use-introductions.ts'

export function Introductions({ introductions: { proposed, items } }: { introductions: All }) {
  const say = useSay()
  const { begin } = useIntroductions()
  return (
    <section>
      <h2>{say('introduce.title')}</h2>
      <p className="soft">{say(proposed.length + items.length === 0 ? 'introduce.none' : 'introduce.lead')}</p>
      <ul className="friends-list">
        {items.map((it) => (
          <li key={it.id} className="introduction">
            <Pair pair={it} />
            <Steps it={it} />
          </li>
        ))}
        {proposed.map((it) => (
          <li key={`${it.one.id} ${it.other.id}`} className="introduction">
            <Pair pair={it} />
            <p className="card-acts">
              <button
                type="button"
                className="button small"
                aria-label={`${say('introduce.begin')}: ${it.one.name}, ${it.other.name}`}
                onClick={() => begin.mutate(it)}
              >
                {say('introduce.begin')}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Pair({ pair: { one, other, why, about } }: { pair: ProposedIntroduction }) {
  const say = useSay()
  return (
    <p className="introduction-pair">
      <Handshake size={16} aria-hidden="true" />{' '}
      <span>
        <bdi>
          <b>{one.name}</b>
        </bdi>{' '}
        {say('introduce.and')}{' '}
        <bdi>
          <b>{other.name}</b>
        </bdi>{' '}
        <span className="soft">
          {say(`introduce.why.${why}`)} <q dir="auto">{about}</q>
        </span>
      </span>
    </p>
  )
}

function Steps({ it }: { it: Introduction }) {
  const say = useSay()
  const draftTo = useDraftTo()
  const { note, withdraw } = useIntroductions()
  const { one, other, standing } = it
  const conversation = one.conversationId ?? other.conversationId
  const names = { one: firstName(one.name), other: firstName(other.name), about: it.about }
  return (
    <>
      <p className="introduction-standing">{say(`introduce.standing.${standing}`)}</p>
      {(standing === 'asking' || standing === 'agreed' || standing === 'declined') && (
        <>
          <Side introduction={it} person={one} />
          <Side introduction={it} person={other} />
        </>
      )}
      <p className="card-acts">
        {standing === 'agreed' && conversation && (
          <>
            <button
              type="button"
              className="button small"
              onClick={() => draftTo(conversation, say('introduce.draft.note', names))}
            >
              {say('introduce.note')}
            </button>
            <button type="button" className="button small quiet" onClick={() => note.mutate(it)}>
              {say('introduce.written')}
            </button>
          </>
        )}
        {standing === 'asking' && (
          <button
            type="button"
            className="link"
            aria-label={`${say('introduce.withdraw')}: ${one.name}, ${other.name}`}
            onClick={() => withdraw.mutate(it)}
          >
            {say('introduce.withdraw')}
          </button>
        )}
      </p>
    </>
  )
}
