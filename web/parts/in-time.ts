/** By what answers count as in time: the promise of their room, 24 hours where it promises nothing, or some by either. */
export function inTimeBy({ due, promised }: { due: number; promised: number }): 'promise' | 'day' | 'both' {
  if (promised === 0) return 'day'
  return promised === due ? 'promise' : 'both'
}
