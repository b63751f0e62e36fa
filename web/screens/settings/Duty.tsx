/** Whose turn it is on which day: a storm that is warned of begins with them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Duty as Rota } from '../../../src/api/workspace/shapes.duty.ts'
import { put } from '../../api/client.ts'
import { dutyQuery } from '../../api/queries.duty.ts'
import { teammatesQuery } from '../../api/queries.ts'
import { whyOf } from '../../parts/Notice.tsx'
import { locale, useSay } from '../../words/words.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

export function Duty() {
  const say = useSay()
  const client = useQueryClient()
  const turns = useQuery(dutyQuery).data?.items
  const team = (useQuery(teammatesQuery).data ?? []).filter(({ role }) => role !== 'guest')
  const change = useMutation({
    mutationFn: ({ weekday, teammate }: { weekday: number; teammate: string | null }) =>
      put<Rota>(`/duty/${weekday}`, { teammate }),
    onSuccess: (now) => client.setQueryData(dutyQuery.queryKey, now),
  })
  return (
    <section className="setting" aria-labelledby="settings-duty">
      <h2 id="settings-duty">{say('duty.title')}</h2>
      <p className="soft">{say('duty.lead')}</p>
      {turns && (
        <div className="retention">
          {weekdays.map((weekday) => (
            <Turn
              key={weekday}
              weekday={weekday}
              chosen={turns.find((it) => it.weekday === weekday)?.teammate.id ?? ''}
              team={team}
              busy={change.isPending}
              onChange={(teammate) => change.mutate({ weekday, teammate })}
            />
          ))}
        </div>
      )}
      {change.error && (
        <p role="alert" className="wrong">
          {whyOf(change.error, say)}
        </p>
      )}
    </section>
  )
}

type TurnProps = {
  weekday: number
  chosen: string
  team: readonly { id: string; name: string }[]
  busy: boolean
  onChange: (teammate: string | null) => void
}

function Turn({ weekday, chosen, team, busy, onChange }: TurnProps) {
  const say = useSay()
  const id = `duty-${weekday}`
  return (
    <>
      <label htmlFor={id}>{nameOfDay(weekday)}</label>
      <select id={id} value={chosen} disabled={busy} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{say('duty.nobody')}</option>
        {team.map((it) => (
          <option key={it.id} value={it.id}>
            {it.name}
          </option>
        ))}
      </select>
    </>
  )
}

/** The first of January 2024 was a Monday. */
const nameOfDay = (weekday: number): string =>
  new Date(Date.UTC(2024, 0, weekday)).toLocaleDateString(locale(), { weekday: 'long', timeZone: 'UTC' })
