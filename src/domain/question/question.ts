/** A question: one thing that many people ask, whatever their words. What can be done with it, in the order of its life. */
import type { Id } from '../../lib/ids.ts'

export type Question = {
  readonly id: Id
  /** As a teammate calls it; null: by its most typical wording. */
  readonly name: string | null
  /** It was joined into another, by whom and when: it can be taken out again. */
  readonly joined: { readonly into: Id; readonly by: Id; readonly at: Date } | null
  readonly published: Published | null
}

/** Where its answer can be read by everybody, and since which day. */
export type Published = { readonly url: string; readonly on: string; readonly by: Id }

export type Happened = { readonly is: string; readonly question: Id; readonly [detail: string]: unknown }
/** What a rule answers. `refused`: why not, for the person who asked. */
export type Change =
  | { readonly is: 'changed'; readonly next: Question; readonly happened: readonly Happened[] }
  | { readonly is: 'refused'; readonly why: string }

export function rename(now: Question, name: string | null): Change {
  if (name === now.name) return unchanged(now)
  return changed({ ...now, name }, { is: 'renamed', before: now.name, name })
}

/** `now` is asked in other words by `into`: from here on it is a part of it. */
export function join(now: Question, into: Question, how: { by: Id; at: Date }): Change {
  if (now.id === into.id) return refused('A question can not be joined with itself.')
  if (now.joined !== null) return refused('It is part of another question already. Take it out of that first.')
  if (into.joined !== null) return refused('The other is part of a question itself. Join with that one.')
  return changed({ ...now, joined: { into: into.id, ...how } }, { is: 'joined', into: into.id })
}

/** Undoes a join: it stands for itself again, with what was asked in its words since. */
export function takeOut(now: Question): Change {
  if (now.joined === null) return refused('It is not part of another question.')
  return changed({ ...now, joined: null }, { is: 'taken out', from: now.joined.into })
}

/** The answer can be read by everybody from that day on: whoever asked can be told, and asking should fall. */
export function publish(now: Question, published: Published, today: string): Change {
  if (now.joined !== null) return refused('It is part of another question. Publish for that one.')
  if (published.on > today) return refused('That day is still to come. Mark it when it is published.')
  return changed({ ...now, published }, { is: 'published', url: published.url, on: published.on })
}

export function unpublish(now: Question): Change {
  if (now.published === null) return unchanged(now)
  return changed({ ...now, published: null }, { is: 'unpublished', url: now.published.url, on: now.published.on })
}

const changed = (next: Question, happened: { is: string; [detail: string]: unknown }): Change => ({
  is: 'changed',
  next,
  happened: [{ question: next.id, ...happened }],
})
const unchanged = (next: Question): Change => ({ is: 'changed', next, happened: [] })
const refused = (why: string): Change => ({ is: 'refused', why })
