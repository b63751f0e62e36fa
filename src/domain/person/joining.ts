/**
 * Who is one human. A join is an edge from the person absorbed to the one kept; nothing that either holds moves, so that
 * taking apart gives back what was. Ada's mail (B) and phone (C) join Ada (A): B → A, C → A. Taking B → A apart leaves {A, C}.
 */
import type { Id } from '../../lib/ids.ts'

/** From each person absorbed to the one who was kept. Every way along it ends: it is a forest. */
export type Joins = ReadonlyMap<Id, Id>

/** Whose name stands for this person: the end of their way along the joins. */
export function headOf(joins: Joins, id: Id): Id {
  const kept = joins.get(id)
  return kept === undefined ? id : headOf(joins, kept)
}

/** Null: they are one already. Heads are joined, so that nobody is absorbed twice. */
export function join(joins: Joins, { keep, absorb }: { keep: Id; absorb: Id }): { joins: Joins; edge: Edge } | null {
  const edge = { kept: headOf(joins, keep), absorbed: headOf(joins, absorb) }
  return edge.kept === edge.absorbed ? null : { joins: new Map(joins).set(edge.absorbed, edge.kept), edge }
}

export type Edge = { kept: Id; absorbed: Id }

/** Cuts one join; who was joined to the absorbed goes along with them. */
export function takeApart(joins: Joins, absorbed: Id): Joins {
  const next = new Map(joins)
  next.delete(absorbed)
  return next
}

/** A name on a channel, as far as its rules on linking go. */
export type Linkable = { channel: string; handle: string | null; consents: boolean }

// X allows no link between an identity there and one elsewhere without the person's own yes
// (X developer guidelines, "Off-X matching", read 2026).
const strict: ReadonlySet<string> = new Set(['x'])

export const asksConsent = (channel: string): boolean => strict.has(channel)

/** The names that may not be linked with the others yet: their channel asks for the person's consent, and none is recorded. */
export const withoutConsent = (identities: readonly Linkable[]): Linkable[] =>
  identities.filter(
    (it) => asksConsent(it.channel) && !it.consents && identities.some(({ channel }) => channel !== it.channel),
  )
