/**
 * Whether a source has gone quiet against its own rhythm. Silence is measured in words that should have come: an hour at night, when
 * the source hardly ever speaks, weighs less than one at noon. It is quiet where this silence weighs more than twice what
 * 99.9 % of its own did; of fewer than 1,000, that is the heaviest. Of fewer than 50, or of
 * less than two weeks, nobody can say what its rhythm is.
 */

const fewest = 50
const percentile = 0.999
const HOUR_MS = 3_600_000
const WEEK_HOURS = 168
const FORTNIGHT_MS = 2 * WEEK_HOURS * HOUR_MS

/** `said`: when it spoke, in order, over some weeks. Null: it keeps its rhythm, or has none that is known. */
export function quietSince(said: readonly Date[], now: Date): Date | null {
  const times = said.map((at) => at.getTime())
  const [first, last] = [times[0], times.at(-1)]
  if (first === undefined || last === undefined || times.length <= fewest || now.getTime() - first < FORTNIGHT_MS)
    return null
  const expected = expecting(times, now.getTime() - first)
  const silences = times
    .slice(1)
    .map((at, n) => expected(times[n] as number, at))
    .sort((a, b) => a - b)
  const usual = silences[Math.ceil(percentile * silences.length) - 1] as number
  return expected(last, now.getTime()) > 2 * usual ? new Date(last) : null
}

/** How many words it would have said between two instants, by how much it says at each hour of the week. */
function expecting(times: readonly number[], spanMs: number): (from: number, to: number) => number {
  const weeks = Math.max(1, spanMs / (WEEK_HOURS * HOUR_MS))
  const counts = new Array<number>(WEEK_HOURS).fill(0)
  for (const at of times) counts[hourOf(at)] = (counts[hourOf(at)] as number) + 1
  // An hour in which it never spoke may still be one in which it may: each has a tenth of the mean beforehand.
  const little = times.length / WEEK_HOURS / 10
  const rates = counts.map((count) => (count + little) / weeks / HOUR_MS)
  const aWeek = rates.reduce((sum, rate) => sum + rate * HOUR_MS, 0)
  return (from, to) => {
    const whole = Math.floor((to - from) / (WEEK_HOURS * HOUR_MS))
    let sum = whole * aWeek
    for (let at = from + whole * WEEK_HOURS * HOUR_MS; at < to; ) {
      const next = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS)
      sum += (rates[hourOf(at)] as number) * (next - at)
      at = next
    }
    return sum
  }
}

const hourOf = (at: number): number => Math.floor(at / HOUR_MS) % WEEK_HOURS
