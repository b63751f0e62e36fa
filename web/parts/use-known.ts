/** What a query can name here: rooms, channels, teammates, languages by their names. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { channelsQuery, roomsQuery, teammatesQuery } from '../api/queries.ts'
import { locale } from '../words/words.ts'
import type { Known } from './query-completions.ts'

export function useKnown(): Known {
  const rooms = useQuery(roomsQuery).data
  const channels = useQuery(channelsQuery).data
  const teammates = useQuery(teammatesQuery).data
  return useMemo(() => {
    const languages = new Intl.DisplayNames(locale(), { type: 'language' })
    return {
      rooms: rooms?.map(({ name }) => name) ?? [],
      channels: channels?.items ?? [],
      teammates: teammates?.map(({ name }) => name) ?? [],
      languageName: (code) => languages.of(code) ?? code,
    }
  }, [rooms, channels, teammates])
}
