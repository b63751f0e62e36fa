import { parse } from '../parse.ts'
import { print } from '../query.ts'
import { QueryError } from '../query-error.ts'
import { brandwatch } from './brandwatch.ts'
import type { Dialect } from './dialect.ts'
import { type Imported, type NotCarried, settle } from './imported.ts'
import { readAs } from './reader.ts'
import { talkwalker } from './talkwalker.ts'
import { x } from './x.ts'

/** The tools whose queries are read. */
export const dialects = { brandwatch, talkwalker, x } satisfies Record<string, Dialect>
export type From = keyof typeof dialects
export const froms = Object.keys(dialects) as From[]

/** What other tools take is longer than what we do: signs that say the same twice, and comments. */
export const longestImport = 40_000

/**
 * A query of another tool in our language, where it means the same, and a list of what is not the same.
 * @throws QueryError where it can't be read, or where it is too much for a query here.
 */
export function importQuery(from: From, source: string): Imported {
  if (source.length > longestImport)
    throw new QueryError(source, longestImport, `a query to bring over has at most ${longestImport} characters`)
  const { node, notes } = readAs(dialects[from], source)
  const settled = settle(node)
  const notCarried = inOrder([...notes, ...settled.notes])
  return { query: settled.query && inOurSpelling(print(settled.query), source), notCarried }
}

/** Ours is read again: it must say here what it said there. */
function inOurSpelling(printed: string, source: string): string {
  try {
    return print(parse(printed))
  } catch (error) {
    if (!(error instanceof QueryError)) throw error
    throw new QueryError(source, 0, `in the words of here it is too much: ${error.problem}`)
  }
}

const inOrder = (notes: readonly NotCarried[]) => notes.toSorted((a, b) => a.at - b.at)
