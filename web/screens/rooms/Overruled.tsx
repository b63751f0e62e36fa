/** What was advised against in this room and said all the same; what was so three times is no longer warned of there. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Overrulings } from '../../../src/api/rooms/shapes.advice.ts'
import { overrulingsQuery } from '../../api/charter.ts'
import { remove, withQuery } from '../../api/client.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'
import { overruledText } from '../conversation/warning-words.ts'

type Line = Overrulings['items'][number]

export function Overruled({ room }: { room: string }) {
  const say = useSay()
  const client = useQueryClient()
  const lines = useQuery(overrulingsQuery(room)).data?.items ?? []
  const reset = useMutation({
    mutationFn: ({ is, about }: Line) => remove(withQuery(`/rooms/${room}/overrulings`, { is, about })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['overrulings', room] }),
  })
  if (lines.length === 0) return null
  return (
    <details>
      <summary>{say('overruled.title', { n: lines.length })}</summary>
      <p className="hint">{say('overruled.lead')}</p>
      <ul>
        {lines.map((line) => (
          <li key={`${line.is} ${line.about}`}>
            <bdi>{overruledText(line, say)}</bdi>{' '}
            {say(line.standsBack ? 'overruled.back' : 'overruled.times', { n: line.times })}{' '}
            <button type="button" className="link" disabled={reset.isPending} onClick={() => reset.mutate(line)}>
              {say('overruled.reset')}
            </button>
          </li>
        ))}
      </ul>
      {reset.error && (
        <p role="alert" className="wrong">
          {whyOf(reset.error, say)}
        </p>
      )}
    </details>
  )
}
