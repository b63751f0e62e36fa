/** How often to look at a feed: as often as it asks, never rudely, and seldom when it has long been silent. */

const minute = 60_000
const day = 24 * 60 * minute

/** What decides when to look again. Minutes that the feed or its server asks for; the date of its newest item. */
export type Pace = { minutes: number | null; maxAge: number | null; newest: Date | null; now: Date }

/** When to look again: 15 minutes from now unless asked otherwise, within 5 minutes and 24 hours. */
export function nextLook({ minutes, maxAge, newest, now }: Pace): Date {
  const asked = Math.max(minutes ?? 0, maxAge ?? 0) || 15
  const quiet = newest ? now.getTime() - newest.getTime() : 0
  const slowed = quiet > 180 * day ? 360 : quiet > 30 * day ? 60 : quiet > 7 * day ? 30 : 0
  const wait = Math.min(Math.max(asked, slowed, 5), 24 * 60)
  return new Date(now.getTime() + wait * minute)
}

/** When to try a feed again that failed so many times on end: an hour, then twice as long each time, up to a day. */
export function nextTry(failures: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(60 * 2 ** Math.min(failures - 1, 10), 24 * 60) * minute)
}

/** Retry-After in either of its forms (RFC 9110, 10.2.3), kept between a minute and a day; null when not said. */
export function retryAfter(header: string | null, now: Date): Date | null {
  if (header === null) return null
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : null
  // A date has letters in it; `-1` has none, and would be read as a year.
  const at = seconds !== null ? now.getTime() + seconds * 1000 : /[a-z]/i.test(header) ? Date.parse(header) : Number.NaN
  if (Number.isNaN(at)) return null
  return new Date(Math.min(Math.max(at, now.getTime() + minute), now.getTime() + day))
}

/** Minutes for which the server says that its answer stays fresh. */
export function maxAgeOf(cacheControl: string | null): number | null {
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/i.exec(cacheControl ?? '')?.[1]
  return seconds === undefined ? null : Number(seconds) / 60
}
