/** A query as somebody gives it at the terminal: in our language, or in that of another tool. */
import { type From, froms, importQuery } from '../listening/importers/import.ts'
import { parse } from '../listening/parse.ts'
import type { Query } from '../listening/query.ts'
import { QueryError } from '../listening/query-error.ts'
import { UsageWrong } from './refusals.ts'

/** Throws UsageWrong. */
export function fromNamed(name: string | undefined): From | null {
  if (name === undefined) return null
  const found = froms.find((from) => from === name.toLowerCase())
  if (!found) throw new UsageWrong(`--from must be ${froms.slice(0, -1).join(', ')} or ${froms.at(-1)}.`)
  return found
}

/** `note` gets what was not carried over, a line each. @throws QueryError */
export function readQuery(source: string, from: From | null, note: (line: string) => void): Query {
  if (from === null) return parse(source)
  const { query, notCarried } = importQuery(from, source)
  for (const { written, is, why } of notCarried)
    note(`${written} was ${is === 'changed' ? 'changed' : 'left out'}: ${why}`)
  if (query === null) throw new QueryError(source, 0, 'nothing of it can be looked for here')
  note(`It reads here: ${query}`)
  return parse(query)
}
