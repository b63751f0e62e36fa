import type { Query } from '../query.ts'

/** A query of another tool in our language, and what of it could not be carried over as it was meant. */
export type Imported = {
  /** In its one spelling; null when nothing of it could be carried over. */
  query: string | null
  notCarried: readonly NotCarried[]
}

/** A part of the other query: its place in UTF-16 units, what stands there, and why it is not the same here. */
export type NotCarried = {
  at: number
  written: string
  is: 'left-out' | 'changed'
  why: string
  /** What the query finds now, beside what it found there. */
  finds: 'more' | 'less' | 'same' | 'other'
}

/** What the other query says, as far as we can say it. */
export type Node =
  | { is: 'query'; query: Query }
  | { is: 'not'; node: Node }
  | { is: 'all'; nodes: readonly Node[] }
  | { is: 'any'; nodes: readonly Node[] }
  /** We have no word for it: it is left out. */
  | { is: 'lost'; note: NotCarried }
  /** Here it is never true. */
  | { is: 'never'; note: NotCarried }

/** The place of a part of the other query. */
export type Part = { at: number; written: string }

export const carried = (query: Query): Node => ({ is: 'query', query })

export const lost = ({ at, written }: Part, why: string): Node => ({
  is: 'lost',
  note: { at, written, is: 'left-out', why, finds: 'other' },
})

export const never = ({ at, written }: Part, why: string): Node => ({
  is: 'never',
  note: { at, written, is: 'left-out', why, finds: 'same' },
})

type Settled = { is: 'query'; query: Query } | { is: 'lost'; notes: readonly NotCarried[] } | { is: 'never' | 'always' }

/**
 * The query without what was lost, and the notes about that: without a part of an AND a query finds more, without a side of an OR less,
 * and under a NOT it is the other way round.
 */
export function settle(node: Node): { query: Query | null; notes: NotCarried[] } {
  const notes: NotCarried[] = []
  const settled = settledNode(node, notes, { negated: false })
  switch (settled.is) {
    case 'query':
      return { query: settled.query, notes }
    case 'lost':
      return { query: null, notes: [...notes, ...settled.notes] }
    case 'never':
    case 'always':
      return { query: null, notes }
  }
}

function settledNode(node: Node, notes: NotCarried[], { negated }: { negated: boolean }): Settled {
  switch (node.is) {
    case 'query':
      return node
    case 'lost':
      return { is: 'lost', notes: [node.note] }
    case 'never':
      notes.push(node.note)
      return { is: 'never' }
    case 'not': {
      const inner = settledNode(node.node, notes, { negated: !negated })
      switch (inner.is) {
        case 'query':
          return { is: 'query', query: { is: 'not', query: inner.query } }
        case 'never':
          return { is: 'always' }
        case 'always':
          return { is: 'never' }
        case 'lost':
          return inner
      }
      break
    }
    case 'all':
    case 'any':
      return group(node, notes, negated)
  }
}

function group(node: Node & { is: 'all' | 'any' }, notes: NotCarried[], negated: boolean): Settled {
  const parts = node.nodes.map((each) => settledNode(each, notes, { negated }))
  const [decides, idle] = node.is === 'all' ? (['never', 'always'] as const) : (['always', 'never'] as const)
  const gone = parts.flatMap((part) => (part.is === 'lost' ? part.notes : []))
  const queries = parts.flatMap((part) => (part.is === 'query' ? [part.query] : []))
  if (parts.some(({ is }) => is === decides)) {
    notes.push(...gone.map((note) => ({ ...note, finds: 'same' }) as const))
    return { is: decides }
  }
  if (queries.length === 0) return gone.length > 0 ? { is: 'lost', notes: gone } : { is: idle }
  const finds = (node.is === 'all') !== negated ? 'more' : 'less'
  notes.push(...gone.map((note) => ({ ...note, finds }) as const))
  return { is: 'query', query: joined(node.is, queries) }
}

/** As the parser joins them: a group in a group of its kind is one group, and one thing is itself. */
export function joined(is: 'all' | 'any', queries: readonly Query[]): Query {
  const flat = queries.flatMap((query) => (query.is === is ? query.queries : [query]))
  const [only, ...others] = flat
  return only && others.length === 0 ? only : { is, queries: flat }
}
