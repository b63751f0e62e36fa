/** What the page of the week reads, and which week an address names. */
import { queryOptions } from '@tanstack/react-query'
import type { Letter, WeekMail } from '../../src/api/week/shapes.week.ts'
import { get, withQuery } from './client.ts'

/** The Monday on which it began; without it: the last week that has ended. */
export type WeekSearch = { monday?: string }

export const weekQuery = (of: WeekSearch & { lang: string }) =>
  queryOptions({
    queryKey: ['week', of],
    queryFn: () => get<Letter>(withQuery('/week', of)),
    placeholderData: (before) => before,
  })

/** Whether the week comes to me by mail. */
export const weekMailQuery = queryOptions({ queryKey: ['week', 'mail'], queryFn: () => get<WeekMail>('/week/mail') })
