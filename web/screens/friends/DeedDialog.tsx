/** Writes down by hand what somebody did for us. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Deed } from '../../../src/api/people/shapes.friends.ts'
import { post } from '../../api/client.ts'
import { personQuery } from '../../api/queries.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { PersonSearch } from '../../parts/PersonSearch.tsx'
import { Popup } from '../../parts/Popup.tsx'
import { useSay } from '../../words/words.ts'

const kinds: readonly Deed['kind'][] = ['sent', 'defended', 'answered', 'came-back']

export default function DeedDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const [who, setWho] = useState<string | null>(null)
  return (
    <Popup title={say('friends.write')} onClose={onClose}>
      {who === null ? <PersonSearch except="" onChoose={setWho} /> : <DeedForm who={who} onClose={onClose} />}
    </Popup>
  )
}

function DeedForm({ who, onClose }: { who: string; onClose: () => void }) {
  const say = useSay()
  const id = useId()
  const client = useQueryClient()
  const name = useQuery(personQuery(who)).data?.name ?? ''
  const [kind, setKind] = useState<Deed['kind']>('sent')
  const [text, setText] = useState('')
  const write = useMutation({
    mutationFn: () => post(`/people/${who}/deeds`, { kind, text }),
    onSuccess: () => {
      onClose()
      did({ said: say('deeds.did', { name }), leavesAt: null, undo: null })
      return client.invalidateQueries({ queryKey: ['friends'] })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate()
      }}
    >
      <p>
        <bdi>
          <b>{name}</b>
        </bdi>
      </p>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{say('deeds.kind')}</label>
        <select id={`${id}-kind`} value={kind} onChange={(event) => setKind(event.target.value as Deed['kind'])}>
          {kinds.map((it) => (
            <option key={it} value={it}>
              {say(`deed.kind.${it}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{say('deeds.text')}</label>
        <textarea
          id={`${id}-text`}
          rows={2}
          dir="auto"
          required
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {write.error && (
        <p role="alert" className="wrong">
          {whyOf(write.error, say)}
        </p>
      )}
      <div className="popup-foot">
        <button type="submit" className="button main" disabled={write.isPending}>
          {say('deeds.keep')}
        </button>
      </div>
    </form>
  )
}
