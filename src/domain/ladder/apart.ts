/** Telling who makes trouble from who is angry with reason: what speaks for which, for a teammate who chooses. Pure. */

/** Of the last 90 days. */
export type Conduct = {
  /** Days on which something went wrong between us: written down by us, or put right on the path to friendship. */
  readonly wrongs: number
  /** They bought something. */
  readonly orders: number
  /** Abusive words of theirs: in answer to other people, and to us. */
  readonly atPeople: number
  readonly atUs: number
  /** On how many days they complained or were abusive. */
  readonly crossDays: number
  /** Words of theirs that were neither. */
  readonly otherWords: number
}

/** What each of the three questions answers: `angry`: speaks for a customer with a reason; `trouble`; `unclear`. */
export type Speaks = 'angry' | 'trouble' | 'unclear'
export type Apart = {
  readonly real: Speaks
  readonly target: Speaks
  readonly repetition: Speaks
  readonly all: Speaks
}

const OFTEN = 3

/**
 * Is what they complain of real? Whom do they aim at: us, as somebody who is angry does, or other people? Do they do it again
 * and again, and nothing else? Two answers decide; a real reason alone does where nothing speaks for trouble.
 */
export function tellApart({ wrongs, orders, atPeople, atUs, crossDays, otherWords }: Conduct): Apart {
  // Nothing written down proves nothing: they may be right all the same.
  const real: Speaks = wrongs > 0 || orders > 0 ? 'angry' : 'unclear'
  const target: Speaks = atPeople > 0 ? 'trouble' : atUs > 0 ? 'angry' : 'unclear'
  const repetition: Speaks = crossDays < OFTEN ? 'unclear' : otherWords > crossDays ? 'angry' : 'trouble'
  return { real, target, repetition, all: sum(real, [target, repetition]) }
}

function sum(real: Speaks, others: readonly Speaks[]): Speaks {
  const count = (of: Speaks) => [real, ...others].filter((it) => it === of).length
  if (count('trouble') === 2) return real === 'angry' ? 'unclear' : 'trouble'
  return count('angry') >= 2 || (real === 'angry' && count('trouble') === 0) ? 'angry' : 'unclear'
}
