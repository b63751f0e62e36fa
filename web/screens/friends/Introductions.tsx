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

/** A pair that is proposed, with an id to pick it by. */
export type ProposedPair = ProposedIntroduction & { id: string }

type Props = {
  items: All['items']
  proposed: readonly ProposedPair[]
  pickedId: string | null
  rowId: (id: string) => string
}

export function Introductions({ proposed, items, pickedId, rowId }: Props) {
  const say = useSay()
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
          <Proposed key={it.id} pair={it} id={rowId(it.id)} picked={it.id === pickedId} />
        ))}
      </ul>
    </section>
  )
}

function Proposed({ pair, id, picked }: { pair: ProposedPair; id: string; picked: boolean }) {
  const say = useSay()
  const { begin, dismiss } = useIntroductions()
  const { one, other, said } = pair
  return (
    <li id={id} className="introduction" data-picked={picked || undefined} aria-current={picked ? 'true' : undefined}>
      <Pair pair={pair} />
      {said && (
        <ul className="introduction-said">
          <Said name={one.name} text={said.one} />
          <Said name={other.name} text={said.other} />
        </ul>
      )}
      <p className="card-acts">
        <button
          type="button"
          className="button small"
          aria-keyshortcuts="f"
          aria-label={`${say('introduce.begin')}: ${one.name}, ${other.name}`}
          onClick={() => begin.mutate(pair)}
        >
          {say('introduce.begin')} {picked && <kbd>f</kbd>}
        </button>
        <button
          type="button"
          className="button small quiet"
          aria-keyshortcuts="-"
          aria-label={`${say('introduce.dismiss')}: ${one.name}, ${other.name}`}
          onClick={() => dismiss.mutate(pair)}
        >
          {say('introduce.dismiss')} {picked && <kbd>-</kbd>}
        </button>
      </p>
    </li>
  )
}

/** The words that told us what they share. */
function Said({ name, text }: { name: string; text: string }) {
  return (
    <li>
      <bdi>{name}</bdi>: <q dir="auto">{text}</q>
    </li>
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
