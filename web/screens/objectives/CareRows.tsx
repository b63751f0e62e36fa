/** The minutes behind a cost, by day and conversation. One's own can be put right. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Care } from '../../../src/api/objectives/shapes.returns.ts'
import { put, remove } from '../../api/client.ts'
import { type Behind, careQuery, fileOf } from '../../api/queries.outcomes.ts'
import { meQuery } from '../../api/queries.ts'
import { Day } from '../../parts/Day.tsx'
import { did } from '../../parts/last-act.ts'
import { timeSpent } from '../../parts/money.ts'
import { Failed, Loading, whyOf } from '../../parts/Notice.tsx'
import { useSay } from '../../words/words.ts'

type Props = { behind: Behind; title?: string | undefined; mine?: boolean }

export function CareRows({ behind, title, mine = false }: Props) {
  const say = useSay()
  const me = useQuery(meQuery).data?.teammate.id
  const found = useInfiniteQuery(careQuery(behind))
  const rows = found.data?.pages.flatMap(({ items }) => items) ?? []
  const heading = title ? say('care.rows.of', { name: title }) : say(mine ? 'care.mine' : 'care.rows')
  return (
    <section className="behind" aria-label={heading}>
      <h2>{heading}</h2>
      <p className="behind-acts">
        <span className="soft">{say('care.how')}</span>
        <a className="link" href={fileOf('care', behind)} download>
          {say('return.csv')}
        </a>
      </p>
      {found.status === 'pending' && <Loading lines={4} />}
      {found.status === 'error' && (
        <Failed title={say('care.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {found.status === 'success' && rows.length === 0 && <p className="soft">{say('care.none')}</p>}
      {rows.length > 0 && (
        <div className="return-table">
          <table>
            <thead>
              <tr>
                {(['day', 'who', 'with', 'room', 'time', 'right'] as const).map((it) => (
                  <th key={it} scope="col">
                    {say(`care.column.${it}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Day day={row.day} />
                  </td>
                  <td>
                    <bdi>{row.teammate.name}</bdi>
                  </td>
                  <td>
                    {row.conversationId === null ? (
                      <span className="soft">{say('return.gone')}</span>
                    ) : (
                      <Link to="/c/$id" params={{ id: row.conversationId }}>
                        <bdi>{row.name}</bdi>
                      </Link>
                    )}
                  </td>
                  <td>
                    <bdi>{row.room?.name ?? say('return.gone')}</bdi>
                  </td>
                  <td>{timeSpent(row.seconds)}</td>
                  <td>{row.teammate.id === me && <PutRight row={row} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && (
        <button type="button" className="button" onClick={() => void found.fetchNextPage()}>
          {say('outcome.more')}
        </button>
      )}
    </section>
  )
}

function PutRight({ row }: { row: Care }) {
  const say = useSay()
  const client = useQueryClient()
  const [minutes, setMinutes] = useState<string | null>(null)
  const measured = row.reading + row.writing
  const again = () =>
    Promise.all(['care', 'return'].map((noun) => client.invalidateQueries({ queryKey: [noun] }))).then(() => {})
  const back = () =>
    row.seconds === measured ? remove(`/care/${row.id}`) : put(`/care/${row.id}`, { minutes: row.seconds / 60 })
  const save = useMutation({
    mutationFn: (to: number) => put(`/care/${row.id}`, { minutes: to }),
    onSuccess: () => {
      setMinutes(null)
      did({ said: say('care.did'), leavesAt: null, undo: () => back().then(again) })
      return again()
    },
    onError: (error) => void did({ said: whyOf(error, say), leavesAt: null, undo: null }),
  })
  if (minutes === null) {
    return (
      <>
        <button type="button" className="link" onClick={() => setMinutes(String(Math.round(row.seconds / 60)))}>
          {say('care.put-right')}
          <span className="aloud">: {row.name}</span>
        </button>
        {row.seconds !== measured && (
          <span className="soft"> {say('care.measured', { time: timeSpent(measured) })}</span>
        )}
      </>
    )
  }
  return (
    <form
      className="put-right"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(Number(minutes))
      }}
    >
      <input
        type="number"
        min={0}
        max={1440}
        step={1}
        required
        aria-label={say('care.minutes', { name: row.name ?? '' })}
        value={minutes}
        onChange={(event) => setMinutes(event.target.value)}
      />
      <button type="submit" className="button small" disabled={save.isPending}>
        {say('care.keep')}
      </button>
    </form>
  )
}
