/** What is asked of the server about charters, and the advice that follows from them. */
import { queryOptions } from '@tanstack/react-query'
import type { Advice, Overrulings } from '../../src/api/rooms/shapes.advice.ts'
import type { Charter } from '../../src/api/rooms/shapes.charter.ts'
import type { Speaking } from '../../src/api/rooms/shapes.speaking.ts'
import type { WorkedRooms } from '../../src/api/rooms/shapes.worked.ts'
import { get, question } from './client.ts'

const minute = 60_000

export const charterQuery = (room: string) =>
  queryOptions({
    queryKey: ['charter', room],
    queryFn: () => get<Charter>(`/rooms/${room}/charter`),
    staleTime: minute,
  })

/** What speaks against a draft. `where`: the conversation it answers, or the room it would be said in first. */
export const adviceQuery = (where: `/conversations/${string}` | `/rooms/${string}`, text: string) =>
  queryOptions({
    queryKey: ['advice', where, text],
    queryFn: ({ signal }) => question<Advice>(`${where}/advice`, { text }, signal),
    enabled: text.trim() !== '',
    staleTime: minute,
    gcTime: minute,
    placeholderData: (before) => (text.trim() === '' ? undefined : before),
  })

/** What to know before we speak first in a room. */
export const speakingQuery = (room: string) =>
  queryOptions({
    queryKey: ['speaking', room],
    queryFn: () => get<Speaking>(`/rooms/${room}/speaking`),
    enabled: room !== '',
    staleTime: 0,
  })

/** How well each room is worked. */
export const workedQuery = queryOptions({
  queryKey: ['worked'],
  queryFn: () => get<WorkedRooms>('/worked'),
  staleTime: minute / 2,
})

export const overrulingsQuery = (room: string) =>
  queryOptions({
    queryKey: ['overrulings', room],
    queryFn: () => get<Overrulings>(`/rooms/${room}/overrulings`),
    staleTime: minute,
  })
