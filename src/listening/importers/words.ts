import type { Compare, Near, Query, Term } from '../query.ts'
import { asNear, asTerm, wordsOf } from '../terms.ts'
import type { Dialect, Value } from './dialect.ts'

type Said = { term: Near | Term | null; why: string | null; finds: 'more' | 'less' | 'other' }

/** The words of another tool as ours, and what is different about them. `within`: the ~5 after the quotes. */
export function termOf(value: Value, within: number | null, dialect: Dialect): Said {
  const { text, wild } =
    value.how === 'quoted' ? { text: dialect.quoted(value.text), wild: '' } : { text: value.text, wild: dialect.wild }
  const compare = value.how === 'cased' ? 'cased' : dialect.compare(text, value.plus)
  if (wild !== '' && /[*?]/.test(text.replace(/\*$/, ''))) return cutAtSign(text, compare)

  const words = wordsOf(dialect.wild === '' ? text.replaceAll('*', ' ') : text, compare)
  if (words.length === 0) return { term: null, why: null, finds: 'other' }
  const stars = dialect.wild === '' ? 0 : (text.match(/[\p{L}\p{N}]\*/gu) ?? []).length
  if (stars > words.filter(({ prefix }) => prefix).length) {
    const why = 'a * stands at the end of a word here, after three letters'
    return value.how === 'quoted'
      ? { ...near(text, compare, within), why: `${why}: it was left out`, finds: 'less' }
      : { term: null, why, finds: 'other' }
  }
  return near(dialect.wild === '' ? text.replaceAll('*', ' ') : text, compare, within)
}

/** `colo*r` and `customi?e` become what begins so. */
function cutAtSign(text: string, compare: Compare): Said {
  const [start = ''] = /^[^*?]*/.exec(text) ?? []
  const words = wordsOf(`${start}*`, compare)
  if (!words.at(-1)?.prefix)
    return { term: null, why: 'a * stands at the end of a word here, after three letters', finds: 'other' }
  return {
    term: asTerm(words),
    why: `a * stands at the end of a word here: what begins with ${start} is found`,
    finds: 'more',
  }
}

/**
 * A tool counts the words that may stand between, and moving one past another costs it two; we count how many positions apart the first and
 * the last may be.
 */
function near(text: string, compare: Compare, between: number | null): Said {
  const alone = { term: asTerm(wordsOf(text, compare)), why: null, finds: 'other' } as const
  if (between === null || between === 0) return alone
  const parts = text.split(/\s+/).filter((part) => wordsOf(part, compare).length > 0).length
  const term = asNear(text, compare, reach(between + parts - 1))
  if (term.is !== 'near') return alone
  return { term, why: `in another order the words may stand as far apart here as in this one`, finds: 'more' }
}

/** Two words near each other, at most so many between them. */
export function nearOf(
  a: Term,
  b: Term,
  { within, ordered }: { within: number; ordered: boolean },
): { query: Query; why: string | null } {
  const isPlain = (term: Term) => term.is === 'word'
  if (ordered && within === 0 && compareOf(a) === compareOf(b))
    return { query: { is: 'phrase', words: [...wordsIn(a), ...wordsIn(b)] }, why: null }
  const longest = Math.max(wordsIn(a).length, wordsIn(b).length)
  const query: Near = { is: 'near', terms: [a, b], within: reach(within + longest) }
  if (ordered) return { query, why: 'the order of the two is not asked for here' }
  return {
    query,
    why:
      isPlain(a) && isPlain(b)
        ? null
        : 'a phrase stands at its first word here: the distance was widened by its length',
  }
}

const wordsIn = (term: Term) => (term.is === 'word' ? [term] : term.words)
const compareOf = (term: Term) => wordsIn(term)[0]?.compare

/** The farthest that a distance reaches here. */
const reach = (within: number) => Math.max(1, Math.min(within, 1_000))
