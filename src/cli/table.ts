/** Rows under each other, for people at a terminal. */
import { printable } from './printable.ts'

/** Columns as wide as their widest cell, but for the last. What strangers wrote is made safe. */
export function table(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => printable(cell).slice(0, 120)))
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => [...(row[at] ?? '')].length)))
  const padded = (cell: string, width: number) => cell + ' '.repeat(Math.max(0, width - [...cell].length))
  return cells
    .map((row) =>
      row
        .map((cell, at) => padded(cell, widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** `5 min ago`; `never` when there is no hour. */
export function ago(at: Date | null, now: Date): string {
  if (at === null) return 'never'
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000)
  if (seconds < 90) return `${Math.round(seconds)} s ago`
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min ago`
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h ago`
  return `${Math.round(seconds / 86_400)} days ago`
}
