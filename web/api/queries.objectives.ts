/** What the screens read of objectives. */
import { queryOptions } from '@tanstack/react-query'
import type { FirstSteps, MeasureReading, Objective, Objectives } from '../../src/api/objectives/shapes.objectives.ts'
import { get, question } from './client.ts'

const staleTime = 30_000

/** What we want and where we are, and what serves no objective. */
export const objectivesQuery = queryOptions({
  queryKey: ['objectives'],
  queryFn: () => get<Objectives>('/objectives'),
  staleTime,
})

export const objectiveQuery = (id: string) =>
  queryOptions({
    queryKey: ['objective', id],
    queryFn: () => get<Objective>(`/objectives/${id}`),
    staleTime,
  })

/** How far the first run has come; asked for anew whenever it is on screen. */
export const firstStepsQuery = queryOptions({
  queryKey: ['first-steps'],
  queryFn: () => get<FirstSteps>('/first-steps'),
})

/** What somebody typed, read as a measure; `of`: where it was typed. */
export const measureQuery = (text: string, of: 'measure' | 'result') =>
  queryOptions({
    queryKey: ['measure', of, text],
    queryFn: ({ signal }) => question<MeasureReading>('/objectives/reading', { text, of }, signal),
    enabled: text.trim() !== '',
    placeholderData: (before) => before,
  })
