/** One storm: what it is, what explains it, who is on it, what we say meanwhile, what happened, and what we learned. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { StormInFull } from '../../../src/api/listening/shapes.weather.ts'
import { stormQuery } from '../../api/queries.weather.ts'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Ago, At } from '../../parts/Time.tsx'
import { useDraftTo } from '../../parts/use-draft-to.ts'
import { useSay } from '../../words/words.ts'
import { Counts } from './Counts.tsx'
import { aboutText, stormText } from './storm-text.ts'
import { useStorm } from './use-storm.ts'
import './weather.css'

export default function StormScreen() {
  const say = useSay()
  const { id } = useParams({ from: '/app/objectives/weather/$id' })
  const found = useQuery(stormQuery(id))
  if (found.data) return <Storm storm={found.data} />
  return (
    <Page title={say('storm.title')}>
      {found.isPending && <Loading lines={8} />}
      {found.error && <Failed title={say('storm.error')} error={found.error} again={() => void found.refetch()} />}
    </Page>
  )
}

function Storm({ storm }: { storm: StormInFull }) {
  const say = useSay()
  const act = useStorm(storm.id)
  const proposed = say('storm.holding.proposed')
  return (
    <Page title={say('storm.title')} lead={stormText(storm, say)}>
      <p className="storm-facts">
        {storm.kind !== 'backfire' && <span>{say('storm.people', { n: storm.people })}</span>}
        <span>
          {storm.overAt === null ? (
            <>
              {say('storm.on')}, <Ago at={storm.begunAt} />
            </>
          ) : (
            <>
              <At at={storm.begunAt} /> – <At at={storm.overAt} />
            </>
          )}
        </span>
        {storm.abouts.length > 1 && (
          <span>
            {say('storm.also')}{' '}
            {storm.abouts
              .slice(1)
              .map((it) => aboutText(it, say))
              .join(', ')}
          </span>
        )}
      </p>
      <section className="storm-duty" aria-label={say('storm.duty')}>
        <p>{storm.onDuty ? say('storm.duty.is', { name: storm.onDuty.name }) : say('storm.duty.nobody')}</p>
        <button
          type="button"
          className={storm.onDuty ? 'button quiet' : 'button'}
          onClick={() => act.mutate({ is: storm.onDuty ? 'leave' : 'take' })}
        >
          {say(storm.onDuty ? 'storm.duty.leave' : 'storm.duty.take')}
        </button>
        {storm.overAt === null && (
          <button type="button" className="button quiet" onClick={() => act.mutate({ is: 'end' })}>
            {say('storm.end')}
          </button>
        )}
      </section>
      {storm.overAt !== null && (
        <Words
          label={say('storm.after')}
          hint={say(storm.after === '' ? 'storm.calm' : 'storm.after.hint')}
          kept={storm.after}
          onKeep={(text) => act.mutate({ is: 'after', text })}
        />
      )}
      {storm.ours && (
        <section>
          <h2>{say('storm.ours')}</h2>
          <Link to="/c/$id" params={{ id: storm.ours.conversationId }} className="storm-words">
            <bdi>{storm.ours.text}</bdi>
          </Link>
        </section>
      )}
      <Five storm={storm} holding={storm.holding || proposed} />
      <Words
        label={say('storm.holding')}
        hint={say('storm.holding.hint')}
        kept={storm.holding}
        proposed={proposed}
        onKeep={(text) => act.mutate({ is: 'holding', text })}
      />
      <section>
        <h2>{say('storm.counts')}</h2>
        <Counts storm={storm} />
      </section>
      <section>
        <h2>{say('storm.timeline')}</h2>
        <ol className="storm-steps">
          {storm.steps.map((step, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
            <li key={n}>
              <span className="soft">
                <At at={step.at} />
              </span>{' '}
              {stepText(step, say)}
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}

function stepText({ kind, by, text, name }: StormInFull['steps'][number], say: ReturnType<typeof useSay>): string {
  if (kind === 'over') return by ? say('storm.step.over.by', { by: by.name }) : say('storm.step.over')
  if (kind === 'joined') return say('storm.step.joined', { name: aboutText({ about: text, name }, say) })
  return say(`storm.step.${kind}`, { by: by?.name ?? '' })
}

function Five({ storm, holding }: { storm: StormInFull; holding: string }) {
  const say = useSay()
  const draftTo = useDraftTo()
  return (
    <section>
      <h2>{say('storm.five')}</h2>
      <ol className="storm-five">
        {storm.explaining.map(({ id, conversationId, why, number, person, text, at, room }) => (
          <li key={id}>
            <p className="storm-why">
              <span className="chip">{say(`storm.why.${why}`, { n: number })}</span>
              <span className="soft">
                <b>
                  <bdi>{person.name}</bdi>
                </b>{' '}
                · <bdi>{room.name}</bdi> · <Ago at={at} />
              </span>
            </p>
            <Link
              to="/c/$id"
              params={{ id: conversationId }}
              className="storm-words"
              aria-label={`${text} (${say('storm.open', { name: person.name })})`}
            >
              <bdi>{text}</bdi>
            </Link>
            <button
              type="button"
              className="link"
              aria-label={say('storm.reply.to', { name: person.name })}
              onClick={() => draftTo(conversationId, holding)}
            >
              {say('storm.reply')}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

type WordsProps = { label: string; hint: string; kept: string; proposed?: string; onKeep: (text: string) => void }

/** A text that belongs to the storm. What was begun here stays while others keep theirs. */
function Words({ label, hint, kept, proposed = '', onKeep }: WordsProps) {
  const say = useSay()
  const id = useId()
  const [begun, setBegun] = useState<string | null>(null)
  const text = begun ?? (kept || proposed)
  return (
    <form
      className="storm-text"
      onSubmit={(event) => {
        event.preventDefault()
        onKeep(text)
        setBegun(null)
      }}
    >
      <h2>
        <label htmlFor={id}>{label}</label>
      </h2>
      <textarea
        id={id}
        rows={4}
        dir="auto"
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setBegun(event.target.value)}
      />
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
      <button type="submit" className="button" disabled={text === kept}>
        {say('storm.save')}
      </button>
    </form>
  )
}
