/** The list on screen: its pages, and the news that gathers behind it without moving what is being read. */
import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ConversationLine } from '../../../src/api/shapes.ts'
import { get } from '../../api/client.ts'
import { type Batch, useLive } from '../../api/live.ts'
import { conversationsPath, conversationsQuery, meQuery, type Page, type View } from '../../api/queries.ts'
import { type Behind, nothingBehind } from './behind.ts'
import { crowd, gather, heardIn, showsAtOnce } from './gather.ts'
import { type News, useRounds } from './use-rounds.ts'

type Pages = InfiniteData<Page<ConversationLine>, string | null>

/** So many rows that left the view are asked for one by one; the rest show as they were until the list is read again. */
const askedSingly = 10
/** So many of the news are looked at in one round, known rows first; of the API, the most that one request may ask for. */
const askedTogether = 100

export function useList(view: View) {
  const client = useQueryClient()
  const query = useInfiniteQuery(conversationsQuery(view))
  const { queryKey } = conversationsQuery(view)
  const lines = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const viewName = JSON.stringify(view)
  const { held, hold, mark, shown } = useBehind(viewName)

  const change = (next: (pages: Pages) => Pages) =>
    client.setQueryData<Pages>(queryKey, (pages) => (pages === undefined ? pages : next(pages)))

  const now = { lines, view, order: view.order, complete: query.hasNextPage === false && query.isSuccess }
  const state = useRef(now)
  useEffect(() => {
    state.current = now
  })
  // Rows may come by other ways than by asking for what is new.
  useEffect(() => shown(0, lines), [shown, lines])

  async function hear({ view: of, ids, heard }: News) {
    const { view: onScreen, lines: known } = state.current
    if (onScreen !== of) return
    const fresh = await linesOf(of, ids, new Set(known.map((line) => line.id)))
    if (state.current.view !== of) return
    const news = gather(state.current, fresh)
    if (news.changed.length + news.after.length > 0)
      change((pages) => appendTo(replaceIn(pages, news.changed), news.after))
    const found = new Set(fresh.map((line) => line.id))
    hold([...news.held, ...crowd(state.current, heard).filter((id) => !found.has(id))])
  }
  const hearInRounds = useRounds(hear)
  useLive(
    useCallback(
      ({ events, conversations }: Batch) => {
        // A guest hears of conversations that are not in any of their views.
        const guest = client.getQueryData(meQuery.queryKey)?.teammate.role === 'guest'
        const { view } = state.current
        const heard = guest ? new Set<string>() : heardIn(view, events)
        const counted = new Set(showsAtOnce(state.current) ? [] : crowd(state.current, heard))
        hold(counted)
        hearInRounds({ view, ids: conversations.difference(counted), heard: heard.difference(counted) })
      },
      [client, hold, hearInRounds],
    ),
  )

  /** Reads the list again, with everything that waited behind it. Where that fails, it waits on. */
  const fresh = async () => {
    const before = mark()
    const read = await client.refetchQueries({ queryKey, exact: true }, { throwOnError: true }).then(
      () => true,
      () => false,
    )
    const pages = client.getQueryData<Pages>(queryKey)
    if (read) shown(before, pages?.pages.flatMap((page) => page.items) ?? [])
  }
  const running = useRef<{ of: string; reading: Promise<void> } | null>(null)
  const [asked, setAsked] = useState<string | null>(null)

  return {
    lines,
    status: query.status,
    error: query.error,
    hasMore: query.hasNextPage,
    // A further page would break off a reading of the whole.
    more: () => void (query.hasNextPage && !query.isFetching && query.fetchNextPage()),
    /** None while they are being read: asking for them was heard. */
    held: asked === viewName ? 0 : held,
    fresh,
    /** As `fresh`, for whoever asks to see what is new: asking again while it is being read does not begin anew. */
    showNew: async () => {
      if (running.current?.of === viewName) return running.current.reading
      const reading = fresh()
      running.current = { of: viewName, reading }
      setAsked(viewName)
      await reading
      if (running.current?.reading !== reading) return
      running.current = null
      setAsked(null)
    },
    put: (line: ConversationLine) => change((pages) => replaceIn(pages, [line])),
    drop: (id: string) => change((pages) => mapItems(pages, (items) => items.filter((line) => line.id !== id))),
  }
}

/** How many conversations wait behind the view on screen. Another view begins with none. */
function useBehind(view: string) {
  const [held, setHeld] = useState({ view, count: 0 })
  const kept = useRef<{ view: string; behind: Behind }>({ view, behind: nothingBehind() })
  useEffect(() => {
    kept.current = { view, behind: nothingBehind() }
  }, [view])
  const ways = useMemo(() => {
    const change = (how: (behind: Behind) => void) => {
      const { behind } = kept.current
      // Read for a view that nobody looks at any more.
      if (kept.current.view !== view) return
      how(behind)
      setHeld((last) => (last.view === view && last.count === behind.count ? last : { view, count: behind.count }))
    }
    return {
      hold: (ids: Iterable<string>) => change((behind) => behind.hold(ids)),
      mark: () => (kept.current.view === view ? kept.current.behind.mark() : 0),
      shown: (mark: number, rows: ConversationLine[]) =>
        change((behind) =>
          behind.shown(
            mark,
            rows.map((line) => line.id),
          ),
        ),
    }
  }, [view])
  return { ...ways, held: held.view === view ? held.count : 0 }
}

/** What the news concerns, as it now is: what is in the view by one request, known rows that left it each by its own. */
async function linesOf(view: View, ids: ReadonlySet<string>, known: ReadonlySet<string>): Promise<ConversationLine[]> {
  const asked = [...ids.intersection(known), ...ids.difference(known)].slice(0, askedTogether)
  if (asked.length === 0) return []
  const { items } = await get<Page<ConversationLine>>(conversationsPath(view, { ids: asked }))
  const found = new Set(items.map((line) => line.id))
  const absent = asked.filter((id) => known.has(id) && !found.has(id)).slice(0, askedSingly)
  const single = await Promise.all(absent.map((id) => get<ConversationLine>(`/conversations/${id}`).catch(() => null)))
  return [...items, ...single.filter((line) => line !== null)]
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
