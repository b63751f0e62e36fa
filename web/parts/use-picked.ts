/** One of a list is picked by j and k; the picked one is scrolled into sight. */
import { useEffect, useState } from 'react'
import { useActions } from '../keys/keys.ts'

/** `picked` is null until somebody picks, and where the list is empty. `rowId` is the DOM id of an item's row. */
export function usePicked<T extends { id: string }>(
  items: readonly T[],
): { picked: T | null; rowId: (id: string) => string } {
  const [at, setAt] = useState<{ id: string; place: number } | null>(null)
  const found = items.findIndex(({ id }) => id === at?.id)
  // What was picked may be gone: whoever came in its place is.
  const place = at === null ? -1 : found >= 0 ? found : Math.min(at.place, items.length - 1)
  const picked = items[place] ?? null
  const pick = (to: number) => () => {
    const next = items[Math.max(0, Math.min(to, items.length - 1))]
    if (next) setAt({ id: next.id, place: items.indexOf(next) })
  }
  useActions({ next: pick(place + 1), previous: pick(place - 1) })
  const id = picked?.id
  useEffect(() => {
    if (id !== undefined) document.getElementById(rowId(id))?.scrollIntoView({ block: 'nearest' })
  }, [id])
  return { picked, rowId }
}

const rowId = (id: string) => `row-${id}`
