/**
 * The only way out of the house: a fetch, and a WebSocket, that check the address they really connect to, on each hop.
 *
 * It stands on node:http rather than on the global fetch, because only there may we name the lookup whose answer is the
 * address that is connected to. Checking a host's address first and fetching by name afterwards asks the DNS twice, and
 * a hostile one answers differently the second time.
 */
import { lookup as systemLookup } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { WebSocket } from 'ws'
import { doorkeeper } from './addresses.ts'
import { responseOf, stopwatch } from './bounded-body.ts'
import { AddressRefused, known, TooManyRedirects, Unreachable } from './fetch-errors.ts'

/** Stands wherever a standard `fetch` is expected; each call may carry its own budget. */
export type SafeFetch = (input: string | URL | Request, init?: SafeRequest) => Promise<Response>
export type SafeSocket = (url: string | URL) => WebSocket
export type SafeRequest = RequestInit & Budget

/** What one request may cost, all its redirects included. */
export type Budget = {
  /** Bytes of the body after decompression; 1 MB unless said otherwise (`mediaBytes` for pictures and the like). */
  maxBytes?: number
  /** From the call to the last byte of the body; 10 seconds unless said otherwise. */
  timeoutMs?: number
}

export type Doors = {
  /** Ranges (CIDR) that the owner of the instance allowed besides the public internet. */
  allow?: readonly string[]
  /** Stands in for the system's name lookup in tests. */
  lookup?: LookupFunction
}

export const documentBytes = 1_000_000
export const mediaBytes = 10_000_000
const totalMs = 10_000
const mostRedirects = 5
const atOncePerHost = 4

/**
 * A fetch that only reaches public addresses. Follows at most 5 redirects; `redirect: 'manual'` gives the redirect
 * itself, with its Location. Throws (or fails the body with) `AddressRefused`, `TooLarge`, `TooSlow`,
 * `TooManyRedirects` or `Unreachable`; an abort by the caller's signal throws that signal's reason.
 */
export function safeFetch(doors: Doors = {}): SafeFetch {
  const guard = guardOf(doors)
  // No kept-alive connections: one closed by the other side while we write to it would leave us not knowing whether a
  // reply was said, and said again. An Agent's maxSockets is per host and port.
  const agents = {
    'http:': new HttpAgent({ maxSockets: atOncePerHost }),
    'https:': new HttpsAgent({ maxSockets: atOncePerHost }),
  }

  return async (input, { maxBytes = documentBytes, timeoutMs = totalMs, ...init } = {}) => {
    // Before `new Request`, which would refuse a name and password in the address in words of its own.
    const first = guard.check(input instanceof Request ? input.url : input, ['http:', 'https:'])
    const asked = new Request(input instanceof Request ? input : first, init)
    const stop = stopwatch(timeoutMs, first.host, asked.signal)
    try {
      let hop: Hop = {
        url: first,
        method: asked.method,
        headers: new Headers(asked.headers),
        body: asked.body ? Buffer.from(await asked.arrayBuffer()) : null,
      }
      for (let redirects = 0; ; redirects++) {
        const answer = await send(hop, {
          agent: agents[hop.url.protocol as 'http:'],
          lookup: guard.lookup,
          stop: stop.signal,
        })
        const next = asked.redirect === 'manual' ? null : redirectOf(answer)
        if (next === null) return responseOf(answer, { ...hop, redirected: redirects > 0, maxBytes, stop })
        answer.destroy()
        if (asked.redirect === 'error') throw new Unreachable(hop.url.host, 'it redirects, which was not expected')
        if (redirects === mostRedirects) throw new TooManyRedirects(first.host, mostRedirects)
        hop = follow(hop, {
          status: answer.statusCode ?? 0,
          to: guard.check(urlOf(next, hop.url), ['http:', 'https:']),
        })
      }
    } catch (error) {
      stop.done()
      throw error
    }
  }
}

/**
 * A WebSocket that only reaches public addresses. `maxPayload` bounds one frame after decompression, in bytes. Throws
 * `AddressRefused` for a literal address; a refused name arrives as the socket's `error` event.
 */
