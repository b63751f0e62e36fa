/** Makes or changes a listener; a query that cannot be read is shown with its place. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Listener } from '../../../src/api/shapes.listeners.ts'
import type { Room } from '../../../src/api/shapes.ts'
import { post, put, Refused } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { WrongQuery } from '../../parts/WrongQuery.tsx'
import { useSay } from '../../words/words.ts'

export function ListenerForm({
  listener,
  rooms,
  onClose,
}: {
  listener: Listener | null
  rooms: Room[]
  onClose: () => void
}) {
  const say = useSay()
  const client = useQueryClient()
  const [name, setName] = useState(listener?.name ?? '')
  const [query, setQuery] = useState(listener?.query ?? '')
  const [chosen, setChosen] = useState<string[] | null>(listener?.rooms ?? null)
  const [tried, setTried] = useState('')
  const save = useMutation({
    mutationFn: () => {
      setTried(query)
      const body = { name, query, rooms: chosen }
      return listener === null ? post('/listeners', body) : put(`/listeners/${listener.id}`, body)
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['listeners'] })
      onClose()
    },
  })
  const unread = save.error instanceof Refused && save.error.problem.status === 422
  const toggle = (id: string, on: boolean) =>
    setChosen((now) => (on ? [...(now ?? []), id] : (now ?? []).filter((other) => other !== id)))
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field label={say('listeners.name')} value={name} onChange={setName} autoFocus />
      <Field label={say('listeners.query')} value={query} onChange={setQuery} hint={say('listeners.query.hint')} />
      {unread && <WrongQuery query={tried} detail={whyOf(save.error, say)} />}
      {save.error && !unread && (
        <p role="alert" className="wrong">
          {whyOf(save.error, say)}
        </p>
      )}
      <fieldset>
        <legend>{say('listeners.rooms')}</legend>
        <label className="check">
          <input
            type="checkbox"
            checked={chosen === null}
            onChange={(event) => setChosen(event.target.checked ? null : [])}
          />
          {say('listeners.rooms.all')}
        </label>
        {chosen !== null &&
          rooms.map((room) => (
            <label key={room.id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(room.id)}
                onChange={(event) => toggle(room.id, event.target.checked)}
              />
              <bdi>{room.name}</bdi>
            </label>
          ))}
      </fieldset>
      <div className="form-foot">
        <button type="button" className="button quiet" onClick={onClose}>
          {say('app.cancel')}
        </button>
        <button type="submit" className="button main" disabled={save.isPending}>
          {say('app.save')}
        </button>
      </div>
    </form>
  )
}
