/** Search over every message: the words of the query, where it could not be read, and what was found. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Refused } from '../../api/client.ts'
import { foundQuery } from '../../api/queries.ts'
import { Failed, Loading, Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { QueryBox } from '../../parts/QueryBox.tsx'
import { useKnown } from '../../parts/use-known.ts'
import { wrongIn } from '../../parts/wrong-query.ts'
import { useSay } from '../../words/words.ts'
import { FoundMessage } from './FoundMessage.tsx'
import './search.css'

const typingMs = 250

export default function SearchScreen() {
  const say = useSay()
  const navigate = useNavigate()
  const known = useKnown()
  const { q = '' } = useSearch({ strict: false })
  const [words, setWords] = useState(q)
  const found = useInfiniteQuery(foundQuery(q))
  const results = found.data?.pages.flatMap((page) => page.items) ?? []
  const refused = found.error instanceof Refused && found.error.problem.status === 422 ? found.error.problem : null
  const wrong = refused && wrongIn(q, refused.detail)

  // The address follows the typing, so that a search can be shared and stepped back to.
  useEffect(() => {
    if (words === q) return
    const timer = setTimeout(
      () => navigate({ to: '/search', search: { q: words || undefined }, replace: true }),
      typingMs,
    )
    return () => clearTimeout(timer)
  }, [words, q, navigate])

  return (
    <Page title={say('nav.search')}>
      {/* Escape leaves the box, so that the keys work again; while something is offered, it closes that first. */}
      <search className="search-box" onKeyDown={leaveOnEscape}>
        <Search size={18} aria-hidden="true" />
        <QueryBox
          label={say('search.label')}
          value={words}
          onChange={setWords}
          known={known}
          wrong={words === q ? wrong : null}
          hint={say('search.hint')}
          autoFocus
          maxLength={4096}
        />
      </search>
      <div role="status" className="aloud">
        {found.isSuccess && results.length === 0 && say('search.none')}
      </div>
      {wrong === null && found.error && (
        <Failed title={say('search.failed')} error={found.error} again={() => void found.refetch()} />
      )}
      {q.trim() === '' && <Notice title={say('search.start')} />}
      {found.isLoading && <Loading lines={5} />}
      {found.isSuccess && results.length === 0 && <Notice title={say('search.none')} />}
      {results.length > 0 && (
        <ol className="found" aria-label={say('search.results')}>
          {results.map((result) => (
            <FoundMessage key={result.message.id} found={result} />
          ))}
        </ol>
      )}
      {found.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={found.isFetchingNextPage}
          onClick={() => found.fetchNextPage()}
        >
          {say('app.more')}
        </button>
      )}
    </Page>
  )
}

function leaveOnEscape(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
}
