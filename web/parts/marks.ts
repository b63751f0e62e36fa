/** The text of a found message cut where the marks begin and end; a long text is shortened around its first mark. */

export type Piece = { from: number; text: string; marked: boolean }

/** So much is shown before the first mark, and in all. */
const before = 80
const shown = 400

/** Spans are [from, to); they may come unsorted, overlap, or reach beyond the text. */
export function marksOf(text: string, spans: readonly (readonly [from: number, to: number])[]): Piece[] {
  const pieces: Piece[] = []
  const sorted = spans.filter(([from, to]) => from < to && from < text.length).toSorted((a, b) => a[0] - b[0])
  const start = Math.max(0, (sorted[0]?.[0] ?? 0) - before)
  const end = Math.min(text.length, start + shown)
  const cut = (from: number, to: number, marked: boolean) => {
    const ends = Math.min(to, end)
    if (ends > from) pieces.push({ from, text: text.slice(from, ends), marked })
  }
  let at = start
  for (const [from, to] of sorted) {
    cut(at, from, false)
    cut(Math.max(at, from), to, true)
    at = Math.max(at, to)
  }
  cut(at, text.length, false)
  if (start > 0) pieces.unshift({ from: -1, text: '… ', marked: false })
  if (end < text.length) pieces.push({ from: text.length, text: ' …', marked: false })
  return pieces
}
