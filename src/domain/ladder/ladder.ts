/** The ladder for who makes trouble: a kind first rung, each with its reason and its end, and nothing automatic. Pure. */

export const rungs = ['watch', 'word', 'place', 'hide', 'pause', 'block'] as const
export type Rung = (typeof rungs)[number]

/** How long each lasts where nobody says otherwise, in days; a block is looked at again then. */
export const usualDays: Readonly<Record<Rung, number>> = {
  watch: 30,
  word: 30,
  place: 60,
  hide: 30,
  pause: 14,
  block: 180,
}
/** Nothing is for ever: whoever wants it longer says so again, with a reason. */
const longestDays = 366
const DAY_MS = 86_400_000

export type Stood = { readonly rung: Rung; readonly untilDay: string; readonly liftedAt: Date | null }

/** The rung on which somebody stands: the last that was neither lifted nor has ended. `today` is `2026-06-01`. */
export const standsOn = <S extends Stood>(newestFirst: readonly S[], today: string): S | null =>
  newestFirst.find(({ liftedAt, untilDay }) => liftedAt === null && untilDay >= today) ?? null

/** The kindest rung that was not tried yet is proposed; null: all were. */
export function proposedRung(stood: readonly Stood[]): Rung | null {
  const highest = Math.max(-1, ...stood.map(({ rung }) => rungs.indexOf(rung)))
  return rungs[highest + 1] ?? null
}

/** What was done on the channel too has to be undone there: such a rung waits for a teammate after its end. */
export const onChannel: readonly Rung[] = ['hide', 'pause', 'block']

/** Why no word of ours goes out to them, until the rung ends or is lifted; null: it may. */
export function whyHeldBack(name: string, on: (Stood & { readonly reason: string }) | null): string | null {
  if (on?.rung !== 'pause' && on?.rung !== 'block') return null
  const how = on.rung === 'pause' ? 'paused' : 'blocked'
  return `${name} is ${how} until ${on.untilDay}: ${on.reason} To answer before, lift that rung.`
}

/** Why it can't be set like that, in words; null: it can. */
export function wrongWith({ reason, untilDay }: { reason: string; untilDay: string }, today: string): Wrong | null {
  if (reason.trim() === '') return { field: 'reason', why: 'Why? Whoever looks at it later must understand.' }
  const days = (Date.parse(untilDay) - Date.parse(today)) / DAY_MS
  if (days < 1) return { field: 'until', why: 'Its end lies in the past.' }
  if (days > longestDays) return { field: 'until', why: 'A year at most; it can be set again then, with a reason.' }
  return null
}
export type Wrong = { field: 'reason' | 'until'; why: string }
