/** How far one message of ours went: who answered it and passed it on, step by step, and how many people that were by when. */

export type Passed = 'reply' | 'quote' | 'repost' | 'link'
/** `parent` null: it did so with our message itself, else with that step. `person` null: it was us. */
export type Step = { id: string; parent: string | null; kind: Passed; at: Date; person: string | null; room: string }

export type Reach = { people: number; rooms: number; hour: number; day: number; week: number }

/** People by what they did, each once; not us. `hour`, `day`, `week`: how many of them had done something by then. */
export function reachOf(begun: Date, steps: readonly Step[]): Reach {
  const first = new Map<string, number>()
  for (const { person, at } of steps)
    if (person !== null) first.set(person, Math.min(first.get(person) ?? Number.POSITIVE_INFINITY, at.getTime()))
  const within = (hours: number) => [...first.values()].filter((at) => at - begun.getTime() <= hours * 3_600_000).length
  return {
    people: first.size,
    rooms: new Set(steps.map(({ room }) => room)).size,
    hour: within(1),
    day: within(24),
    week: within(168),
  }
}

/** How many steps each is from our message, in the order of a tree read from top to bottom: each before what followed from it. */
export function inOrder<T extends Pick<Step, 'id' | 'parent' | 'at'>>(steps: readonly T[]): (T & { depth: number })[] {
  const after = Map.groupBy(
    steps.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    ({ parent }) => parent,
  )
  const seen = new Set<string>()
  const ordered: (T & { depth: number })[] = []
  const walk = (parent: string | null, depth: number) => {
    for (const it of after.get(parent) ?? []) {
      // Who quotes what quotes them would lead round and round.
      if (seen.has(it.id)) continue
      seen.add(it.id)
      ordered.push({ ...it, depth })
      walk(it.id, depth + 1)
    }
  }
  walk(null, 1)
  return ordered
}
