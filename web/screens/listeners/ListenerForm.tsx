/** Makes or changes a listener: its query with what is wrong in it, what it would have heard, and what to exclude. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Listener } from '../../../src/api/listening/shapes.listeners.ts'
import type { Room } from '../../../src/api/shapes.ts'
import { post, put, Refused, remove } from '../../api/client.ts'
import { Field } from '../../parts/Field.tsx'
import { Failed, Loading, whyOf } from '../../parts/Notice.tsx'
import { QueryBox } from '../../parts/QueryBox.tsx'
import { useKnown } from '../../parts/use-known.ts'
import { useSay } from '../../words/words.ts'
import { ImportBox } from './ImportBox.tsx'
import { type Judged, judgedAnew } from './judged.ts'
import { Proposals } from './Proposals.tsx'
import { RoomChoice } from './RoomChoice.tsx'
import { shownFirst, shownMost, Tried } from './Tried.tsx'
import { useReading } from './use-reading.ts'

type Props = { listener: Listener | null; rooms: Room[]; onClose: () => void }

export function ListenerForm({ listener, rooms, onClose }: Props) {
  const say = useSay()
  const client = useQueryClient()
  const known = useKnown()
  const [name, setName] = useState(listener?.name ?? '')
  const [query, setQuery] = useState(listener?.query ?? '')
  const [chosen, setChosen] = useState(listener?.rooms ?? null)
  const [judged, setJudged] = useState<Judged>(new Map())
  const [examples, setExamples] = useState(shownFirst)
  const read = useReading({ query, rooms: chosen, listener: listener?.id ?? null, judged, examples })
  const { reading, found } = read
  const refusal = read.isOfNow ? (reading?.refusal ?? null) : null

  const save = useMutation({
    mutationFn: () => {
      const body = { name, query, rooms: chosen }
      if (listener !== null) return put(`/listeners/${listener.id}`, body)
      const said = [...judged].flatMap(([id, aboutUs]) => (aboutUs === null ? [] : [{ id, aboutUs }]))
      return post('/listeners', { ...body, judged: said })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['listeners'] })
      onClose()
    },
  })
  // What is said of a listener that stands is kept at once; of a new one it is kept with it.
  const keep = useMutation({
    mutationFn: ({ id, aboutUs }: { id: string; aboutUs: boolean | null }) => {
      const path = `/listeners/${listener?.id}/judgements/${id}`
      return aboutUs === null ? remove(path) : put(path, { aboutUs })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['tuning'] }),
    onError: (_error, { id }) => setJudged((now) => new Map([...now].filter(([other]) => other !== id))),
  })
  const judge = (id: string, kept: boolean | null, aboutUs: boolean) => {
    const next = judgedAnew(judged, id, kept, aboutUs)
    setJudged(next)
    if (listener !== null) keep.mutate({ id, aboutUs: next.get(id) ?? null })
  }
  const failed = save.error ?? keep.error
  const field = failed instanceof Refused ? failed.problem.field : null

  return (
    <form
      className="card listener-form"
      aria-label={listener === null ? say('listeners.new') : listener.name}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field
        label={say('listeners.name')}
        value={name}
        onChange={setName}
        wrong={field === 'name' ? whyOf(failed, say) : null}
        autoFocus={listener === null}
      />
      <QueryBox
        label={say('listeners.query')}
        labelled
        long
        value={query}
        onChange={setQuery}
        known={known}
        wrong={read.isOfNow ? (reading?.error ?? null) : null}
        hint={say('listeners.query.hint')}
        maxLength={4096}
        autoFocus={listener !== null}
      />
      {refusal && (
        <p className="wrong" role="status">
          {refusal}
        </p>
      )}
      <ImportBox onTake={setQuery} />
      <RoomChoice rooms={rooms} chosen={chosen} onChange={setChosen} />
      {read.error && <Failed title={say('tried.failed')} error={read.error} again={read.again} />}
      {read.isReading && !reading && <Loading lines={3} />}
      {found && !read.error && (
        <Tried
          found={found}
          judged={judged}
          onJudge={judge}
          stale={!read.isOfNow || reading?.error != null}
          onMore={
            found.examples.length < Math.min(found.messages, shownMost) && examples < shownMost
              ? () => setExamples(shownMost)
              : null
          }
        />
      )}
      <footer className="listener-foot">
        <Proposals proposals={read.proposals} onTake={(proposal) => setQuery(proposal.query)} stale={read.isTuning} />
        {failed && field !== 'name' && (
          <p role="alert" className="wrong">
            {whyOf(failed, say)}
          </p>
        )}
        <div className="form-foot">
          <button type="button" className="button quiet" onClick={onClose}>
            {say('app.cancel')}
          </button>
          <button type="submit" className="button main" disabled={save.isPending}>
            {say('app.save')}
          </button>
        </div>
      </footer>
    </form>
  )
}
