/** A message to a program of others: when it is tried again, and when we give up. Pure. */

/** What came of one try. `gone`: the receiver says that it wants nothing more (410). */
export type Tried = { is: 'taken' } | { is: 'gone' } | { is: 'failed'; why: string }
export type Next = { is: 'sent' } | { is: 'refused'; why: string } | { is: 'again'; at: Date; why: string }

/** Seconds from one try to the next: the schedule that Standard Webhooks 1.0.0 proposes, a little more than three days. */
const WAITS_S = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]

/** After so many tries, this one included. */
export function next(tries: number, tried: Tried, now: Date): Next {
  if (tried.is === 'taken') return { is: 'sent' }
  if (tried.is === 'gone') return { is: 'refused', why: 'It says that it wants nothing more from us.' }
  const wait = WAITS_S[tries - 1]
  if (wait === undefined) return { is: 'refused', why: tried.why }
  return { is: 'again', at: new Date(now.getTime() + wait * 1000), why: tried.why }
}

/** Only a 2xx is a yes; a redirect is none, because what is signed is meant for the address that was given. */
export function triedWith(status: number): Tried {
  if (status >= 200 && status < 300) return { is: 'taken' }
  if (status === 410) return { is: 'gone' }
  return { is: 'failed', why: `It answered with ${status}.` }
}
