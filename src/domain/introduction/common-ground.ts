/** Who lives in one place or does the same work, by their own words. Pure. */
import type { Pair } from './introduction.ts'
import { placesIn } from './places.ts'
import { sharing } from './sharing.ts'
import { type Found, tradesIn } from './trades.ts'

/** `own`: the words are theirs, and not what we wrote down about them. A place is only read in those. */
export type Saying = { readonly person: string; readonly text: string; readonly own: boolean }

/** "Baker from Leeds" and "Leeds-based florist": both in Leeds. Each pair carries the words that said it. */
export function commonGround(sayings: readonly Saying[]): Pair[] {
  const told = (of: (text: string) => Found[], said: readonly Saying[]) =>
    said.flatMap(({ person, text }) =>
      of(text.slice(0, MOST_READ)).map(({ key, name, said }) => ({ person, key, about: name, said })),
    )
  return [
    ...sharing(told(tradesIn, sayings), 'trade'),
    ...sharing(
      told(
        placesIn,
        sayings.filter(({ own }) => own),
      ),
      'place',
    ),
  ]
}

const MOST_READ = 500
