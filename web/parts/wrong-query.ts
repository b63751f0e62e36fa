/** Where a query went wrong, out of the server's words: "line 1, column 14: a bracket is never closed". */

/** `column` counts from 1; null where the words name no place in the first line. */
export function placeOf(detail: string): { column: number | null; why: string } {
  const read = /^line (\d+), column (\d+): ?(.*)$/s.exec(detail)
  if (read === null) return { column: null, why: detail }
  const column = Number(read[2])
  return { column: read[1] === '1' && column >= 1 ? column : null, why: read[3] === '' ? detail : (read[3] ?? detail) }
}
