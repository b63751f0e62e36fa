/** Marks somebody as one of our staff, a bot or a feed, so that no count takes them for a customer. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { Person } from '../../../src/api/people/shapes.people.ts'
import { put } from '../../api/client.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

const kinds: readonly Person['kind'][] = ['human', 'staff', 'bot', 'feed']

export function Kind({ person }: { person: Person }) {
  const say = useSay()
  const id = useId()
  const client = useQueryClient()
  const mark = useMutation({
    mutationFn: (kind: string) => put(`/people/${person.id}/kind`, { kind }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['person'] }),
  })
  return (
    <section>
      <h2>
        <label htmlFor={id}>{say('person.kind')}</label>
      </h2>
      <select
        id={id}
        value={person.kind}
        aria-describedby={`${id}-hint`}
        disabled={mark.isPending}
        onChange={(event) => mark.mutate(event.target.value)}
      >
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`person.kind.${kind}`)}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="hint">
        {say('person.kind.hint')}
      </p>
      {mark.error && (
        <p role="alert" className="wrong">
          {whyOf(mark.error, say)}
        </p>
      )}
    </section>
  )
}
