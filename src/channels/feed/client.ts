/** Gets feeds over HTTP: politely (unchanged ones cost a header), and with every failure in words. */
import type { Clock } from '../../lib/clock.ts'
import { AddressRefused, TooLarge } from '../../lib/fetch-errors.ts'
import type { SafeFetch } from '../../lib/safe-fetch.ts'
import { ChannelTrouble } from '../channel.ts'
import { maxAgeOf, retryAfter } from './pace.ts'

/** What the server gave us last time, to ask whether it changed. */
export type Stamp = { etag: string | null; lastModified: string | null }

/** `settled`: the address to ask from now on; it moves with permanent redirects only. */
export type Got =
  | { is: 'unchanged'; settled: string; maxAge: number | null }
  | {
      is: 'document'
      bytes: Uint8Array
      contentType: string | null
      /** Where it really came from. */
      url: string
      settled: string
      stamp: Stamp
      maxAge: number | null
    }

export type Reach = { fetch: SafeFetch; clock: Clock; signal: AbortSignal }

const mostBytes = 5_000_000
const mostRedirects = 5

/** Throws `ChannelTrouble` for every answer that is no document; `needs: 'owner'` where waiting won't help. */
export async function get(asked: string, stamp: Stamp, reach: Reach): Promise<Got> {
  let settled = asked
  let url = asked
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await ask(url, stamp, reach)
    const location = response.headers.get('location')
    if ([301, 302, 303, 307, 308].includes(response.status) && location !== null) {
      await response.body?.cancel()
      const next = URL.parse(location, url)
      if (!next) throw new ChannelTrouble(`${hostOf(url)} redirects to an address that can't be read.`)
      // Only while all redirects so far were permanent is the new address the feed's own.
      if (settled === url && [301, 308].includes(response.status)) settled = next.href
      url = next.href
      continue
    }
    const maxAge = maxAgeOf(response.headers.get('cache-control'))
    if (response.status === 304) return { is: 'unchanged', settled, maxAge }
    if (!response.ok) {
      await response.body?.cancel()
      throw troubleOf(url, response, reach.clock.now())
    }
    return {
      is: 'document',
      bytes: await bytesOf(url, response),
      contentType: response.headers.get('content-type'),
      url,
      settled,
      stamp: { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') },
      maxAge,
    }
  }
  throw new ChannelTrouble(`${hostOf(asked)} redirects in circles.`)
}

async function ask(url: string, { etag, lastModified }: Stamp, { fetch, signal }: Reach): Promise<Response> {
  const headers = new Headers({
    accept: 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
  })
  if (etag !== null) headers.set('if-none-match', etag)
  if (lastModified !== null) headers.set('if-modified-since', lastModified)
  try {
    // By hand, as only the single redirect tells whether it is for good.
    return await fetch(url, { headers, signal, redirect: 'manual', maxBytes: mostBytes })
  } catch (error) {
    throw unreached(url, error)
  }
}

async function bytesOf(url: string, response: Response): Promise<Uint8Array> {
  try {
    return new Uint8Array(await response.arrayBuffer())
  } catch (error) {
    throw unreached(url, error)
  }
}

/** In the house's own words for it; they are written to be read. An address that is closed to us won't open by waiting. */
function unreached(url: string, error: unknown): ChannelTrouble {
  if (error instanceof TooLarge) return new ChannelTrouble(`This feed is larger than ${mostBytes / 1e6} MB.`, 'owner')
  if (error instanceof AddressRefused) return new ChannelTrouble(error.message, 'owner')
  return new ChannelTrouble(error instanceof Error ? error.message : `Can't reach ${hostOf(url)}.`)
}

function troubleOf(url: string, { status, headers }: Response, now: Date): ChannelTrouble {
  const host = hostOf(url)
  const after = retryAfter(headers.get('retry-after'), now)
  if (status === 410) return new ChannelTrouble(`${host} says that this feed is gone for good (410).`, 'owner')
  if (status === 401) return new ChannelTrouble(`${host} wants a password for this feed (401).`, 'owner')
  if (status === 403) return new ChannelTrouble(`${host} does not let us read this feed (403).`, 'time', after)
  if (status === 404) return new ChannelTrouble(`${host} has nothing at this address (404).`, 'time', after)
  if (status === 429) return new ChannelTrouble(`${host} asks us to come less often (429).`, 'time', after)
  return new ChannelTrouble(`${host} answers with an error (${status}).`, 'time', after)
}

const hostOf = (url: string) => URL.parse(url)?.host ?? url
