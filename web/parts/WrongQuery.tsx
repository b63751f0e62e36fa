/** A query that could not be read: why, and the place in it. */
import { useSay } from '../words/words.ts'
import { placeOf } from './wrong-query.ts'

export function WrongQuery({ query, detail }: { query: string; detail: string }) {
  const say = useSay()
  const { column, why } = placeOf(detail)
  return (
    <div role="alert" className="wrong-query">
      <p className="wrong">
        {say('search.wrong')} {why}
      </p>
      {column !== null && (
        <pre aria-hidden="true">
          {query}
          {'\n'}
          {' '.repeat(column - 1)}↑ {say('search.where')}
        </pre>
      )}
    </div>
  )
}
