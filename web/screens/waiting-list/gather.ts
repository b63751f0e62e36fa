/** How news comes into a list that somebody is reading: rows change where they stand, new ones wait behind it. */
import type { ConversationLine, Live } from '../../../src/api/shapes.ts'
import type { Order, View } from '../../api/queries.ts'

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
  const atTheEnd = growsAtItsEnd(shown)
  const last = shown.lines.at(-1)
  const fits = (line: ConversationLine) => atTheEnd && (last === undefined || waitsLonger(last, line))
  return {
    changed: fresh.filter((line) => known.has(line.id)),
    after: unknown.filter(fits).sort((a, b) => (waitsLonger(a, b) ? -1 : 1)),
    held: unknown.filter((line) => !fits(line)).map((line) => line.id),
  }
}

/** Unknown conversations of one moment, of which so many can be looked at one for one; more are a crowd. */
const lookedAt = 20
/** A list longer than this is not read to its end: its news is counted, not shown there. */
const shortList = 200

/** The conversations that were heard and, as far as an event can tell, are now in this view. */
export function heardIn(view: View, events: readonly Live[]): Set<string> {
  const tells = view.room !== null ? view.name !== 'unsaid' : view.name === 'needs-us'
  const heard = events.filter(
    ({ kind, room }) => tells && kind === 'heard' && (view.room === null || view.room === room),
  )
  return new Set(heard.flatMap(({ conversations }) => conversations))
}

/**
 * In a crowd: those that are counted as new without a look at each, since no request would keep up. A few of them may
 * turn out not to be in the view (a thanks to what is done). Of fewer than a crowd, none: they are asked for.
 */
export function crowd(shown: Shown, heard: Iterable<string>): string[] {
  const known = new Set(shown.lines.map((line) => line.id))
  const unknown = [...heard].filter((id) => !known.has(id))
  return unknown.length > lookedAt ? unknown : []
}

/** Whether a crowd is looked at all the same, because new rows may stand in the list at once. */
export const showsAtOnce = (shown: Shown) => growsAtItsEnd(shown) && shown.lines.length < shortList

function growsAtItsEnd({ lines, order, complete }: Shown): boolean {
  return lines.length === 0 || (order === 'longest' && complete)
}

/** Those that nobody waits in come after all that somebody waits in, the oldest first. */
function waitsLonger(a: ConversationLine, b: ConversationLine): boolean {
  if (a.waitingSince !== null && b.waitingSince !== null)
    return Date.parse(a.waitingSince) <= Date.parse(b.waitingSince)
  if (a.waitingSince === null && b.waitingSince === null) return Date.parse(a.lastAt) <= Date.parse(b.lastAt)
  return a.waitingSince !== null
}
