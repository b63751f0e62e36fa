/** A listener's weeks, minute by minute, as the desk looks at them: what warned, and when. */
import {
  type Counted,
  isCalm,
  type Past,
  pastHours,
  rules,
  type Unusual,
  unusual,
  windowMinutes,
} from '../../src/domain/storm/storm.ts'
import type { Told } from './weeks.ts'

export type Warned = Unusual & { at: number; over: number | null }

const [minute, hour] = [60_000, 3_600_000]

/** `told` in order. The listener is heard from `from` on. */
export function replay(told: readonly Told[], from: number): Warned[] {
  const warned: Warned[] = []
  const hours = new Map<number, { said: number; unhappy: number; storm: boolean }>()
  const firstHour = Math.floor(from / hour)
  let [next, oldest] = [told.findIndex(({ at }) => at >= from), 0]
  for (let now = from; next < told.length; now += minute) {
    const open = warned.at(-1)?.over === null ? warned.at(-1) : undefined
    for (; next < told.length && (told[next] as Told).at < now; next++) {
      const { at, unhappy } = told[next] as Told
      const it = hours.get(Math.floor(at / hour)) ?? { said: 0, unhappy: 0, storm: false }
      hours.set(Math.floor(at / hour), { ...it, said: it.said + 1, unhappy: it.unhappy + Number(unhappy) })
    }
    while (oldest < next && (told[oldest] as Told).at < now - hour) oldest++
    if (next - oldest < 6 && open === undefined) continue
    const halves = [
      count(told, oldest, next, now - hour),
      count(told, oldest, next, now - windowMinutes * minute),
    ] as const
    const [before, counted] = [minus(halves[0], halves[1]), halves[1]]
    const past = pastOf(hours, firstHour, Math.floor((now - windowMinutes * minute) / hour))
    if (open) {
      markStorm(hours, Math.floor(now / hour))
      if (isCalm([before, counted], past) || now - open.at >= rules.lasts * hour) open.over = now
      continue
    }
    const is = unusual(counted, past)
    if (is === null) continue
    for (let at = Math.floor((now - windowMinutes * minute) / hour); at <= now / hour; at++) markStorm(hours, at)
    warned.push({ ...is, at: now, over: null })
  }
  return warned
}

function count(told: readonly Told[], from: number, to: number, since: number): Counted {
  const people = new Set<string>()
  let [said, unhappy] = [0, 0]
  for (let at = to - 1; at >= from && (told[at] as Told).at >= since; at--) {
    people.add((told[at] as Told).by)
    said++
    if ((told[at] as Told).unhappy) unhappy++
  }
  return { said, unhappy, people: people.size }
}

const minus = (a: Counted, b: Counted): Counted => ({
  said: a.said - b.said,
  unhappy: a.unhappy - b.unhappy,
  people: null,
})

function markStorm(hours: Map<number, { said: number; unhappy: number; storm: boolean }>, at: number): void {
  hours.set(at, { ...(hours.get(at) ?? { said: 0, unhappy: 0 }), storm: true })
}

function pastOf(
  hours: Map<number, { said: number; unhappy: number; storm: boolean }>,
  first: number,
  end: number,
): { said: Past; unhappy: Past } {
  const begin = Math.max(first, end - pastHours)
  const [said, unhappy]: [(number | null)[], (number | null)[]] = [[], []]
  for (let at = begin; at < end; at++) {
    const it = hours.get(at)
    said.push(it?.storm ? null : (it?.said ?? 0))
    unhappy.push(it?.storm ? null : (it?.unhappy ?? 0))
  }
  return { said, unhappy }
}
