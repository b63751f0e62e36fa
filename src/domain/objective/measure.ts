/** What an objective can be measured by: a closed list of what the desk really counts, or is told. */

export type MeasureName =
  | 'answered-in-time'
  | 'won-back'
  | 'orders'
  | 'meetings'
  | 'sign-ups'
  | 'unasked'
  | 'voice'
  | 'satisfaction'
  | 'told'

export type Measure = {
  readonly name: MeasureName
  /** `percent`: of a hundred. `count`: whole things, which only become more. `number`: whatever was told. */
  readonly unit: 'percent' | 'count' | 'number'
  /** Which span its number speaks of: the four weeks before a day, all since the objective was made, or the last that was told. */
  readonly over: 'four-weeks' | 'since-made' | 'last-told'
  /** Where its number comes from: our own records, outcomes that were written down for the objective, or somebody who says it. */
  readonly from: 'desk' | 'outcomes' | 'told'
}

/** A question that was asked so often at least can be said to have stopped. */
export const askedOften = 3

export const fourWeeksDays = 28

export const measures: readonly Measure[] = [
  // Of the questions that were answered or whose time ran out, those that had a word of ours in time: as their room promises,
  // else within 24 hours. Not: a complaint that asks nothing, and whether the answer was any good. Who still has time is not counted yet.
  { name: 'answered-in-time', unit: 'percent', over: 'four-weeks', from: 'desk' },
  // Paths from complaint to friend that a teammate marked as won back. Not: who came back without our noticing.
  { name: 'won-back', unit: 'count', over: 'since-made', from: 'desk' },
  // Orders that followed a conversation. Not: orders of which nobody told the desk, and whether they would have come anyway.
  { name: 'orders', unit: 'count', over: 'since-made', from: 'outcomes' },
  // Meetings face to face that were written down. Not: what was said there, and what came of it.
  { name: 'meetings', unit: 'count', over: 'since-made', from: 'outcomes' },
  // Those who signed up for something after a conversation. Not: whether they came, or stayed.
  { name: 'sign-ups', unit: 'count', over: 'since-made', from: 'outcomes' },
  // Questions asked three times or more, still asked when the objective was made, and by nobody for four weeks since. Not:
  // why they stopped; a question that somebody asks again is no longer among them.
  { name: 'unasked', unit: 'count', over: 'since-made', from: 'desk' },
  // Of all who spoke of us or of the others we named, untagged, those who spoke of us. Not: rooms in which we do not listen.
  { name: 'voice', unit: 'percent', over: 'four-weeks', from: 'outcomes' },
  // Of those who chose to say whether they were content, those who were, by what they said last. Not: all who said nothing, and
  // whether it was they: a link in a public reply can be followed by anybody.
  { name: 'satisfaction', unit: 'percent', over: 'four-weeks', from: 'desk' },
  // A number that somebody types in or sends by the API. Not: whether it is right.
  { name: 'told', unit: 'number', over: 'last-told', from: 'told' },
]

const byName = new Map(measures.map((it) => [it.name, it]))

/** The card of a measure of the list. */
export function measureOf(name: MeasureName): Measure {
  const found = byName.get(name)
  if (!found) throw new Error(`${name} is no measure`)
  return found
}
