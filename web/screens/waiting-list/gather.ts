/** How news comes into a list that somebody is reading: rows change where they stand, new ones wait behind it. */
import type { ConversationLine } from '../../../src/api/shapes.ts'
import type { Order } from '../../api/queries.ts'

export type Shown = { lines: ConversationLine[]; order: Order; complete: boolean }
export type Gathered = {
  /** Known rows as they now are, each to be put where it stands. */
  changed: ConversationLine[]
  /** New rows that can stand after the last one, where they move nothing. */
  after: ConversationLine[]
  /** New rows that would move what is being read: they wait until asked for. */
  held: string[]
}

/**
 * `fresh` are the view's lines that the news concerns. In a list with the longest wait first, shown to its end, a new
 * row belongs at the end and may simply appear; so may any row where the list is empty.
 */
export function gather(shown: Shown, fresh: ConversationLine[]): Gathered {
  const known = new Set(shown.lines.map((line) => line.id))
  const unknown = fresh.filter((line) => !known.has(line.id))
  const atTheEnd = shown.lines.length === 0 || (shown.order === 'longest' && shown.complete)
  const last = shown.lines.at(-1)
  const fits = (line: ConversationLine) => atTheEnd && (last === undefined || waitsLonger(last, line))
  return {
    changed: fresh.filter((line) => known.has(line.id)),
    after: unknown.filter(fits).sort((a, b) => (waitsLonger(a, b) ? -1 : 1)),
    held: unknown.filter((line) => !fits(line)).map((line) => line.id),
  }
}

/** Those that nobody waits in come after all that somebody waits in, the oldest first. */
function waitsLonger(a: ConversationLine, b: ConversationLine): boolean {
  if (a.waitingSince !== null && b.waitingSince !== null)
    return Date.parse(a.waitingSince) <= Date.parse(b.waitingSince)
  if (a.waitingSince === null && b.waitingSince === null) return Date.parse(a.lastAt) <= Date.parse(b.lastAt)
  return a.waitingSince !== null
}
