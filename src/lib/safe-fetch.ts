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
import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { WebSocket } from 'ws'
import { doorkeeper } from './addresses.ts'

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
        if (next === null) return responseOf(hop, answer, { maxBytes, redirected: redirects > 0, stop })
        answer.destroy()
        if (asked.redirect === 'error') throw new Unreachable(hop.url.host, 'it redirects, which was not expected')
        if (redirects === mostRedirects) throw new TooManyRedirects(first.host)
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

export class AddressRefused extends Error {
  override name = 'AddressRefused'
  readonly host: string
  constructor(host: string, why: string) {
    super(`${host}: ${why}`)
    this.host = host
  }
}

export class TooLarge extends Error {
  override name = 'TooLarge'
  readonly maxBytes: number
  constructor(host: string, maxBytes: number) {
    super(`${host} sent more than ${maxBytes >= 1e6 ? `${maxBytes / 1e6} MB` : `${maxBytes} bytes`}`)
    this.maxBytes = maxBytes
  }
}

export class TooSlow extends Error {
  override name = 'TooSlow'
  readonly timeoutMs: number
  constructor(host: string, timeoutMs: number) {
    super(`${host} took longer than ${timeoutMs / 1000} seconds`)
    this.timeoutMs = timeoutMs
  }
}

export class TooManyRedirects extends Error {
  override name = 'TooManyRedirects'
  constructor(host: string) {
    super(`${host} redirected more than ${mostRedirects} times`)
  }
}

/** `code`: the system's own word for it, such as ENOTFOUND. */
export class Unreachable extends Error {
  override name = 'Unreachable'
  readonly code: string | null
  constructor(host: string, why: string, cause?: Error & { code?: unknown }) {
    super(`Can't reach ${host}: ${why}`, { cause })
    this.code = typeof cause?.code === 'string' ? cause.code : null
  }
}

type Hop = { url: URL; method: string; headers: Headers; body: Buffer | null }
type Way = { agent: HttpAgent; lookup: LookupFunction; stop: AbortSignal }
type Stopwatch = ReturnType<typeof stopwatch>

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

/** Aborts when the time is up or the caller gives up; `done` lets the timer go. */
function stopwatch(timeoutMs: number, host: string, caller: AbortSignal) {
  const controller = new AbortController()
  const giveUp = () => controller.abort(caller.reason)
  const timer = setTimeout(() => controller.abort(new TooSlow(host, timeoutMs)), timeoutMs)
  if (caller.aborted) giveUp()
  caller.addEventListener('abort', giveUp, { once: true })
  return {
    signal: controller.signal,
    done() {
      clearTimeout(timer)
      caller.removeEventListener('abort', giveUp)
    },
  }
}

function send({ url, method, headers, body }: Hop, { agent, lookup, stop }: Way): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  if (stop.aborted) return Promise.reject(stop.reason)
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest
  const outgoing = request(url, { method, agent, lookup, headers: headersToSend(headers, body) })
  const giveUp = () => outgoing.destroy(stop.reason)
  stop.addEventListener('abort', giveUp, { once: true })
  outgoing.on('close', () => stop.removeEventListener('abort', giveUp))
  outgoing.on('response', resolve)
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

type Terms = { maxBytes: number; redirected: boolean; stop: Stopwatch }
type BodyTerms = { host: string; maxBytes: number; stop: Stopwatch }

function responseOf(hop: Hop, answer: IncomingMessage, { maxBytes, redirected, stop }: Terms): Response {
  const { statusCode: status = 0, statusMessage: statusText = '' } = answer
  const { host } = hop.url
  const bodiless = hop.method === 'HEAD' || [204, 205, 304].includes(status)
  try {
    if (status < 200 || status > 599) throw new Unreachable(host, `it answered with the unknown status ${status}`)
    if (!bodiless && Number(answer.headers['content-length']) > maxBytes) throw new TooLarge(host, maxBytes)
    const body = bodiless ? null : bodyOf(answer, { host, maxBytes, stop })
    if (bodiless) {
      answer.resume()
      stop.done()
    }
    const response = new Response(body, { status, statusText, headers: headersOf(answer) })
    Object.defineProperty(response, 'url', { value: hop.url.href })
    Object.defineProperty(response, 'redirected', { value: redirected })
    return response
  } catch (error) {
    answer.destroy()
    throw error
  }
}

/** What the body says, without what only described its way here (it is decompressed by now). */
function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let i = 0; i < rawHeaders.length; i += 2) headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '')
  if (encodingsOf(headers.get('content-encoding')).length > 0) {
    headers.delete('content-encoding')
    headers.delete('content-length')
  }
  return headers
}

function bodyOf(answer: IncomingMessage, terms: BodyTerms): ReadableStream<Uint8Array> {
  const chunks = measured(decoded(answer), terms)
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      // Not left to the generator: one that never began runs no `finally`, and the connection would stay taken.
      cancel() {
        terms.stop.done()
        answer.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}

const decoders: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

function decoded(answer: IncomingMessage): Readable {
  // At most two, as no honest server nests them deeper. What breaks is told to whoever reads the last stream.
  const empty = answer.headers['content-length'] === '0'
  const encodings = empty ? [] : encodingsOf(answer.headers['content-encoding']).slice(-2).reverse()
  const steps = encodings.map((encoding) => decoders[encoding]?.()).filter((step) => step !== undefined)
  answer.on('error', () => {})
  return steps.reduce<Readable>((from, step) => pipeline(from, step, () => {}), answer)
}

/** The compressions named by Content-Encoding, in the order they were applied; unknown words ("utf-8") mean none. */
function encodingsOf(header: string | null | undefined): string[] {
  return (header ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word in decoders)
}

async function* measured(body: Readable, { host, maxBytes, stop }: BodyTerms): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.length
      if (bytes > maxBytes) throw new TooLarge(host, maxBytes)
      yield new Uint8Array(chunk)
    }
  } catch (error) {
    throw stop.signal.aborted ? stop.signal.reason : known(host, error)
  } finally {
    stop.done()
    body.destroy()
  }
}

/** Our own errors as they are; what the system throws in words that a person can act on. */
function known(host: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof AddressRefused || error instanceof TooLarge || error instanceof Unreachable) return error
  const cause: Error & { code?: unknown } = error
  return new Unreachable(host, reasons[String(cause.code)] ?? error.message, cause)
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'nobody knows this name',
  EAI_AGAIN: 'the name could not be looked up just now',
  ECONNREFUSED: 'it refuses connections',
  ECONNRESET: 'it broke the connection off',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is one it signed itself',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
}
