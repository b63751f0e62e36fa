/** The outcomes behind a number: evidence, value and date, the words of ours that led there; each can be disputed and withdrawn. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Outcome } from '../../../src/api/objectives/shapes.outcomes.ts'
import { type Behind, fileOf, outcomesQuery } from '../../api/queries.outcomes.ts'
import { moneyText } from '../../parts/money.ts'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { At } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { Dispute } from './Dispute.tsx'
import { useOutcomes } from './use-outcomes.ts'

export function OutcomeRows({ behind, title }: { behind: Behind; title?: string | undefined }) {
  const say = useSay()
  const [aside, setAside] = useState(false)
  const wanted: Behind = { ...behind, standing: aside ? 'aside' : 'stands' }
  const found = useInfiniteQuery(outcomesQuery(wanted))
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section className="behind" aria-label={say('outcome.rows')}>
      <h2>{title ? say('outcome.rows.of', { name: title }) : say('outcome.rows')}</h2>
      <p className="behind-acts">
        <label className="check">
          <input type="checkbox" checked={aside} onChange={(event) => setAside(event.target.checked)} />
          {say('outcome.aside')}
        </label>
        <a className="link" href={fileOf('outcomes', wanted)} download>
          {say('return.csv')}
        </a>
      </p>
      {found.status === 'pending' && <Loading lines={4} />}
      {found.status === 'error' && (
        <Failed title={say('outcome.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {found.status === 'success' && rows.length === 0 && <p className="soft">{say('outcome.none')}</p>}
      <ul className="outcomes">
        {rows.map((outcome) => (
          <OutcomeRow key={outcome.id} outcome={outcome} />
        ))}
      </ul>
      {found.hasNextPage && (
        <button type="button" className="button" onClick={() => void found.fetchNextPage()}>
          {say('outcome.more')}
        </button>
      )}
    </section>
  )
}

export function OutcomeRow({ outcome }: { outcome: Outcome }) {
  const say = useSay()
  const { settle, withdraw, putBack } = useOutcomes()
  const [disputing, setDisputing] = useState(false)
  const { what, valueCents, currency, person, conversationId, disputed, withdrawn, evidence } = outcome
  return (
    <li className="outcome" data-aside={disputed !== null || withdrawn !== null || undefined}>
      <p className="outcome-head">
        <b>
          <bdi>{what}</bdi>
        </b>
        <span>{moneyText(valueCents, currency)}</span>
        <span className="soft">
          <At at={outcome.at} />
        </span>
      </p>
      <p className="soft">
        <bdi>{outcome.objective.result}</bdi> · {say(`outcome.source.${outcome.source}`)}
        {outcome.by && (
          <>
            {' · '}
            <bdi>{outcome.by.name}</bdi>
          </>
        )}
        {person && (
          <>
            {' · '}
            <Link to="/people/$id" params={{ id: person.id }}>
              <bdi>{person.name}</bdi>
            </Link>
          </>
        )}
        {conversationId && (
          <>
            {' · '}
            <Link to="/c/$id" params={{ id: conversationId }}>
              {say('outcome.conversation')}
            </Link>
          </>
        )}
      </p>
      {evidence !== '' && (
        <p>
          <bdi>{evidence}</bdi>
        </p>
      )}
      {disputed && (
        <p className="outcome-aside">{say('outcome.disputed', { name: disputed.by.name, why: disputed.why })}</p>
      )}
      {withdrawn && (
        <p className="outcome-aside">
          {withdrawn.by ? say('outcome.withdrawn', { name: withdrawn.by.name }) : say('outcome.withdrawn.itself')}
        </p>
      )}
      <Touches outcome={outcome} />
      <p className="behind-acts">
        {disputed ? (
          <button type="button" className="link" onClick={() => settle.mutate(outcome)}>
            {say('outcome.settle')}
            <span className="aloud">: {what}</span>
          </button>
        ) : (
          <button type="button" className="link" aria-expanded={disputing} onClick={() => setDisputing(!disputing)}>
            {say('outcome.dispute')}
            <span className="aloud">: {what}</span>
          </button>
        )}
        <button type="button" className="link" onClick={() => (withdrawn ? putBack : withdraw).mutate(outcome)}>
          {say(withdrawn ? 'outcome.put-back' : 'outcome.withdraw')}
          <span className="aloud">: {what}</span>
        </button>
      </p>
      {disputing && !disputed && <Dispute outcome={outcome} onEnd={() => setDisputing(false)} />}
    </li>
  )
}

/** The first, the last, and each with its share. */
function Touches({ outcome: { touches, valueCents, currency } }: { outcome: Outcome }) {
  const say = useSay()
  if (touches.length === 0) return <p className="soft">{say('outcome.untouched')}</p>
  const upTo = (n: number) => Math.floor((valueCents * n) / touches.length)
  return (
    <details className="touches">
      <summary>{say('outcome.touches', { n: touches.length })}</summary>
      <ol>
        {touches.map((touch, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change their order
          <li key={index}>
            <At at={touch.at} /> · <bdi>{touch.room?.name ?? say('return.gone')}</bdi>
            {touch.by && (
              <>
                {' · '}
                <bdi>{touch.by.name}</bdi>
              </>
            )}
            {touch.question && (
              <>
                {' · '}
                <bdi>{touch.question.name}</bdi>
              </>
            )}
            {' · '}
            {moneyText(upTo(index + 1) - upTo(index), currency)}
            {index === 0 && <span className="chip">{say('return.way.first')}</span>}
            {index === touches.length - 1 && <span className="chip">{say('return.way.last')}</span>}
          </li>
        ))}
      </ol>
    </details>
  )
}
