/** What the server says of a query while it is written: once the hand rests, not at every letter. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Reading } from '../../../src/api/listening/shapes.listeners.ts'
import { question } from '../../api/client.ts'
import type { Judged } from './judged.ts'

const restMs = 300
const staleMs = 60_000

type Asked = { query: string; rooms: string[] | null; listener: string | null; judged: Judged; examples: number }

export function useReading({ query, rooms, listener, judged, examples }: Asked) {
  const rested = useRested(query)
  const asked = rested.trim() !== ''
  const read = useQuery({
    queryKey: ['reading', rested, rooms, listener, examples],
    queryFn: ({ signal }) =>
      question<Reading>('/listeners/reading', { query: rested, rooms, examples, ...of(listener) }, signal),
    enabled: asked,
    placeholderData: keepPreviousData,
    staleTime: staleMs,
    retry: false,
  })
  // What to exclude changes with each judgement; what was found does not.
  const tuned = useQuery({
    queryKey: ['tuning', rested, listener, [...judged]],
    queryFn: ({ signal }) => {
      const said = [...judged].flatMap(([id, aboutUs]) => (aboutUs === null ? [] : [{ id, aboutUs }]))
      return question<Reading>(
        '/listeners/reading',
        { query: rested, look: false, judged: said, ...of(listener) },
        signal,
      )
    },
    enabled: asked && (judged.size > 0 || listener !== null),
    placeholderData: keepPreviousData,
    retry: false,
  })
  // While a query can't be read, what it found before stays where it is.
  const [found, setFound] = useState<Reading['found']>(null)
  const fresh = read.data?.found ?? null
  if (fresh !== null && fresh !== found) setFound(fresh)
  return {
    reading: asked ? read.data : undefined,
    found: asked ? (fresh ?? found) : null,
    proposals: asked ? (tuned.data?.tuning ?? []) : [],
    /** What stands as proposals is of before the last judgement, or of another query than stands in the box. */
    isTuning: rested !== query || tuned.isPlaceholderData,
    /** The answer is of what stands in the box. */
    isOfNow: rested === query && !read.isPlaceholderData,
    isReading: asked && (read.isFetching || rested !== query),
    error: read.error,
    again: () => void read.refetch(),
  }
}

const of = (listener: string | null) => (listener === null ? {} : { listener })

function useRested(value: string): string {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
