import { type Piece, pieces } from './pieces.ts'
import type { Query, Term } from './query.ts'
import { QueryError } from './query-error.ts'

/** Far more than anyone writes by hand, and little enough that any query is read in a moment. */
export const limits = { characters: 4_096, terms: 500, levels: 20 }

/**
 * Reads a query. NOT binds tightest, then NEAR between its two words, then AND (or a space), then OR.
 * @throws QueryError saying where it can't be read and what would be right.
 */
export function parse(source: string): Query {
  if (source.length > limits.characters) {
    throw new QueryError(source, limits.characters, `a query has at most ${limits.characters} characters`)
  }
  const reader = new Reader(source, pieces(source))
  const query = reader.any(0)
  reader.expectEnd()
  return query
}

/** Where we are in the pieces. One method for each level of binding, the loosest first. */
class Reader {
  private readonly source: string
  private readonly pieces: readonly Piece[]
  private next = 0
  private terms = 0

  constructor(source: string, pieces: readonly Piece[]) {
    this.source = source
    this.pieces = pieces
  }

  /** `a b OR c` */
  any(level: number): Query {
    const queries = [this.all(level)]
    while (this.take('OR')) queries.push(this.all(level))
    return joined('any', queries)
  }

  expectEnd(): void {
    if (this.piece.is === ')') throw this.wrong('this ) closes nothing')
  }

  /** `a b AND c` */
  private all(level: number): Query {
    const queries = [this.one(level)]
    while (this.take('AND') || startsOne(this.piece)) queries.push(this.one(level))
    if (this.piece.is === 'NEAR') throw this.wrong(nearForm)
    return joined('all', queries)
  }

  /** `NOT a`, `(a OR b)`, `a`, `a NEAR/5 b` */
  private one(level: number): Query {
    if (level > limits.levels) throw this.wrong(`a query goes at most ${limits.levels} levels deep`)
    const piece = this.piece
    this.next++
    switch (piece.is) {
      case 'NOT':
        return { is: 'not', query: this.one(level + 1) }
      case '(':
        return this.inParentheses(piece.from, level)
      case 'query':
        return this.near(this.counted(piece))
      case 'AND':
      case 'OR':
      case 'NEAR':
      case ')':
      case 'end':
        this.next--
        throw this.missing()
    }
  }

  private inParentheses(from: number, level: number): Query {
    const query = this.any(level + 1)
    if (!this.take(')')) throw new QueryError(this.source, from, 'this ( is not closed: put a ) where the group ends')
    return query
  }

  private near(left: Query): Query {
    const near = this.piece
    if (near.is !== 'NEAR') return left
    this.next++
    const right = this.piece
    this.next++
    const terms = [left, right.is === 'query' ? this.counted(right) : null]
    if (!terms.every(isTerm)) throw new QueryError(this.source, near.from, nearForm)
    if (this.piece.is === 'NEAR') throw this.wrong('NEAR joins two words; for more, write "a b c"~5')
    return { is: 'near', terms, within: near.within }
  }

  private counted(piece: Piece & { is: 'query' }): Query {
    this.terms += piece.words
    if (this.terms > limits.terms)
      throw new QueryError(this.source, piece.from, `a query has at most ${limits.terms} terms`)
    return piece.query
  }

  private missing(): QueryError {
    const before = this.pieces[this.next - 1]
    if (this.pieces.length === 1) return this.wrong('there is nothing to look for: write a word')
    if (before && this.piece.is === 'end') return this.wrong(`something is missing after ${before.is}`)
    if (before) return this.wrong(`something is missing between ${before.is} and ${this.piece.is}`)
    if (this.piece.is === ')') return this.wrong('this ) closes nothing')
    return this.wrong(`${this.piece.is} needs something before it; as a word, write it small`)
  }

  private get piece(): Piece {
    return this.pieces[this.next] ?? { is: 'end', from: this.source.length }
  }

  private take(what: Piece['is']): boolean {
    if (this.piece.is !== what) return false
    this.next++
    return true
  }

  private wrong(problem: string): QueryError {
    return new QueryError(this.source, this.piece.from, problem)
  }
}

/** `(a b) c` is `a b c`, and one thing is itself. */
function joined(is: 'all' | 'any', queries: readonly Query[]): Query {
  const flat = queries.flatMap((query) => (query.is === is ? query.queries : [query]))
  const [only, ...others] = flat
  return only && others.length === 0 ? only : { is, queries: flat }
}

const startsOne = ({ is }: Piece) => is === 'query' || is === 'NOT' || is === '('
const isTerm = (query: Query | null): query is Term => query?.is === 'word' || query?.is === 'phrase'
const nearForm = 'NEAR stands between two words or phrases: acme NEAR/5 "big rocket"'
