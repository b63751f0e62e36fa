/** What corrections taught this workspace, and the way back to the first day. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../../src/api/shapes.ts'
import { remove } from '../../api/client.ts'
import { learnedQuery } from '../../api/queries.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

export function Learned({ me }: { me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const learned = useQuery(learnedQuery)
  const forget = useMutation({
    mutationFn: () => remove('/learned'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['learned'] }),
  })
  const corrections = learned.data?.corrections ?? 0
  return (
    <section className="setting" aria-labelledby="settings-learned">
      <h2 id="settings-learned">{say('settings.learned')}</h2>
      <p className="soft">{say('settings.learned.lead', { n: corrections })}</p>
      {forget.error && (
        <p role="alert" className="wrong">
          {whyOf(forget.error, say)}
        </p>
      )}
      {me.scopes.includes('admin') && (
        <button
          type="button"
          className="button"
          disabled={forget.isPending || corrections === 0}
          onClick={() => forget.mutate()}
        >
          {say('settings.learned.forget')}
        </button>
      )}
    </section>
  )
}
