/** How a person's mood moves over their last messages, in whatever rooms. Irritation is that, not one score. */

export type Mooded = { at: Date; mood: number; sure: number }

/** Change of mood a message, from -2 to 2, over the last six messages: below 0 it sinks. 0 where fewer than two are known. */
export function slope(moods: readonly Mooded[]): number {
  const last = [...moods].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(-6)
  const total = last.reduce((sum, { sure }) => sum + sure, 0)
  if (last.length < 2 || total === 0) return 0
  const mean = (of: (it: Mooded, place: number) => number) =>
    last.reduce((sum, it, place) => sum + it.sure * of(it, place), 0) / total
  const [place, mood] = [mean((_, place) => place), mean((it) => it.mood)]
  const spread = mean((_, at) => (at - place) ** 2)
  return spread === 0 ? 0 : mean((it, at) => (at - place) * (it.mood - mood)) / spread
}

/** From 0 to 1. A person whose mood sinks by a third a message with one unanswered is about half way. */
export function irritation(slope: number, unanswered: number): number {
  const sinking = Math.max(0, -slope)
  return 1 - Math.exp(-(sinking * (1 + unanswered) + unanswered / 6))
}
