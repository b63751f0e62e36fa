import type { FieldName } from './fields.ts'
import type { Query } from './query.ts'

/**
 * What a query asks for besides these fields: whatever it is true of, this is true of too. The query itself, where it asks
 * for none of them; null, where nothing else is left that it surely asks for.
 */
export function without(query: Query, names: ReadonlySet<FieldName>): Query | null {
  switch (query.is) {
    case 'field':
      return names.has(query.name) ? null : query
    case 'not':
      return without(query.query, names) === query.query ? query : null
    case 'all': {
      const left = query.queries.map((part) => without(part, names)).filter((part) => part !== null)
      if (same(left, query.queries)) return query
      return left.length > 1 ? { is: 'all', queries: left } : (left[0] ?? null)
    }
    case 'any': {
      const left = query.queries.map((part) => without(part, names)).filter((part) => part !== null)
      if (same(left, query.queries)) return query
      return left.length < query.queries.length ? null : { is: 'any', queries: left }
    }
    case 'word':
    case 'phrase':
    case 'near':
      return query
  }
}

const same = (some: readonly Query[], all: readonly Query[]) =>
  some.length === all.length && some.every((it, at) => it === all[at])
