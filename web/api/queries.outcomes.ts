/** What the screens read of outcomes, minutes and the return: each named once, as in queries.ts. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Code, DueUpshot, Offer, Outcome } from '../../src/api/objectives/shapes.outcomes.ts'
import type { Care, Return } from '../../src/api/objectives/shapes.returns.ts'
import { get, withQuery } from './client.ts'
import type { Page } from './queries.ts'

/** What may have come of a conversation. */
export const offersQuery = (conversation: string) =>
  queryOptions({
    queryKey: ['offers', conversation],
    queryFn: () => get<{ items: Offer[] }>(`/conversations/${conversation}/offers`),
  })

/** Where I said that I did not know yet, and am asked again. */
export const upshotsQuery = queryOptions({
  queryKey: ['upshots'],
  queryFn: () => get<{ items: DueUpshot[] }>('/upshots'),
})

export const codesQuery = (conversation: string) =>
  queryOptions({
    queryKey: ['codes', conversation],
    queryFn: () => get<{ items: Code[] }>(`/conversations/${conversation}/codes`),
  })

export const returnQuery = (by: Return['by']) =>
  queryOptions({
    queryKey: ['return', by],
    queryFn: () => get<Return>(withQuery('/return', { by })),
    placeholderData: (before) => before,
  })

/** Which outcomes or minutes: those behind one number. */
export type Behind = Partial<
  Record<'objective' | 'room' | 'question' | 'month' | 'person' | 'teammate' | 'standing', string>
>

export const outcomesQuery = (behind: Behind) => rowsQuery<Outcome>('outcomes', behind)
export const careQuery = (behind: Behind) => rowsQuery<Care>('care', behind)

const rowsQuery = <T>(noun: 'outcomes' | 'care', behind: Behind) =>
  infiniteQueryOptions({
    queryKey: [noun, behind],
    queryFn: ({ pageParam }) => get<Page<T>>(withQuery(`/${noun}`, { ...behind, cursor: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

/** The same as a file. */
export const fileOf = (noun: 'outcomes' | 'care' | 'return', parts: Behind & { by?: Return['by'] }): string =>
  `/api/v1${withQuery(`/${noun}.csv`, parts)}`
