/** Whether the week in words comes to me by mail each Monday, in the language of the desk. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WeekMail as Setting } from '../../../src/api/week/shapes.week.ts'
import { put } from '../../api/client.ts'
import { weekMailQuery } from '../../api/queries.week.ts'
import { did } from '../../parts/last-act.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { language, useSay } from '../../words/words.ts'

export function WeekMail() {
  const say = useSay()
  const client = useQueryClient()
  const setting = useQuery(weekMailQuery).data
  const set = async (language: Setting['language']) => {
    client.setQueryData(weekMailQuery.queryKey, await put<Setting>('/week/mail', { language }))
  }
  const change = useMutation({
    mutationFn: set,
    onSuccess: (_, now) => {
      const before = setting?.language ?? null
      did({ said: say('week.mail.kept', { on: now === null ? 'no' : 'yes' }), leavesAt: null, undo: () => set(before) })
    },
  })
  if (setting === undefined) return null
  const { mails, last } = setting
  return (
    <section className="setting" aria-labelledby="settings-week">
      <h2 id="settings-week">{say('objectives.tab.week')}</h2>
      <p className="soft">
        {say('week.mail.lead')} <Link to="/objectives/week">{say('week.mail.see')}</Link>
      </p>
      <label className="check">
        <input
          type="checkbox"
          checked={setting.language !== null}
          disabled={change.isPending || (!mails && setting.language === null)}
          onChange={(event) => change.mutate(event.target.checked ? language() : null)}
        />
        {say('week.mail.on')}
      </label>
      {!mails && <p className="hint">{say('week.mail.none')}</p>}
      {last !== null && last.state !== 'sent' && last.why !== null && (
        <p className="wrong">{say('week.mail.failed', { monday: last.monday, why: last.why })}</p>
      )}
      {change.error && (
        <p role="alert" className="wrong">
          {whyOf(change.error, say)}
        </p>
      )}
    </section>
  )
}
