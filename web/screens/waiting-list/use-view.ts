/** Which view the address names, and the part of the address that keeps it. */
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { View } from '../../api/queries.ts'
import type { DeskSearch } from './desk.ts'

export function useView(): { view: View; search: Pick<DeskSearch, 'view' | 'room' | 'order'> } {
  const { view: name, room, order } = useSearch({ strict: false })
  return useMemo(
    () => ({
      view: {
        name: name ?? 'needs-us',
        room: room ?? null,
        order: order ?? (name === 'done' || name === 'unsaid' ? 'newest' : 'longest'),
      },
      search: { view: name, room, order },
    }),
    [name, room, order],
  )
}
