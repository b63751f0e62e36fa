/** The last thing that was done, kept so that it can be said and undone. */
import { useSyncExternalStore } from 'react'

export type LastAct = {
  said: string
  /** It leaves then (milliseconds since 1970); after that it cannot be undone. Null: no hurry. */
  leavesAt: number | null
  undo: (() => Promise<void>) | null
}
type Kept = LastAct & { n: number }

/** How long the line stays on screen; `z` still works after it went. */
export const shownMs = 8000

let last: Kept | null = null
let count = 0
const watchers = new Set<() => void>()

/** Says what was just done, and remembers how to undo it. Gives its `n`. */
export function did(act: LastAct): number {
  last = { ...act, n: ++count }
  tell()
  return count
}

/** Nothing came of the act `n`, so nothing of it can be undone; what was done since stays as it is. */
export function cameToNothing(n: number): void {
  if (last?.n !== n) return
  last = { ...last, undo: null }
  tell()
}

/** The last act, to be shown. Its `n` differs for each. */
export const useLastAct = () => useSyncExternalStore(watch, () => last)

/** The last act where it can still be undone; it can be taken once. */
export function takeUndo(now: number): (() => Promise<void>) | null {
  const undo = last?.leavesAt != null && last.leavesAt < now ? null : (last?.undo ?? null)
  if (undo !== null) last = null
  tell()
  return undo
}

/** Stops showing and remembering the act `n`, unless something was done since. */
export function forget(n: number): void {
  if (last?.n !== n) return
  last = null
  tell()
}

function watch(changed: () => void) {
  watchers.add(changed)
  return () => void watchers.delete(changed)
}

function tell() {
  for (const changed of watchers) changed()
}
