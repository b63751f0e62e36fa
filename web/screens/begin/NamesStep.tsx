/** The names we go by: what people say of us is listened for, and a sample of it is judged while it is written. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Listener } from '../../../src/api/listening/shapes.listeners.ts'
import { post, put } from '../../api/client.ts'
import { objectivesQuery } from '../../api/queries.objectives.ts'
import { meQuery } from '../../api/queries.ts'
import { Field } from '../../parts/Field.tsx'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { type Judged, judgedAnew } from '../listeners/judged.ts'
import { Tried } from '../listeners/Tried.tsx'
import { useReading } from '../listeners/use-reading.ts'
import '../listeners/listeners.css'
import { queryOf } from './names.ts'
import { Heard } from './RoomsStep.tsx'

const lookMs = 3_000
const examples = 10

export function NamesStep() {
  const say = useSay()
  const client = useQueryClient()
  const workspace = useQuery(meQuery).data?.workspace.name ?? ''
  const objective = useQuery(objectivesQuery).data?.items.find(({ letGoAt }) => letGoAt === null)
  const [typed, setTyped] = useState<string | null>(null)
  const [judged, setJudged] = useState<Judged>(new Map())
  const names = typed ?? workspace
  const query = queryOf(names)
  const { reading, found, again, isOfNow } = useReading({ query, rooms: null, listener: null, judged, examples })
  const waits = found === null || found.messages === 0
  // A room that was added a moment ago is still being heard.
  useEffect(() => {
    const timer = waits && query !== '' ? setInterval(again, lookMs) : undefined
    return () => clearInterval(timer)
  }, [waits, query, again])
  const save = useMutation({
    mutationFn: async () => {
      const said = [...judged].flatMap(([id, aboutUs]) => (aboutUs === null ? [] : [{ id, aboutUs }]))
      const name = say('begin.names.listener')
      const made = await post<Listener>('/listeners', { name, query, rooms: null, judged: said })
      if (objective) await put(`/listeners/${made.id}/objective`, { objective: objective.id })
    },
    onSuccess: () =>
      Promise.all(
        ['listeners', 'objectives', 'first-steps'].map((noun) => client.invalidateQueries({ queryKey: [noun] })),
      ),
  })
  const refusal = isOfNow ? (reading?.refusal ?? null) : null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field
        label={say('begin.names.label')}
        hint={say('begin.names.hint')}
        value={names}
        onChange={setTyped}
        wrong={save.error ? whyOf(save.error, say) : refusal}
        autoComplete="off"
        autoFocus
      />
      {query !== '' && <p className="soft">{say('begin.names.query', { query })}</p>}
      <Heard />
      {found && found.messages > 0 ? (
        <Tried
          found={found}
          judged={judged}
          onJudge={(id, kept, aboutUs) => setJudged((now) => judgedAnew(now, id, kept, aboutUs))}
          onMore={null}
          stale={!isOfNow}
        />
      ) : (
        <p className="soft" role="status">
          {say('begin.names.none')}
        </p>
      )}
      <div className="form-foot">
        <button type="submit" className="button main" disabled={save.isPending || query === ''}>
          {say('begin.names.listen')}
        </button>
      </div>
    </form>
  )
}
