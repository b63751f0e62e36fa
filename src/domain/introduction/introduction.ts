/** Two people brought together, with both agreeing: each is asked alone, and only two yeses write the note. Pure. */

/** `never`: they want no introduction at all. */
export type Said = 'yes' | 'no' | 'never'
export type Side = { readonly askedAt: Date; readonly said: Said | null }
export type Introduction = {
  readonly sides: readonly Side[]
  readonly writtenAt: Date | null
  readonly talked: boolean
}

/** Some days after the note the desk looks whether they talk. */
const LOOK_AFTER_DAYS = 14
const DAY_MS = 86_400_000

/**
 * `asking`: a side is not asked or has not answered. `agreed`: the note can be written. `silent`: the days have passed and
 * they do not talk where we hear it.
 */
export type Standing = 'asking' | 'agreed' | 'declined' | 'written' | 'talking' | 'silent'

export function standing({ sides, writtenAt, talked }: Introduction, now: Date): Standing {
  if (sides.some(({ said }) => said === 'no' || said === 'never')) return 'declined'
  if (writtenAt !== null) {
    if (talked) return 'talking'
    return now.getTime() - writtenAt.getTime() < LOOK_AFTER_DAYS * DAY_MS ? 'written' : 'silent'
  }
  return sides.length === 2 && sides.every(({ said }) => said === 'yes') ? 'agreed' : 'asking'
}

export type Why = 'solved' | 'interest' | 'trade' | 'place' | 'same-question'

/** `about`: the question, or what both share. `said`: the words of each that told us so. */
export type Pair = {
  readonly one: string
  readonly other: string
  readonly why: Why
  readonly about: string
  readonly said?: { readonly one: string; readonly other: string }
}

/** What binds most comes first. */
const byBond: readonly Why[] = ['solved', 'interest', 'trade', 'place', 'same-question']

/** Of all that could be proposed, so many, and nobody in two of them at once. */
export function propose(pairs: readonly Pair[], most: number): Pair[] {
  const taken = new Set<string>()
  const proposed: Pair[] = []
  for (const pair of pairs.toSorted((a, b) => byBond.indexOf(a.why) - byBond.indexOf(b.why))) {
    if (pair.one === pair.other || taken.has(pair.one) || taken.has(pair.other)) continue
    taken.add(pair.one).add(pair.other)
    proposed.push(pair)
  }
  return proposed.slice(0, most)
}
