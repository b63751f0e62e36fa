/** A brief goes to a program of others, and what became of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Push } from '../../../src/api/questions/shapes.receivers.ts'
import { post } from '../../api/client.ts'
import { pushesQuery, receiversQuery } from '../../api/queries.receivers.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { shortTime } from '../../parts/time-words.ts'
import { locale, type Say, useSay } from '../../words/words.ts'

export default function Pushes({ question }: { question: string }) {
  const say = useSay()
  const client = useQueryClient()
  const receivers = useQuery(receiversQuery).data?.items
  const pushes = useQuery(pushesQuery(question)).data?.items ?? []
  const reread = () => client.invalidateQueries({ queryKey: pushesQuery(question).queryKey })
  const push = useMutation({
    mutationFn: (receiver: string) => post(`/questions/${question}/brief/pushes`, { receiver }),
    onSuccess: reread,
  })
  const again = useMutation({ mutationFn: (id: string) => post(`/pushes/${id}/again`), onSuccess: reread })
  const error = push.error ?? again.error
  return (
    <div className="pushes">
      {receivers?.length === 0 && <p className="soft">{say('pushes.none')}</p>}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a line */}
      <div className="card-acts" role="group" aria-label={say('pushes.title')}>
        {receivers?.map(({ id, name }) => (
          <button key={id} type="button" className="button" disabled={push.isPending} onClick={() => push.mutate(id)}>
            {say('pushes.do', { name })}
          </button>
        ))}
      </div>
      <ul className="lines" aria-live="polite">
        {pushes.map((it) => (
          <li key={it.id} className={it.state === 'refused' ? 'line wrong' : 'line soft'}>
            {toldOf(it, say)}
            {it.state === 'refused' && (
              <button type="button" className="link" disabled={again.isPending} onClick={() => again.mutate(it.id)}>
                {say('pushes.again')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className="wrong">
          {whyOf(error, say)}
        </p>
      )}
    </div>
  )
}

function toldOf(it: Push, say: Say): string {
  const short = (at: string) => shortTime(new Date(at), new Date(), locale())
  const name = it.receiver.name
  if (it.state === 'sent') return say('pushes.sent', { name, by: it.by.name, time: short(it.at) })
  if (it.state === 'refused') return say('pushes.refused', { name, why: it.why ?? '' })
  if (it.why === null || it.next === null) return say('pushes.queued', { name, time: short(it.at) })
  return say('pushes.trying', { name, why: it.why, time: short(it.next) })
}
