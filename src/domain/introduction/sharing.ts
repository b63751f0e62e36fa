/** Two who told of the same thing. Pure. */
import type { Pair, Why } from './introduction.ts'

/** `key`: by which it is the same; `about`: as it is shown; `said`: the words that told of it. */
export type Told = { readonly person: string; readonly key: string; readonly about: string; readonly said: string }

/** What more than five share binds nobody. */
const MOST_SHARING = 5

/** Every two who share something, once, for the longest of what they share. */
export function sharing(told: readonly Told[], why: Why): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const [, all] of Map.groupBy(told, ({ key }) => key)) {
    const people = [...new Map(all.map((it) => [it.person, it])).values()].sort((a, b) =>
      a.person < b.person ? -1 : 1,
    )
    if (people.length > MOST_SHARING) continue
    for (const [n, one] of people.entries())
      for (const other of people.slice(n + 1)) {
        const key = `${one.person} ${other.person}`
        if (one.about.length <= (pairs.get(key)?.about.length ?? 0)) continue
        const said = { one: one.said, other: other.said }
        pairs.set(key, { one: one.person, other: other.person, why, about: one.about, said })
      }
  }
  return [...pairs.values()]
}
