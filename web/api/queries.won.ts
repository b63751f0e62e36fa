/** What the page of people won and lost reads, and which of its numbers an address names. */
import { queryOptions } from '@tanstack/react-query'
import type { Fates, WonAndLost, WonPerson } from '../../src/api/people/shapes.won.ts'
import { get, withQuery } from './client.ts'

export const fates = ['won-back', 'lost', 'on-the-way'] as const satisfies typeof Fates
export type Fate = (typeof fates)[number]

/** The number that is opened beneath the table: of all, or of a month and a cause. */
export type WonSearch = { fate?: Fate; month?: string; cause?: string }

export const wonAndLostQuery = queryOptions({
  queryKey: ['won-and-lost'],
  queryFn: () => get<WonAndLost>('/won-and-lost'),
})

export const wonPeopleQuery = (of: WonSearch) =>
  queryOptions({
    queryKey: ['won-and-lost', 'people', of],
    queryFn: () => get<{ items: WonPerson[] }>(withQuery('/won-and-lost/people', of)),
  })
