/** Where a query can't be read: as the server says it, and as the box marks it. */

/** `at` counts UTF-16 units; `line` and `column` count from 1, for people. */
export type WrongQuery = { at: number; line: number; column: number; problem: string }

/** Out of the server's words: "line 1, column 14: a bracket is never closed". Null where they name no place. */
export function wrongIn(query: string, detail: string): WrongQuery | null {
  const [, line, column, problem] = /^line (\d+), column (\d+): ?(.+)$/s.exec(detail) ?? []
  if (line === undefined || column === undefined || problem === undefined) return null
  const lines = query.split(/(?<=\r\n|\r(?!\n)|\n)/)
  const before = lines.slice(0, Number(line) - 1).join('')
  // Columns count characters, the box UTF-16 units.
  const inLine = [...(lines[Number(line) - 1] ?? '')].slice(0, Number(column) - 1).join('')
  return { at: before.length + inLine.length, line: Number(line), column: Number(column), problem }
}

type Piece = { from: number; text: string; isWrong: boolean }

/** The query cut where it can't be read: from there to the end of that word, or a space that stands for what is missing. */
export function piecesAt(query: string, wrong: WrongQuery | null): Piece[] {
  if (wrong === null) return [{ from: 0, text: query, isWrong: false }]
  const at = Math.min(wrong.at, query.length)
  const word = /^\s*\S*/.exec(query.slice(at))?.[0] ?? ''
  const end = at + word.length
  return [
    { from: 0, text: query.slice(0, at), isWrong: false },
    { from: at, text: word.trim() === '' ? `${word}\u2003` : word, isWrong: true },
    { from: end + 1, text: query.slice(end), isWrong: false },
  ]
}
