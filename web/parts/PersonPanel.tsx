/** Who this is: their names, since when we know them, what we last spoke about, and who of us knows them. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Person } from '../../src/api/people/shapes.people.ts'
import { Refused } from '../api/client.ts'
import { personQuery } from '../api/queries.ts'
import { locale, useSay } from '../words/words.ts'
import { Avatar } from './Avatar.tsx'
import { Brief } from './Brief.tsx'
import { ChannelGlyph } from './ChannelGlyph.tsx'
import { Consent } from './Consent.tsx'
import { Irritated } from './Irritated.tsx'
import { Failed, Loading, Notice } from './Notice.tsx'
import { Outward } from './Said.tsx'
import { Ago } from './Time.tsx'

/** `except` is the conversation that is on screen anyway; `whole` shows all of theirs, as on the person's own page. */
export function PersonPanel({ id, except, whole = false }: { id: string; except?: string; whole?: boolean }) {
  const say = useSay()
  const person = useQuery(personQuery(id))
  if (person.error instanceof Refused && person.error.problem.status === 404)
    return <Notice title={say('person.missing')} />
  if (person.error && person.data === undefined) {
    return <Failed title={say('person.error')} error={person.error} again={() => void person.refetch()} />
  }
  if (person.data === undefined) return <Loading lines={5} />
  const talks = person.data.conversations.filter((line) => line.id !== except)
  return (
    <div className="person">
      {except !== undefined && <Brief person={person.data.id} except={except} />}
      <PersonHead person={person.data} whole={whole} />
      <section>
        <h2>{say('person.known')}</h2>
        {person.data.knownBy.length === 0 && <p className="soft">{say('person.known.nobody')}</p>}
        <ul>
          {person.data.knownBy.map(({ teammate, replies }) => (
            <li key={teammate.id}>{say('person.known.line', { name: teammate.name, n: replies })}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say('person.held')}</h2>
        {person.data.ties.length === 0 && <p className="soft">{say('person.held.nobody')}</p>}
        <ul>
          {person.data.ties.map(({ teammate, closeness }) => (
            <li key={teammate.id}>
              {say('person.held.line', { name: teammate.name, closeness: say(`tie.closeness.${closeness}`) })}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say('person.talks')}</h2>
        {talks.length === 0 && <p className="soft">{say('person.talks.none')}</p>}
        <ul className="person-talks">
          {talks.slice(0, whole ? undefined : 5).map((line) => (
            <li key={line.id}>
              <Link to="/c/$id" params={{ id: line.id }} className="person-talk">
                <bdi>{line.title ?? line.preview}</bdi>
                <span className="soft">
                  <ChannelGlyph channel={line.room.channel} size={12} /> <bdi>{line.room.name}</bdi> ·{' '}
                  {say(`state.${line.state}`)} · <Ago at={line.lastAt} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function PersonHead({ person, whole }: { person: Person; whole: boolean }) {
  const say = useSay()
  return (
    <>
      {!whole && (
        <div className="person-head">
          <Avatar who={person} size={48} />
          <h2 className="person-name">
            <Link to="/people/$id" params={{ id: person.id }} title={say('person.page', { name: person.name })}>
              <bdi>{person.name}</bdi>
            </Link>
          </h2>
        </div>
      )}
      <ul className="person-names" aria-label={say('person.names')}>
        {person.identities.map((identity) => (
          <li key={identity.id}>
            <ChannelGlyph channel={identity.channel} size={14} />
            <Outward url={identity.url ?? ''}>
              <bdi>{identity.handle ?? identity.name ?? identity.channel}</bdi>
            </Outward>
            {whole && <span className="soft">{identity.channel}</span>}
            {whole && <Consent identity={identity} />}
          </li>
        ))}
      </ul>
      <Patience lines={person.conversations} />
      <dl className="facts">
        <div>
          <dt>{say('person.first')}</dt>
          <dd>
            <Ago at={person.firstMet} />
          </dd>
        </div>
        {person.lastHeard && (
          <div>
            <dt>{say('person.last')}</dt>
            <dd>
              <Ago at={person.lastHeard} />
            </dd>
          </div>
        )}
        <div>
          <dt>{say('person.messages')}</dt>
          <dd>{person.messages.toLocaleString(locale())}</dd>
        </div>
        {person.verdict && (
          <div>
            <dt>{say('person.verdict')}</dt>
            <dd>
              <Link to="/c/$id" params={{ id: person.verdict.conversationId }}>
                {say('person.verdict.was', { content: person.verdict.content ? 'yes' : 'no' })}
              </Link>{' '}
              · <Ago at={person.verdict.at} />
              {person.verdict.words !== '' && <blockquote dir="auto">{person.verdict.words}</blockquote>}
            </dd>
          </div>
        )}
        <div>
          <dt>{say('person.wrote-first')}</dt>
          <dd>{say('person.wrote-first.n', { n: person.wroteFirst })}</dd>
        </div>
      </dl>
    </>
  )
}

/** Where in any of their conversations they lose patience, the worst of them. */
function Patience({ lines }: { lines: Person['conversations'] }) {
  const known = lines.flatMap(({ irritation }) => irritation ?? [])
  const worst = known.find(({ how }) => how === 'very irritated') ?? known[0]
  return (
    worst && (
      <p className="person-patience">
        <Irritated irritation={worst} told />
      </p>
    )
  )
}
