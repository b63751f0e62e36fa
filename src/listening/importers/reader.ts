import { limits } from '../parse.ts'
import type { Query, Term } from '../query.ts'
import { QueryError } from '../query-error.ts'
import type { Dialect, Tools, Value } from './dialect.ts'
import { carried, lost, type Node, type NotCarried, type Part } from './imported.ts'
import { type Sign, signs } from './signs.ts'
import { nearOf, termOf } from './words.ts'

/** Far deeper than our own limit: what is in brackets twice is there once here. */
const deepest = 100

/**
 * Reads a query of another tool. NOT binds tightest, then NEAR, then AND (or a space), then OR, as with us: where a tool has no order
 * between AND and OR it asks for brackets.
 * @throws QueryError
 */
export function readAs(dialect: Dialect, source: string): { node: Node; notes: NotCarried[] } {
  const reader = new Reader(dialect, source)
  const node = reader.any(0, null)
  reader.expectEnd()
  return { node, notes: reader.notes }
}

class Reader {
  readonly notes: NotCarried[] = []
  private readonly dialect: Dialect
  private readonly source: string
  private readonly signs: readonly Sign[]
  private next = 0
  /** How many pairs of words stand near each other: `(a OR b) NEAR/5 (c OR d)` is four. */
  private pairs = 0
  /** Inside a NOT, what finds more finds less. */
  private negated = false

  constructor(dialect: Dialect, source: string) {
    this.dialect = dialect
    this.source = source
    this.signs = signs(source)
  }

  /** `a b OR c`; `field`: the field whose values they are, as in `author:(a OR b)`. */
  any(level: number, field: string | null): Node {
    if (level > deepest) throw this.wrong('these brackets go too deep')
    const from = this.sign
    const sides = [this.all(level, field)]
    while (this.take('OR')) sides.push(this.all(level, field))
    if (sides.length > 1 && sides.some((side) => side.length > 1) && !this.dialect.mixes)
      this.note(from, 'AND and OR stand side by side without brackets: AND was read first', 'other')
    return group(
      'any',
      sides.map((side) => group('all', side)),
    )
  }

  expectEnd(): void {
    if (this.sign.is === ')') throw this.wrong('this ) closes nothing')
  }

  private all(level: number, field: string | null): Node[] {
    const nodes = [this.near(level, field)]
    while (this.take('AND') || startsOne(this.sign)) nodes.push(this.near(level, field))
    return nodes
  }

  private near(level: number, field: string | null): Node {
    let left = this.one(level, field)
    for (let sign = this.sign; sign.is === 'near'; sign = this.sign) {
      this.next++
      left = this.beside(left, this.one(level, field), sign)
    }
    return left
  }

  private one(level: number, field: string | null): Node {
    if (level > deepest) throw this.wrong('these brackets go too deep')
    const sign = this.sign
    this.next++
    switch (sign.is) {
      case 'NOT': {
        this.negated = !this.negated
        const node = this.one(level + 1, field)
        this.negated = !this.negated
        return { is: 'not', node }
      }
      case '(':
        return this.inBrackets(sign, level, field)
      case 'field':
        return this.ofField(sign, level)
      case 'words':
        return this.value(sign, field, sign)
      case 'AND':
      case 'OR':
      case 'near':
      case ')':
      case 'end':
        this.next--
        throw this.wrong(
          sign.is === 'end' ? 'something is missing at the end' : `something is missing before ${sign.written}`,
        )
    }
  }

  private inBrackets(open: Sign, level: number, field: string | null): Node {
    const node = this.any(level + 1, field)
    const close = this.sign
    if (close.is !== ')') throw new QueryError(this.source, open.at, 'this ( is not closed')
    this.next++
    if (close.within === null) return node
    const sides = node.is === 'all' ? node.nodes : [node]
    const [first, ...others] = sides
    return others.reduce(
      (left, right) => this.beside(left, right, { ...close, within: close.within ?? 0, ordered: false }),
      first ?? node,
    )
  }

