/** The list on screen: its pages, and the news that gathers behind it without moving what is being read. */
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ConversationLine } from '../../../src/api/shapes.ts'
import { get } from '../../api/client.ts'
import { type Batch, useLive } from '../../api/live.ts'
import { conversationsPath, conversationsQuery, type Page, type View } from '../../api/queries.ts'
import { gather } from './gather.ts'

type Pages = InfiniteData<Page<ConversationLine>, string | null>

/** So many rows that left the view are asked for one by one; the rest show as they were until the list is read again. */
const askedSingly = 10

export function useList(view: View) {
  const client = useQueryClient()
  const query = useInfiniteQuery(conversationsQuery(view))
  const { queryKey } = conversationsQuery(view)
  const viewName = JSON.stringify(view)
  const [held, setHeld] = useState<{ view: string; ids: ReadonlySet<string> }>({ view: viewName, ids: new Set() })
  const lines = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])

  const change = (next: (pages: Pages) => Pages) =>
    client.setQueryData<Pages>(queryKey, (pages) => (pages === undefined ? pages : next(pages)))

  const now = { lines, view, complete: query.hasNextPage === false && query.isSuccess }
  const state = useRef(now)
  useEffect(() => {
    state.current = now
  })

  async function hear(ids: ReadonlySet<string>) {
    const { view: of, lines: shown, complete } = state.current
    const fresh = await linesOf(of, ids, new Set(shown.map((line) => line.id)))
    if (state.current.view !== of) return
    const news = gather({ lines: state.current.lines, order: of.order, complete }, fresh)
    if (news.changed.length + news.after.length > 0)
      change((pages) => appendTo(replaceIn(pages, news.changed), news.after))
    const name = JSON.stringify(of)
    if (news.held.length > 0) {
      setHeld((kept) => ({ view: name, ids: new Set([...(kept.view === name ? kept.ids : []), ...news.held]) }))
    }
  }
  const hearOnce = useOneAtATime(hear)
  useLive(useCallback((batch: Batch) => hearOnce(batch.conversations), [hearOnce]))

  return {
    lines,
    status: query.status,
    error: query.error,
    hasMore: query.hasNextPage,
    more: () => void (query.hasNextPage && !query.isFetchingNextPage && query.fetchNextPage()),
    held: held.view === viewName ? held.ids.size : 0,
    /** Reads the list again, with everything that waited behind it. */
    fresh: async () => {
      await client.invalidateQueries({ queryKey })
      setHeld({ view: viewName, ids: new Set() })
    },
    put: (line: ConversationLine) => change((pages) => replaceIn(pages, [line])),
    drop: (id: string) => change((pages) => mapItems(pages, (items) => items.filter((line) => line.id !== id))),
  }
}

/** What the news concerns, as it now is: what is in the view by one request, known rows that left it each by its own. */
async function linesOf(view: View, ids: ReadonlySet<string>, known: ReadonlySet<string>): Promise<ConversationLine[]> {
  const limit = Math.min(200, Math.max(20, ids.size))
  const { items } = await get<Page<ConversationLine>>(conversationsPath(view, { order: 'newest', limit }))
  const inView = items.filter((line) => ids.has(line.id))
  const found = new Set(inView.map((line) => line.id))
  const absent = [...ids].filter((id) => known.has(id) && !found.has(id)).slice(0, askedSingly)
  const single = await Promise.all(absent.map((id) => get<ConversationLine>(`/conversations/${id}`).catch(() => null)))
  return [...inView, ...single.filter((line) => line !== null)]
}

/** While one batch is being read, the next ones gather into a single one after it. */
function useOneAtATime(hear: (ids: ReadonlySet<string>) => Promise<void>) {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  const waiting = useRef(new Set<string>())
  const busy = useRef(false)
  return useCallback(async (ids: ReadonlySet<string>) => {
    for (const id of ids) waiting.current.add(id)
    if (busy.current) return
    busy.current = true
    while (waiting.current.size > 0) {
      const next = waiting.current
      waiting.current = new Set()
      // A request that fails loses nothing: the rows show when the list is next read.
      await latest.current(next).catch(() => {})
    }
    busy.current = false
  }, [])
}

function mapItems(pages: Pages, next: (items: ConversationLine[]) => ConversationLine[]): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: next(page.items) })) }
}

function replaceIn(pages: Pages, changed: ConversationLine[]): Pages {
  const byId = new Map(changed.map((line) => [line.id, line]))
  return mapItems(pages, (items) => items.map((line) => byId.get(line.id) ?? line))
}

function appendTo(pages: Pages, after: ConversationLine[]): Pages {
  const last = pages.pages.at(-1)
  if (last === undefined || after.length === 0) return pages
  return { ...pages, pages: [...pages.pages.slice(0, -1), { ...last, items: [...last.items, ...after] }] }
}
