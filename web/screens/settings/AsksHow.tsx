/** Whether replies can ask how we did: off, until an admin wants it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../../src/api/shapes.ts'
import type { AsksHow as Setting } from '../../../src/api/verdicts/shapes.verdicts.ts'
import { put } from '../../api/client.ts'
import { asksHowQuery } from '../../api/queries.verdicts.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

export function AsksHow({ me }: { me: Me }) {
  const say = useSay()
  const client = useQueryClient()
  const setting = useQuery(asksHowQuery).data
  const set = async (on: boolean) => {
    client.setQueryData(asksHowQuery.queryKey, await put<Setting>('/how', { on }))
    await client.invalidateQueries({ queryKey: ['how'] })
  }
  const change = useMutation({
    mutationFn: set,
    onSuccess: (_, on) =>
      did({ said: say('how.kept', { on: on ? 'yes' : 'no' }), leavesAt: null, undo: () => set(!on) }),
  })
  return (
    <section className="setting" aria-labelledby="settings-how">
      <h2 id="settings-how">{say('how.title')}</h2>
      <p className="soft">{say('how.lead')}</p>
      {setting && (
        <label className="check">
          <input
            type="checkbox"
            checked={setting.on}
            disabled={!me.scopes.includes('admin') || change.isPending}
            onChange={(event) => change.mutate(event.target.checked)}
          />
          {say('how.on')}
        </label>
      )}
      {change.error && (
        <p role="alert" className="wrong">
          {whyOf(change.error, say)}
        </p>
      )}
    </section>
  )
}
