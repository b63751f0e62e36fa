/** A code that we give along, so that an outcome is known by it: a word to say, or a short link. Pure. */

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789' // none that is taken for another
const LINK_LENGTH = 9

/** `dice`: one number from 0 to 1 a letter. 31^9 words, so that nobody guesses one. */
export const linkWord = (dice: () => number): string =>
  Array.from({ length: LINK_LENGTH }, () => LETTERS[Math.floor(dice() * LETTERS.length)]).join('')

/** Why a word can't be said at a till like that; null: it can. */
export const wrongWord = (word: string): string | null =>
  /^[A-Za-z0-9]{3,32}$/.test(word)
    ? null
    : 'A code word has 3 to 32 letters and digits, and no spaces: ROSA, or CAKE12.'

/** Where a short link may lead: a web address, as the browser would read it; null: anything else. */
export function targetOf(written: string): string | null {
  const url = URL.canParse(written.trim()) ? new URL(written.trim()) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.username || url.password || url.href.length > 2000 ? null : url.href
}

/** Programs that look at a link for somebody: search engines, previews of messengers, mail scanners, tools. */
const PROGRAMS =
  /bot\b|bot\/|crawl|spider|slurp|preview|scan|fetch|monitor|check|headless|lighthouse|facebookexternalhit|whatsapp|telegram|slack|discord|skype|signal|mastodon|pleroma|misskey|bluesky|cardyb|embedly|iframely|outlook|safelinks|proofpoint|mimecast|barracuda|curl|wget|python|okhttp|axios|node|go-http|java\/|ruby|perl|php|libwww/i

/** Whether a request for a short link is a person who follows it, as far as it says so. */
export function isVisit(request: { method: string; agent: string; purpose: string }): boolean {
  if (request.method !== 'GET') return false
  if (/prefetch|prerender|preview/i.test(request.purpose)) return false
  // Every browser calls itself by this name; what calls itself nothing is none.
  return request.agent.startsWith('Mozilla/') && !PROGRAMS.test(request.agent)
}
