/** What the screens read of storms, of voice, and of how far a word of ours went. */
import { queryOptions } from '@tanstack/react-query'
import type { Ripple } from '../../src/api/listening/shapes.ripple.ts'
import type { Voice } from '../../src/api/listening/shapes.voice.ts'
import type { StormInFull, Storms } from '../../src/api/listening/shapes.weather.ts'
import { get, withQuery } from './client.ts'

/** The storms that are on, and the last that were. */
export const stormsQuery = queryOptions({ queryKey: ['storms'], queryFn: () => get<Storms>('/storms') })
export const stormQuery = (id: string) =>
  queryOptions({ queryKey: ['storm', id], queryFn: () => get<StormInFull>(`/storms/${id}`) })

/** How far a message of ours went. */
export const rippleQuery = (id: string) =>
  queryOptions({ queryKey: ['ripple', id], queryFn: () => get<Ripple>(`/messages/${id}/ripple`) })

export type VoiceFilter = { listener?: string; room?: string; topic?: string }
/** What is said untagged of one name, and how much of each. */
export const voiceQuery = (filter: VoiceFilter) =>
  queryOptions({
    queryKey: ['voice', filter],
    queryFn: () => get<Voice>(withQuery('/voice', filter)),
    placeholderData: (before) => before,
  })
