/** Which objective a room, a listener or a brief serves; another is named in place. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { put } from '../api/client.ts'
import { objectivesQuery } from '../api/queries.objectives.ts'
import { useSay } from '../words/words.ts'
import { whyOf } from './Notice.tsx'

type Props = { noun: 'rooms' | 'listeners' | 'questions'; id: string; objective: string | null }

export function Serves({ noun, id, objective }: Props) {
  const say = useSay()
  const box = useId()
  const client = useQueryClient()
  const objectives = useQuery(objectivesQuery).data?.items ?? []
  const name = useMutation({
    mutationFn: (chosen: string | null) => put(`/${noun}/${id}/objective`, { objective: chosen }),
    onSuccess: () =>
      Promise.all(
        [noun, 'question', 'objectives', 'objective'].map((read) => client.invalidateQueries({ queryKey: [read] })),
      ),
  })
  const offered = objectives.filter((it) => it.letGoAt === null || it.id === objective)
  if (offered.length === 0) return null
  return (
    <p className="serves">
      <label htmlFor={box}>{say('serves')}</label>
      <select
        id={box}
        value={objective ?? ''}
        disabled={name.isPending}
        onChange={(event) => name.mutate(event.target.value || null)}
      >
        <option value="">{say('serves.none')}</option>
        {offered.map(({ id: of, result }) => (
          <option key={of} value={of}>
            {result}
          </option>
        ))}
      </select>
      {name.error && (
        <span role="alert" className="wrong">
          {whyOf(name.error, say)}
        </span>
      )}
    </p>
  )
}
