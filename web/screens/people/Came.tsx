/** What came of talking with somebody, and writing down by hand what did: the handshake that no machine sees. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { outcomesQuery } from '../../api/queries.outcomes.ts'
import { moneyText } from '../../parts/money.ts'
import { At } from '../../parts/Time.tsx'
import { useSay } from '../../words/words.ts'

const OutcomeDialog = lazy(() => import('../../parts/OutcomeDialog.tsx'))

export default function Came({ person }: { person: { id: string; name: string } }) {
  const say = useSay()
  const [writing, setWriting] = useState(false)
  const found = useInfiniteQuery(outcomesQuery({ person: person.id })).data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section>
      <h2>{say('outcome.of-person')}</h2>
      <ul className="came">
        {found.map(({ id, what, valueCents, currency, at, disputed }) => (
          <li key={id}>
            <bdi>{what}</bdi> {valueCents > 0 && moneyText(valueCents, currency)}{' '}
            <span className="soft">
              <At at={at} />
            </span>
            {disputed && <span className="chip slope">{say('outcome.dispute.stands')}</span>}
          </li>
        ))}
      </ul>
      <button type="button" className="button small" onClick={() => setWriting(true)}>
        {say('outcome.write')}
      </button>
      {writing && (
        <Suspense>
          <OutcomeDialog person={person} onClose={() => setWriting(false)} />
        </Suspense>
      )}
    </section>
  )
}
