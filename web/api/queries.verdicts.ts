/** What the screens read of asking how we did. */
import { queryOptions } from '@tanstack/react-query'
import type { Asking, AsksHow } from '../../src/api/verdicts/shapes.verdicts.ts'
import { get } from './client.ts'

/** Whether people are asked at all. */
export const asksHowQuery = queryOptions({ queryKey: ['how'], queryFn: () => get<AsksHow>('/how') })

/** Whether whoever spoke last in a conversation can be asked. */
export const askingQuery = (conversation: string) =>
  queryOptions({
    queryKey: ['how', conversation],
    queryFn: () => get<Asking>(`/conversations/${conversation}/how`),
  })
