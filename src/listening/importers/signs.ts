import { QueryError } from '../query-error.ts'

/** What a query of another tool is written with. `written` is the sign itself, `at` its place. */
export type Sign = { at: number; written: string } & What
type What =
  | { is: '(' | 'AND' | 'OR' | 'NOT' | 'end' }
  /** `within`: `(a AND b)~5`. */
  | { is: ')'; within: number | null }
  | { is: 'near'; within: number; ordered: boolean }
  /** The field that the next sign is the value of. */
  | { is: 'field'; name: string }
  /** `plus`: how many + stand before it. */
  | { is: 'words'; text: string; how: 'bare' | 'quoted' | 'cased' | 'range'; plus: number; within: number | null }

/** The signs of a query, in order, the last of which is its end. The tools agree on nearly all of them. @throws QueryError */
export function signs(source: string): Sign[] {
  const found = [...source.matchAll(anySign)].flatMap(({ 0: written, index: at, groups = {} }): Sign[] => {
    const part = { at, written }
    const within = groups.within === undefined ? null : Number(groups.within)
    if (groups.comment !== undefined) return []
    if (groups.near !== undefined)
      return [
        { ...part, is: 'near', within: Number(groups.near), ordered: written.startsWith('O') || /f$/i.test(written) },
      ]
    if (groups.minus !== undefined) return [{ ...part, is: 'NOT' }]
    if (groups.field !== undefined) return [{ ...part, is: 'field', name: groups.field.toLowerCase() }]
    const plus = groups.plus?.length ?? 0
    const words = (text: string, how: 'quoted' | 'cased' | 'range') => [
      { ...part, is: 'words', text, how, plus, within } as const,
    ]
    if (groups.range !== undefined) return words(groups.range, 'range')
    if (groups.cased !== undefined) return words(groups.cased, 'cased')
    if (groups.quoted !== undefined) {
      if (groups.closed === undefined) throw new QueryError(source, at, 'this quote is not closed')
      return words(groups.quoted, 'quoted')
    }
    if (written === '(') return [{ ...part, is: '(' }]
    if (written.startsWith(')')) return [{ ...part, is: ')', within }]
    if (written === 'AND' || written === 'OR' || written === 'NOT') return [{ ...part, is: written }]
    const [pluses = ''] = /^\+*/.exec(written) ?? []
    return [
      { ...part, is: 'words', text: written.slice(pluses.length), how: 'bare', plus: pluses.length, within: null },
    ]
  })
  return [...found, { at: source.length, written: '', is: 'end' }]
}

const quotes = '"“”„'

const anySign = new RegExp(
  [
    String.raw`(?<comment><<<[\s\S]*?(?:>>>|$))`,
    String.raw`O?NEAR\/(?<near>\d+)f?(?![\p{L}\p{N}])`,
    String.raw`\(`,
    String.raw`\)(?:~(?<within>\d+))?`,
    String.raw`(?<minus>-)(?=[^\s)])`,
    // A field's name has a value after it; https:// has none.
    String.raw`(?<field>[\p{L}_][\p{L}\p{N}_.]*):(?=\S)(?!\/\/)`,
    String.raw`(?<range>\[[^\]]*\]?)`,
    String.raw`(?<plus>\+{0,2})[${quotes}](?<quoted>[^${quotes}]*)(?<closed>[${quotes}])?(?:~(?<within>\d+))?`,
    String.raw`\{(?<cased>[^}]*)\}?(?:~(?<within>\d+))?`,
    String.raw`[^\s()${quotes}]+`,
  ].join('|'),
  'gu',
)
