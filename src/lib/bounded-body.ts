/** The body of an answer: unpacked, counted and timed while it is read. */
import type { IncomingMessage } from 'node:http'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { known, TooLarge, TooSlow, Unreachable } from './fetch-errors.ts'

/** `url` answered, for `method`; `redirected`: it was not the address first asked. */
type Terms = { url: URL; method: string; redirected: boolean; maxBytes: number; stop: Stopwatch }

/** The answer as the Fetch standard has it, with a body that ends in `TooLarge` or `TooSlow` where its budget ends. */
export function responseOf(answer: IncomingMessage, { url, method, redirected, maxBytes, stop }: Terms): Response {
  const { statusCode: status = 0, statusMessage: statusText = '' } = answer
  const bodiless = method === 'HEAD' || [204, 205, 304].includes(status)
  try {
    if (status < 200 || status > 599) throw new Unreachable(url.host, `it answered with the unknown status ${status}`)
    if (!bodiless && Number(answer.headers['content-length']) > maxBytes) throw new TooLarge(url.host, maxBytes)
    const body = bodiless ? null : bodyOf(answer, { host: url.host, maxBytes, stop })
    if (bodiless) {
      // Whatever may still come: no connection is used twice, and nobody would count or time it.
      answer.destroy()
      stop.done()
    }
    const response = new Response(body, { status, statusText, headers: headersOf(answer) })
    Object.defineProperty(response, 'url', { value: url.href.replace(/#.*$/, '') })
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

type BodyTerms = { host: string; maxBytes: number; stop: Stopwatch }

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

const decoders = new Map<string, () => Transform>([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

function decoded(answer: IncomingMessage): Readable {
  // At most two, as no honest server nests them deeper. What breaks is told to whoever reads the last stream.
  const empty = answer.headers['content-length'] === '0'
  const encodings = empty ? [] : encodingsOf(answer.headers['content-encoding']).slice(-2).reverse()
  const steps = encodings.map((encoding) => decoders.get(encoding)?.()).filter((step) => step !== undefined)
  return steps.reduce<Readable>((from, step) => pipeline(from, step, () => {}), answer)
}

/** The compressions named by Content-Encoding, in the order they were applied; unknown words ("utf-8") mean none. */
function encodingsOf(header: string | null | undefined): string[] {
  return (header ?? '')
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => decoders.has(word))
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

export type Stopwatch = ReturnType<typeof stopwatch>

/** Aborts when the time is up or the caller gives up; `done` lets the timer go. */
export function stopwatch(timeoutMs: number, host: string, caller: AbortSignal) {
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
