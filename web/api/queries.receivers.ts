/** What is asked about programs of others that we tell something. */
import { queryOptions } from '@tanstack/react-query'
import type { Push, Receiver } from '../../src/api/questions/shapes.receivers.ts'
import { get } from './client.ts'

export const receiversQuery = queryOptions({
  queryKey: ['receivers'],
  queryFn: () => get<{ items: Receiver[] }>('/receivers'),
})

export const pushesQuery = (question: string) =>
  queryOptions({
    queryKey: ['question', question, 'pushes'],
    queryFn: () => get<{ items: Push[] }>(`/questions/${question}/brief/pushes`),
    // It arrives within seconds or is tried again later; nothing tells the screen.
    refetchInterval: ({ state }) => (state.data?.items.some((it) => it.state === 'queued') ? 2000 : false),
  })
