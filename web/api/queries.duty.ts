/** What the settings read of duty. */
import { queryOptions } from '@tanstack/react-query'
import type { Duty } from '../../src/api/workspace/shapes.duty.ts'
import { get } from './client.ts'

/** Whose turn it is on which day of the week. */
export const dutyQuery = queryOptions({ queryKey: ['duty'], queryFn: () => get<Duty>('/duty') })
