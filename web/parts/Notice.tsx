/** The quiet page in place of content: nothing there, still loading, or something went wrong and what to do. */
import { useEffect, useState } from 'react'
import { Refused, Unreachable } from '../api/client.ts'
import { type Say, useSay } from '../words/words.ts'

type NoticeProps = { title: string; page?: boolean; children?: React.ReactNode }

/** With `page`, it is all there is on the page, and its title the page's heading. */
export function Notice({ title, page = false, children }: NoticeProps) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className="notice">
      <Title className="notice-title">{title}</Title>
      {children}
    </div>
  )
}

/** What went wrong, in words, with a way to try again where that can help. */
export function Failed({ title, error, again }: { title: string; error: unknown; again?: () => void }) {
  const say = useSay()
  const forbidden = error instanceof Refused && error.problem.status === 403
  return (
    <div className="notice" role="alert">
      <p className="notice-title">{title}</p>
      <p>{whyOf(error, say)}</p>
      {again && !forbidden && (
        <button type="button" className="button" onClick={again}>
          {say('app.retry')}
        </button>
      )}
    </div>
  )
}

/** Grey lines in place of what is loading, shown only where it takes longer than 300 ms. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const say = useSay()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className="skeleton" role="status">
      <span className="aloud">{say('app.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  )
}

/** An error in words for people: the server's own where it gave any. */
export function whyOf(error: unknown, say: Say): string {
  if (error instanceof Unreachable) return say('app.unreachable')
  if (error instanceof Refused) return error.problem.status === 403 ? say('app.forbidden') : error.message
  return say('app.broke')
}