export function safeSocket(doors: Doors & { maxPayload?: number } = {}): SafeSocket {
  const guard = guardOf(doors)
  const { maxPayload = 5_000_000 } = doors
  return (url) =>
    new WebSocket(guard.check(url, ['ws:', 'wss:']), {
      lookup: guard.lookup,
      maxPayload,
      handshakeTimeout: totalMs,
      followRedirects: false,
    })
}

type Hop = { url: URL; method: string; headers: Headers; body: Buffer | null }
type Way = { agent: HttpAgent; lookup: LookupFunction; stop: AbortSignal }

function guardOf({ allow = [], lookup = systemLookup }: Doors) {
  const allowed = doorkeeper(allow)
  const closed = 'not a public address, and not one that the owner of this instance allowed'
  return {
    /** For what no lookup is asked about: the scheme, a name and password, an address written as a number. */
    check(input: string | URL, schemes: readonly string[]): URL {
      const url = urlOf(input)
      if (!schemes.includes(url.protocol)) throw new AddressRefused(url.protocol, `only ${schemes.join(' and ')}`)
      if (url.username || url.password) throw new AddressRefused(url.host, 'a name or password in the address')
      const literal = url.hostname.replace(/^\[|\]$/g, '')
      if (isIP(literal) && !allowed(literal)) throw new AddressRefused(literal, closed)
      return url
    },
    lookup: ((host, options, give) => {
      lookup(host, { ...options, all: true }, (error, found) => {
        if (error) return give(error, '', 0)
        const list = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found
        const open = list.filter(({ address }) => allowed(address))
        const [best] = open
        if (!best) return give(new AddressRefused(`${host} (${list[0]?.address ?? 'no address'})`, closed), '', 0)
        return options.all ? give(null, open) : give(null, best.address, best.family)
      })
    }) satisfies LookupFunction,
  }
}

function urlOf(input: string | URL, base?: URL): URL {
  const url = URL.parse(input, base)
  if (!url) throw new AddressRefused(String(input).slice(0, 200), 'not an address')
  return url
}

function send({ url, method, headers, body }: Hop, { agent, lookup, stop }: Way): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  if (stop.aborted) return Promise.reject(stop.reason)
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const outgoing = request(url, { method, agent, lookup, headers: headersToSend(headers, body) })
  const giveUp = () => outgoing.destroy(stop.reason)
  stop.addEventListener('abort', giveUp, { once: true })
  outgoing.on('close', () => stop.removeEventListener('abort', giveUp))
  // What breaks later is told to whoever reads the body; one that nobody reads shall not end the program.
  outgoing.on('response', (answer) => resolve(answer.on('error', () => {})))
  outgoing.on('error', (error) => reject(stop.aborted ? stop.reason : known(url.host, error)))
  outgoing.end(body ?? undefined)
  return promise
}

function headersToSend(headers: Headers, body: Buffer | null): Record<string, string> {
  const sent: Record<string, string> = {
    accept: '*/*',
    'user-agent': 'Earshot',
    'accept-encoding': 'gzip, deflate, br',
    ...Object.fromEntries(headers),
  }
  if (body) sent['content-length'] = String(body.length)
  return sent
}

/** Where a redirect points, or null when the answer is none. A Location may be raw UTF-8, which node gives as latin1. */
function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return null
  return Buffer.from(location, 'latin1').toString('utf8')
}

/** The next hop by the rules of the Fetch standard ("HTTP-redirect fetch"). */
function follow(hop: Hop, { status, to }: { status: number; to: URL }): Hop {
  const headers = new Headers(hop.headers)
  if (to.origin !== hop.url.origin) {
    for (const name of ['authorization', 'proxy-authorization', 'cookie', 'host']) headers.delete(name)
  }
  const becomesGet = status === 303 ? !['GET', 'HEAD'].includes(hop.method) : status < 303 && hop.method === 'POST'
  if (!becomesGet) return { ...hop, url: to, headers }
  for (const name of ['encoding', 'language', 'location', 'type', 'length']) headers.delete(`content-${name}`)
  return { url: to, method: 'GET', headers, body: null }
}
