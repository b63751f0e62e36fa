/** The talks behind one number of the care page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { behindQuery, type WaitedBehind as Wanted } from '../../api/queries.waited.ts'
import { timeSpent } from '../../parts/money.ts'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { At } from '../../parts/Time.tsx'
import { locale, useSay } from '../../words/words.ts'

export function WaitedBehind({ of, name }: { of: Wanted; name: string }) {
  const say = useSay()
  const found = useQuery(behindQuery(of))
  const ended = of.which === 'closed' || of.which === 'reopened'
  const heading = say('waited.behind', { of: name, number: say(`waited.${of.which}`) })
  const rows = found.data?.items ?? []
  return (
    <section className="behind" aria-label={heading}>
      <h2>{heading}</h2>
      {found.status === 'pending' && <Loading lines={4} />}
      {found.status === 'error' && (
        <Failed title={say('waited.behind.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {found.data && rows.length === 0 && <p className="soft">{say('waited.behind.none')}</p>}
      {found.data && found.data.all > rows.length && (
        <p className="soft">
          {say('waited.behind.some', { shown: rows.length, all: found.data.all.toLocaleString(locale()) })}
        </p>
      )}
      {rows.length > 0 && (
        <div className="return-table">
          <table>
            <thead>
              <tr>
                {(['who', 'room', 'said', ended ? 'closed' : 'at', ended ? 'again' : 'waited'] as const).map((it) => (
                  <th key={it} scope="col">
                    {say(`waited.column.${it}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link to="/c/$id" params={{ id: row.conversationId }} search={ended ? {} : { m: row.id }}>
                      <bdi>{row.person}</bdi>
                    </Link>
                  </th>
                  <td>
                    <bdi>{row.room}</bdi>
                  </td>
                  <td className="waited-said">
                    <bdi>{row.text}</bdi>
                  </td>
                  <td>
                    <At at={row.at} />
                  </td>
                  <td>
                    {ended ? (
                      row.until !== null && <At at={row.until} />
                    ) : row.waited === null ? (
                      <span className="soft">{say('waited.still')}</span>
                    ) : (
                      timeSpent(Math.round(row.waited))
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
