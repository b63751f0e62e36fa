import { lexeme, overflowing, quoted, withoutAccents } from './lexemes.ts'
import type { Query, Term, Word } from './query.ts'
import { tokens } from './tokens.ts'

/**
 * The text form of a PostgreSQL `tsquery` that every matching message satisfies (its `lexemes` as `tsvector`), and some
 * others may: an index finds the candidates, and `matches` says which of them are right.
 * null when words can't narrow it: only negatives or fields, or an OR with a side of that kind.
 */
export function narrow(query: Query): string | null {
  const needed = needs(query)
  return needed && `(${needed}) | ${quoted(overflowing)}`
}

function needs(query: Query): string | null {
  switch (query.is) {
    case 'all':
      return joined(
        query.queries.map(needs).filter((each) => each !== null),
        ' & ',
      )
    case 'any': {
      const sides = query.queries.map(needs)
      return sides.every((each) => each !== null) ? joined(sides, ' | ') : null
    }
    case 'near':
      return joined(query.terms.map(needsTerm), ' & ')
    case 'word':
    case 'phrase':
      return needsTerm(query)
    case 'not':
    case 'field':
      return null
  }
}

function needsTerm(term: Term): string {
  return term.is === 'word' ? needsWord(term) : `(${term.words.map(needsWord).join(' <-> ')})`
}

function needsWord({ text, compare, prefix }: Word): string {
  const form = (name: string) => quoted(lexeme(name)) + (prefix ? ':*' : '')
  switch (compare) {
    case 'folded':
      return form(text)
    case 'cased':
      // The vector knows it only without its case.
      return form(tokens(text)[0]?.names[0] ?? text)
    case 'unaccented':
      return `(${form(text)} | ${form(withoutAccents(text))})`
  }
}

const joined = (parts: readonly string[], by: string) => (parts.length === 0 ? null : `(${parts.join(by)})`)
