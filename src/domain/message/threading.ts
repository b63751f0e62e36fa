/** Which conversation each new message belongs to: its parent's, even when the parent comes later. */
import type { Id, NewId } from '../../lib/ids.ts'

export type Arriving = { readonly externalId: string; readonly parent: string | null }

export type Held = {
  /** The conversation of a message that we hold. */
  readonly conversationOf: ReadonlyMap<string, Id>
  /** The conversation that waits for this message: it was started by replies to it. */
  readonly waitingFor: ReadonlyMap<string, Id>
}

export type Threaded = {
  readonly belongs: ReadonlyMap<string, Id>
  /** New conversations, each with the id of its first message, which may not have come yet. */
  readonly started: ReadonlyMap<Id, string>
  /** Conversations whose first message turned out to have a parent, with the id of that. */
  readonly rekeyed: ReadonlyMap<Id, string>
  /** What was two turns out to be one. */
  readonly joined: readonly { readonly absorb: Id; readonly into: Id }[]
}

/**
 * Each message hangs under its topmost ancestor among those that arrive with it; who shares that shares a conversation.
 *
 * `c` replies to `b`, which we never heard: a conversation starts that waits for `b`. Then `b` comes, a reply to `a`,
 * which stands in conversation 7: the one that waited for `b` is joined into 7.
 */
export function thread(arriving: readonly Arriving[], held: Held, newId: NewId): Threaded {
  const topOf = climber(arriving)
  const belongs = new Map<string, Id>()
  const started = new Map<Id, string>()
  const rekeyed = new Map<Id, string>()
  const into = new Map<Id, Id>()
  const byTop = new Map<string, Id>()

  const last = (id: Id): Id => {
    let at = id
    for (let next = into.get(at); next !== undefined; next = into.get(at)) at = next
    return at
  }

  // Those that a conversation waits for come first, so that it keeps its id, by which people have linked to it.
  const awaitedFirst = [...arriving].sort(
    (a, b) => Number(held.waitingFor.has(b.externalId)) - Number(held.waitingFor.has(a.externalId)),
  )
  for (const { externalId } of awaitedFirst) {
    const top = topOf(externalId)
    const waiting = held.waitingFor.get(externalId)
    let home = byTop.get(top) ?? held.conversationOf.get(top) ?? held.waitingFor.get(top)
    if (home === undefined) {
      home = waiting ?? newId()
      if (waiting) rekeyed.set(home, top)
      else started.set(home, top)
    } else if (waiting && waiting !== last(home)) {
      into.set(waiting, home)
    }
    byTop.set(top, home)
    belongs.set(externalId, home)
  }

  for (const [externalId, home] of belongs) belongs.set(externalId, last(home))
  return { belongs, started, rekeyed, joined: [...into.keys()].map((absorb) => ({ absorb, into: last(absorb) })) }
}

/** Finds the topmost ancestor, each step remembered. Parents that go in a circle end where the circle was entered. */
function climber(arriving: readonly Arriving[]): (id: string) => string {
  const parents = new Map(arriving.map(({ externalId, parent }) => [externalId, parent]))
  const tops = new Map<string, string>()
  return (id) => {
    const path: string[] = []
    const onPath = new Set<string>()
    let at = id
    while (!tops.has(at)) {
      const parent = parents.get(at)
      if (parent === undefined || parent === null || onPath.has(parent) || parent === at) break
      path.push(at)
      onPath.add(at)
      at = parent
    }
    const top = tops.get(at) ?? at
    for (const step of path) tops.set(step, top)
    tops.set(at, top)
    return top
  }
}