  private ofField(sign: Sign & { is: 'field' }, level: number): Node {
    const value = this.sign
    if (value.is === '(') {
      this.next++
      return this.inBrackets(value, level, sign.name)
    }
    if (value.is !== 'words') throw new QueryError(this.source, sign.at, `${sign.written} needs a value`)
    this.next++
    // A comment may stand between the two.
    const written = this.source.slice(sign.at, value.at + value.written.length)
    return this.value(value, sign.name, { at: sign.at, written })
  }

  private value(sign: Sign & { is: 'words' }, field: string | null, part: Part): Node {
    const { at, written } = part
    const value: Value = { at, written, text: sign.text, how: sign.how, plus: sign.plus }
    if (field === null) return this.dialect.alone(value, this.tools) ?? this.words(value, sign.within)
    const carry = Object.hasOwn(this.dialect.fields, field) ? this.dialect.fields[field] : undefined
    return carry ? carry(value, this.tools) : lost(value, `there is nothing like ${field}: here`)
  }

  private readonly tools: Tools = {
    words: (value) => this.words(value, null),
    changed: (part, node, why, finds) => {
      this.note(part, why, finds)
      return node
    },
  }

  private words(value: Value, within: number | null): Node {
    if (value.how === 'range') return lost(value, 'a range is not a word')
    const { term, why, finds } = termOf(value, within, this.dialect)
    if (term === null) return lost(value, why ?? 'there is no word, number or emoji in it')
    if (why !== null) this.note(value, why, finds)
    return carried(term)
  }

  /** Two sides near each other: every pair of their words or phrases. */
  private beside(left: Node, right: Node, sign: Part & { within: number; ordered: boolean }): Node {
    const sides = [termsOf(left), termsOf(right)]
    const [lefts, rights] = sides
    if (!lefts || !rights) {
      this.note(
        sign,
        'only words and phrases can stand near each other here: both sides must be there, anywhere',
        'more',
      )
      return group('all', [left, right])
    }
    this.pairs += lefts.length * rights.length
    if (this.pairs > limits.terms)
      throw new QueryError(
        this.source,
        sign.at,
        `these are ${this.pairs} pairs of words: a query has at most ${limits.terms} terms`,
      )
    const found = lefts.flatMap((a) => rights.map((b) => nearOf(a, b, sign)))
    const [note] = found.flatMap(({ why }) => why ?? [])
    if (note !== undefined) this.note(sign, note, 'more')
    return group(
      'any',
      found.map(({ query }) => carried(query)),
    )
  }

  private note({ at, written }: Part, why: string, finds: 'more' | 'less' | 'other'): void {
    this.notes.push({ at, written, is: 'changed', why, finds: this.negated ? opposite[finds] : finds })
  }

  private get sign(): Sign {
    return this.signs[this.next] ?? { at: this.source.length, written: '', is: 'end' }
  }

  private take(what: Sign['is']): boolean {
    if (this.sign.is !== what) return false
    this.next++
    return true
  }

  private wrong(problem: string): QueryError {
    return new QueryError(this.source, this.sign.at, problem)
  }
}

const opposite = { more: 'less', less: 'more', other: 'other' } as const
const startsOne = ({ is }: Sign) => is === 'words' || is === 'field' || is === 'NOT' || is === '('

function group(is: 'all' | 'any', nodes: readonly Node[]): Node {
  const [only, ...others] = nodes
  return only && others.length === 0 ? only : { is, nodes }
}

/** The words and phrases between which a side has the choice; null when it is more than that. */
function termsOf(node: Node): Term[] | null {
  if (node.is === 'query') return isTerm(node.query) ? [node.query] : null
  if (node.is !== 'any') return null
  const each = node.nodes.map(termsOf)
  return each.every((terms) => terms !== null) ? each.flat() : null
}

const isTerm = (query: Query): query is Term => query.is === 'word' || query.is === 'phrase'
