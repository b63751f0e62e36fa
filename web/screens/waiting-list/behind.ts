/** The new conversations that wait behind a list: each counted once, until a reading of the list has shown it. */

export type Behind = ReturnType<typeof nothingBehind>

/** A list with nothing behind it yet. */
export function nothingBehind() {
  /** In the order in which they came. */
  const waiting = new Map<string, number>()
  let came = 0
  return {
    get count() {
      return waiting.size
    },
    hold(ids: Iterable<string>) {
      for (const id of ids) if (!waiting.has(id)) waiting.set(id, ++came)
    },
    /** Where we are now: taken before the list is read, for what comes while it is being read may not be in it. */
    mark: () => came,
    /** The list was read after `mark`, and `rows` stand in it. What came later and does not stand there waits on. */
    shown(mark: number, rows: Iterable<string>) {
      for (const [id, at] of waiting) {
        if (at > mark) break
        waiting.delete(id)
      }
      for (const id of rows) waiting.delete(id)
    },
  }
}
