import { print, type Query } from './query.ts'
import { isStopWord } from './stop-words.ts'

/**
 * Why a query can't be a listener: it would match almost everything. null when it can be one.
 * Search takes such a query, since there is an end to what it searches.
 */
export function refuseAsListener(query: Query): string | null {
  const wide = widePart(query)
  return wide && `${print(wide)} ${whyWide(wide)}`
}

/** The part of a query through which almost every message passes; null when each message must get past something. */
function widePart(query: Query): Query | null {
  switch (query.is) {
    case 'all':
      return query.queries.every((each) => widePart(each) !== null) ? query : null
    case 'any':
      return query.queries.map(widePart).find((wide) => wide !== null) ?? null
    case 'not':
      return query
    case 'field':
      return wideFields.has(query.name) ? query : null
    case 'word':
      return isStopWord(query.text) ? query : null
    case 'near':
    case 'phrase':
      return null
  }
}

/** They say when and in which language, not what. */
const wideFields = new Set<string>(['lang', 'before', 'after', 'older_than'])

function whyWide(query: Query): string {
  const negative = query.is === 'not' || (query.is === 'all' && query.queries.every(({ is }) => is === 'not'))
  return negative
    ? 'says only what not to hear: add a word, a phrase or a field to hear'
    : 'is true of almost every message: add a word that is not'
}
