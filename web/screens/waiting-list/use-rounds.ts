/** Looking at news in rounds: one at a time and not too often, however much comes in. */
import { useCallback, useEffect, useRef } from 'react'
import type { View } from '../../api/queries.ts'

/** Conversations that something happened to; `heard`: those among them that an event puts into the view. */
export type News = { view: View; ids: ReadonlySet<string>; heard: ReadonlySet<string> }

const roundMs = 250

/** Gives a function that takes news: the first is looked at at once, what comes during a round together in the next. */
export function useRounds(look: (news: News) => Promise<void>) {
  const latest = useRef(look)
  useEffect(() => {
    latest.current = look
  })
  const waiting = useRef<News | null>(null)
  const busy = useRef(false)
  return useCallback(async (news: News) => {
    waiting.current = together(waiting.current, news)
    if (busy.current) return
    busy.current = true
    for (let next = waiting.current; next !== null; next = waiting.current) {
      waiting.current = null
      const began = performance.now()
      // A request that fails loses nothing: the rows show when the list is next read.
      await latest.current(next).catch(() => {})
      await new Promise((done) => setTimeout(done, began + roundMs - performance.now()))
    }
    busy.current = false
  }, [])
}

/** Another view is read whole when it is opened: what waited for the one before it is of no use to it. */
function together(before: News | null, news: News): News | null {
  if (news.ids.size === 0) return before
  if (before?.view !== news.view) return news
  return { ...news, ids: before.ids.union(news.ids), heard: before.heard.union(news.heard) }
}
