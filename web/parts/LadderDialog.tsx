/** The ladder for who makes trouble: first what tells them apart from an angry customer, then the kindest rung. Nothing is automatic. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Ladder, RungName } from '../../src/api/people/shapes.ladder.ts'
import { post, put } from '../api/client.ts'
import { ladderQuery } from '../api/queries.ts'
import { useSay } from '../words/words.ts'
import { Apart } from './Apart.tsx'
import { Day } from './Day.tsx'
import './ladder.css'
import { did } from './last-act.ts'
import { Loading, whyOf } from './Notice.tsx'
import { Popup } from './Popup.tsx'
import { useLift } from './use-lift.ts'

type Who = { id: string; name: string }
/** `onDraft`: puts kind words into the composer, where there is one to put them. */
type Props = { person: Who; onDraft?: (text: string) => void; onClose: () => void }

export default function LadderDialog({ person, onDraft, onClose }: Props) {
  const say = useSay()
  const ladder = useQuery(ladderQuery(person.id)).data
  return (
    <Popup title={say('ladder.title', { name: person.name })} onClose={onClose}>
      {ladder === undefined ? (
        <Loading />
      ) : (
        <>
          <Apart ladder={ladder} />
          {ladder.standing && <Standing person={person} standing={ladder.standing} />}
          <RungForm person={person} ladder={ladder} onDraft={onDraft} onClose={onClose} />
        </>
      )}
    </Popup>
  )
}

function Standing({ person, standing }: { person: Who; standing: NonNullable<Ladder['standing']> }) {
  const say = useSay()
  const lift = useLift(person)
  return (
    <p className="ladder-standing">
      {say('ladder.stands')} <b>{say(`ladder.rung.${standing.rung}`)}</b>{' '}
      <span className="soft">
        <Day words="ladder.until" day={standing.untilDay} />: <bdi>{standing.reason}</bdi> ({standing.by.name})
      </span>{' '}
      <button type="button" className="link" disabled={lift.isPending} onClick={() => lift.mutate(standing.id)}>
        {say('ladder.lift')}
      </button>
    </p>
  )
}

function RungForm({ person, ladder, onDraft, onClose }: Props & { ladder: Ladder }) {
  const say = useSay()
  const id = useId()
  const { again } = useAgain()
  const [chosen, setChosen] = useState<RungName | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const rung = chosen ?? ladder.proposed ?? 'block'
  const untilDay = until ?? dayIn(ladder.usualDays[rung] ?? 30)
  const set = useMutation({
    mutationFn: () => post<{ id: string }>(`/people/${person.id}/ladder`, { rung, reason, until: untilDay }),
    onSuccess: (made) => {
      onClose()
      const undo = () => put(`/rungs/${made.id}/lifting`, {}).then(again)
      did({ said: say('ladder.did', { name: person.name, rung: say(`ladder.rung.${rung}`) }), leavesAt: null, undo })
      return again()
    },
  })
  const draft = rung === 'word' || rung === 'place' ? say(`ladder.draft.${rung}`, { name: firstOf(person.name) }) : null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        set.mutate()
      }}
    >
      <fieldset className="ladder-rungs">
        <legend>{say('ladder.choose')}</legend>
        {rungs.map((it) => (
          <label key={it} className="ladder-rung">
            <input type="radio" name={`${id}-rung`} checked={rung === it} onChange={() => setChosen(it)} />
            <span>
              {say(`ladder.rung.${it}`)}{' '}
              {it === ladder.proposed && <span className="soft">{say('ladder.proposed')}</span>}
              <span className="hint"> {say(`ladder.hint.${it}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-reason`}>{say('ladder.reason')}</label>
        <textarea
          id={`${id}-reason`}
          rows={2}
          dir="auto"
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-until`}>{say(rung === 'block' ? 'ladder.review' : 'ladder.ends')}</label>
        <input
          id={`${id}-until`}
          type="date"
          required
          value={untilDay}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
      {set.error && (
        <p role="alert" className="wrong">
          {whyOf(set.error, say)}
        </p>
      )}
      <div className="popup-foot">
        {draft && onDraft && (
          <button
            type="button"
            className="button"
            onClick={() => {
              onDraft(draft)
              onClose()
            }}
          >
            {say('ladder.draft')}
          </button>
        )}
        <button type="submit" className="button main" disabled={set.isPending}>
          {say('ladder.set')}
        </button>
      </div>
    </form>
  )
}

const rungs: readonly RungName[] = ['watch', 'word', 'place', 'hide', 'pause', 'block']
const firstOf = (name: string) => name.split(' ')[0] ?? name
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

function useAgain() {
  const client = useQueryClient()
  return { again: () => client.invalidateQueries({ queryKey: ['ladder'] }) }
}
