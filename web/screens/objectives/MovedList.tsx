/** What moved an objective, the newest first, each with where to look. */
import { Link } from '@tanstack/react-router'
import type { Moved, Objective } from '../../../src/api/objectives/shapes.objectives.ts'
import { ChannelGlyph } from '../../parts/ChannelGlyph.tsx'
import { inTimeBy } from '../../parts/in-time.ts'
import { Ago } from '../../parts/Time.tsx'
import { locale, useSay } from '../../words/words.ts'
import { dayText, numberText } from './where-words.ts'

export function MovedList({ objective: { moved, unit } }: { objective: Objective }) {
  const say = useSay()
  return (
    <section aria-labelledby="objective-moved">
      <h2 id="objective-moved">{say('objective.moved')}</h2>
      {moved.length === 0 && <p className="soft">{say('objective.moved.none')}</p>}
      <ul className="moved">
        {moved.map((it) => (
          <li key={keyOf(it)}>
            <MovedLine it={it} unit={unit} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const keyOf = (it: Moved) =>
  it.is === 'room'
    ? it.room.id
    : `${it.is} ${it.at} ${it.is === 'unasked' ? it.question.id : it.is === 'verdict' ? it.person.id : ''}`

function MovedLine({ it, unit }: { it: Moved; unit: Objective['unit'] }) {
  const say = useSay()
  switch (it.is) {
    case 'won-back':
      return (
        <>
          <Link to="/people/$id" params={{ id: it.person.id }}>
            <bdi>{it.person.name}</bdi>
          </Link>{' '}
          <span className="soft">
            {say('objective.moved.won-back', { by: it.by.name })} · <Ago at={it.at} />
          </span>
        </>
      )
    case 'outcome':
      return (
        <>
          {it.conversation ? (
            <Link to="/c/$id" params={{ id: it.conversation }}>
              <bdi>{it.what}</bdi>
            </Link>
          ) : (
            <bdi>{it.what}</bdi>
          )}{' '}
          <span className="soft">
            {it.person && (
              <>
                <bdi>{it.person.name}</bdi> ·{' '}
              </>
            )}
            <Ago at={it.at} />
          </span>
        </>
      )
    case 'verdict':
      return (
        <>
          <Link to="/c/$id" params={{ id: it.conversation }}>
            <bdi>{it.person.name}</bdi>
          </Link>{' '}
          {say('objective.moved.verdict', { content: it.content ? 'yes' : 'no' })}
          {it.words !== '' && (
            <>
              : <bdi>“{it.words}”</bdi>
            </>
          )}{' '}
          <span className="soft">
            <Ago at={it.at} />
          </span>
        </>
      )
    case 'told':
      return (
        <>
          {say('objective.moved.told', { number: numberText(it.number, unit, locale()), by: it.by.name })}{' '}
          <span className="soft">
            <Ago at={it.at} />
          </span>
        </>
      )
    case 'unasked':
      return (
        <>
          <Link to="/questions/$id" params={{ id: it.question.id }}>
            <bdi>{it.question.name}</bdi>
          </Link>{' '}
          <span className="soft">
            {say('objective.moved.unasked', { n: it.question.asked, day: dayText(it.at, locale()) })}
          </span>
        </>
      )
    case 'room':
      return (
        <>
          <ChannelGlyph channel={it.room.channel} size={16} /> <bdi>{it.room.name}</bdi>{' '}
          <span className="soft">
            {say('objective.moved.room', {
              inTime: it.lately.inTime,
              asked: it.lately.asked,
              by: inTimeBy({ due: it.lately.asked, promised: it.lately.promised }),
              inTimeBefore: it.before.inTime,
              askedBefore: it.before.asked,
            })}
          </span>
        </>
      )
  }
}
