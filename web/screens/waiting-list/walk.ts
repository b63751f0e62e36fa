/** Going through the list and from view to view, and fetching ahead of whoever does. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import type { ConversationLine } from '../../../src/api/shapes.ts'
import { conversationQuery, roomsQuery, type View, viewNames } from '../../api/queries.ts'
import { useActions } from '../../keys/keys.ts'
import type { useView } from './use-view.ts'

/** What is likely read next is fetched before it is asked for: the screen itself once, then each next conversation. */
export function useReadAhead(id: string | null) {
  const client = useQueryClient()
  useEffect(() => {
    const timer = setTimeout(() => {
      void import('../conversation/ConversationScreen.tsx')
      if (id !== null) void client.prefetchQuery(conversationQuery(id))
    }, aheadMs)
    return () => clearTimeout(timer)
  }, [client, id])
}

/** Who walks fast through the list fetches nothing on the way. */
const aheadMs = 300

/** Going from one conversation to another in the order of the list. */
export function useWalk(lines: ConversationLine[], search: ReturnType<typeof useView>['search']) {
  const navigate = useNavigate()
  const openId = useParams({ strict: false }).id ?? null
  const ids = useRef<string[]>([])
  useEffect(() => {
    ids.current = lines.map((line) => line.id)
  }, [lines])
  return useMemo(() => {
    const neighbour = (id: string, by: 1 | -1) => ids.current[ids.current.indexOf(id) + by]
    // One step back always leads to the list, however many conversations were read on the way.
    const open = (id: string) => void navigate({ to: '/c/$id', params: { id }, search, replace: openId !== null })
    const back = () => void navigate({ to: '/', search })
    const next = (from: string) => {
      const to = neighbour(from, 1) ?? neighbour(from, -1)
      if (to === undefined) back()
      else open(to)
    }
    const toHistory = (person: string) => void navigate({ to: '/people/$id', params: { id: person } })
    return { openId, open, back, next, neighbour, toHistory }
  }, [navigate, openId, search])
}

/** `[` `]` and the digits go from view to view; after the five views come the rooms. */
export function useViewKeys(view: View) {
  const navigate = useNavigate()
  const rooms = useQuery(roomsQuery).data ?? []
  const all = [...viewNames.map((name) => ({ view: name })), ...rooms.map((room) => ({ room: room.id }))]
  const at = all.findIndex((it) => ('room' in it ? it.room === view.room : view.room === null && it.view === view.name))
  const go = (index: number) => {
    const search = all[(index + all.length) % all.length]
    if (search !== undefined) void navigate({ to: '/', search })
  }
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => digit <= all.length)
  useActions({
    viewNext: () => go(at + 1),
    // From `unsaid`, which has no place among them, back is the last one.
    viewPrevious: () => go(Math.max(at, 0) - 1),
    ...Object.fromEntries(digits.map((digit) => [`view${digit}`, () => go(digit - 1)])),
  })
}
