/** Right and wrong among what was joined and suggested: over all, by kind of evidence, and by how people were made. */
import type { Name } from './set.ts'

export type Pair = { one: Name; other: Name; kinds: readonly string[] }
export type Judged = { names: readonly Name[]; joined: readonly Pair[]; suggested: readonly Pair[] }

export type Figures = {
  /** Of what was suggested, how much is so. */
  precision: number
  /** Of all pairs of names of one human, how many are one after a teammate said yes to every right suggestion. */
  recall: number
  /** Of all such pairs, how many were joined or suggested as they stand. */
  direct: number
  /** Of what was joined by itself, how much is so. */
  automatic: number
}

export function figuresOf({ names, joined, suggested }: Judged): Figures {
  const right = [...joined, ...suggested].filter(isRight)
  const pairs = pairsOf(names)
  const groups = grouped(names, right)
  const direct = new Set(right.map(keyOf))
  return {
    precision: share(suggested, isRight),
    recall: share(pairs, ({ one, other }) => groups.get(one) === groups.get(other)),
    direct: share(pairs, (pair) => direct.has(keyOf(pair))),
    automatic: share(joined, isRight),
  }
}

export function tableOf(judged: Judged): string {
  const { precision, recall, direct, automatic } = figuresOf(judged)
  const { names, joined, suggested } = judged
  const groups = grouped(names, [...joined, ...suggested].filter(isRight))
  const byKind = Map.groupBy(pairsOf(names), ({ one }) => one.kind)
  const humans = new Set(names.map(({ human }) => human)).size
  const wrong = suggested.filter((pair) => !isRight(pair))
  const kinds = [...new Set(names.map(({ kind }) => kind))]
  const evidence = [...Map.groupBy(suggested, ({ kinds }) => kinds.toSorted().join(' + '))]
  return [
    `${humans} people, ${names.length} names; ${joined.length} joined by themselves (${of(automatic)} right), ${suggested.length} suggested`,
    `precision ${of(precision)}, recall ${of(recall)} (${of(direct)} as they stand)`,
    '',
    ...kinds.map((kind) => {
      const pairs = byKind.get(kind) ?? []
      const found = pairs.filter(({ one, other }) => groups.get(one) === groups.get(other)).length
      const mistaken = wrong.filter(({ one, other }) => one.kind === kind || other.kind === kind).length
      const made = new Set(names.filter((name) => name.kind === kind).map(({ human }) => human)).size
      return (
        `  ${kind.padEnd(42)} ${`${made} people`.padStart(12)}  ${pairs.length > 0 ? `${found} of ${pairs.length} pairs` : ''}`.padEnd(
          80,
        ) + (mistaken > 0 ? `${mistaken} wrong` : '')
      )
    }),
    '',
    ...evidence
      .sort(([, a], [, b]) => b.length - a.length)
      .map(
        ([kind, pairs]) =>
          `  ${kind.padEnd(42)} ${`${pairs.length}`.padStart(7)} suggested, ${pairs.filter((pair) => !isRight(pair)).length} wrong`,
      ),
  ].join('\n')
}

const isRight = ({ one, other }: Pair): boolean => one.human === other.human

function pairsOf(names: readonly Name[]): Pair[] {
  const all = [...Map.groupBy(names, ({ human }) => human).values()]
  return all.flatMap((own) => own.flatMap((one, at) => own.slice(at + 1).map((other) => ({ one, other, kinds: [] }))))
}

/** Each name's group, when every one of these pairs is joined. */
function grouped(names: readonly Name[], pairs: readonly Pair[]): Map<Name, Name> {
  const parent = new Map(names.map((name) => [name, name]))
  const root = (name: Name): Name => {
    const up = parent.get(name) as Name
    if (up === name) return name
    const top = root(up)
    parent.set(name, top)
    return top
  }
  for (const { one, other } of pairs) parent.set(root(one), root(other))
  return new Map(names.map((name) => [name, root(name)]))
}

const keys = new WeakMap<Name, number>()
let many = 0
const numberOf = (name: Name): number => {
  const known = keys.get(name) ?? many++
  keys.set(name, known)
  return known
}
const keyOf = ({ one, other }: Pair): string => [numberOf(one), numberOf(other)].sort((a, b) => a - b).join()

const share = (all: readonly Pair[], holds: (pair: Pair) => boolean): number =>
  all.length === 0 ? 1 : all.filter(holds).length / all.length
const of = (value: number): string => value.toFixed(4)
