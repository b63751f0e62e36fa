/** What the care page reads, and which parts of it an address names. */
import { queryOptions } from '@tanstack/react-query'
import type { BehindWaited, Waited } from '../../src/api/objectives/shapes.waited.ts'
import { get, withQuery } from './client.ts'

export const spans = [7, 30, 90] as const
export const behindNumbers = ['asked', 'answered', 'in-time', 'late', 'longest', 'closed', 'reopened'] as const
export type BehindNumber = (typeof behindNumbers)[number]

/** The days, and what is opened beneath the table: the talks behind one number of all, of a room or of an intent. */
export type WaitedSearch = { days?: (typeof spans)[number]; which?: BehindNumber; room?: string; intent?: string }

/** How long people waited for a word. */
export const waitedQuery = (days: number) =>
  queryOptions({
    queryKey: ['waited', days],
    queryFn: () => get<Waited>(withQuery('/care/waited', { days: String(days) })),
    placeholderData: (before) => before,
  })

export type WaitedBehind = { days: string; to: string; which: BehindNumber; room?: string; intent?: string }

export const behindQuery = (of: WaitedBehind) =>
  queryOptions({
    queryKey: ['waited', 'behind', of],
    queryFn: () => get<BehindWaited>(withQuery('/care/waited/behind', of)),
  })
