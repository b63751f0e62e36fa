/** A query that can't be read: where, and what would be right. Its message begins `line 1, column 14: `. */
export class QueryError extends Error {
  override name = 'QueryError'
  /** The place in the query, in UTF-16 units. */
  readonly at: number
  /** The same place for people: lines and characters counted from 1. */
  readonly line: number
  readonly column: number
  readonly problem: string

  constructor(source: string, at: number, problem: string) {
    const lines = source.slice(0, at).split(/\r\n|\r|\n/)
    const line = lines.length
    const column = [...(lines.at(-1) ?? '')].length + 1
    super(`line ${line}, column ${column}: ${problem}`)
    this.at = at
    this.line = line
    this.column = column
    this.problem = problem
  }
}
