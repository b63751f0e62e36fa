/** The people behind one number of the page of people won and lost. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Fate, type WonSearch, wonPeopleQuery } from '../../api/queries.won.ts'
import { Failed, Loading } from '../../parts/Notice.tsx'
import { At } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'
import { reasonText } from '../wooing/reason-text.ts'
import { monthText } from './won-months.ts'

export function WonPeople({ of }: { of: WonSearch & { fate: Fate } }) {
  const say = useSay()
  const found = useQuery(wonPeopleQuery(of))
  const rows = found.data?.items ?? []
  const name = [
    of.month === undefined ? say('won.all') : monthText(of.month, 'long'),
    ...(of.cause === undefined ? [] : [say(`wooing.cause.${of.cause as 'waiting'}`)]),
  ].join(', ')
  const heading = say('waited.behind', { of: name, number: say(`won.${of.fate}`) })
  const ended = of.fate !== 'on-the-way'
  return (
    <section className="behind" aria-label={heading}>
      <h2>{heading}</h2>
      {found.status === 'pending' && <Loading lines={4} />}
      {found.status === 'error' && (
        <Failed title={say('won.people.error')} error={found.error} again={() => void found.refetch()} />
      )}
      {found.data && rows.length === 0 && <p className="soft">{say('won.people.none')}</p>}
      {rows.length > 0 && (
        <div className="return-table">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('waited.column.who')}</th>
                <th scope="col">{say('won.cause')}</th>
                <th scope="col">{say('won.spotted')}</th>
                {ended && <th scope="col">{say(`won.${of.fate}`)}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link to="/people/$id" params={{ id: row.person.id }}>
                      <bdi>{row.person.name}</bdi>
                    </Link>
                  </th>
                  <td>{reasonText(row.reason, say)}</td>
                  <td>
                    <At at={row.spottedAt} />
                  </td>
                  {ended && <td>{row.until !== null && <At at={row.until} />}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
