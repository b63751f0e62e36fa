/**
 * A slow line between the desk and its PDS, and a ledger of what was on it. A request that began to travel arrives,
 * whatever becomes of who sent it, and its answer gets lost if nobody waits for it any more: as on a real network.
 */
import { createServer, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** One try to write a record. */
export type Try = {
  readonly rkey: string
  /** Whether the PDS had it, and what it said; null: not yet. */
  status: number | null
  /** Whether the desk had the answer, or can never have it. */
  ended: 'answered' | 'cut' | null
}

export type SlowLine = {
  /** What to name as the account's server. */
  readonly url: string
  /** In the order they were sent. */
  readonly tries: readonly Try[]
  /** Tries that the desk sent and has no answer to. */
  inFlight(): Try[]
  close(): Promise<void>
}

/** `delayMs` each way for what writes; reading and the stream are as quick as they come, so that both ways are busy. */
export async function openSlowLine(pdsUrl: string, { delayMs }: { delayMs: number }): Promise<SlowLine> {
  const pds = new URL(pdsUrl)
  const tries: Try[] = []
  const sockets = new Set<Socket>()

  const server = createServer(async (asked, answer) => {
    answer.on('error', () => {})
    try {
      const body = await bodyOf(asked)
      const written = tryOf(asked.url ?? '', body)
      if (written) {
        tries.push(written)
        answer.on('close', () => (written.ended ??= answer.writableFinished ? 'answered' : 'cut'))
      }
      if (written) await sleep(delayMs)
      const told = await ask(pds, asked, body)
      if (written) {
        written.status = told.status
        await sleep(delayMs)
      }
      // The PDS names itself as where the account lives; the desk shall come back this way.
      const said = told.body.toString('utf8').replaceAll(pds.origin, url)
      answer.writeHead(told.status, { ...told.headers, 'content-length': Buffer.byteLength(said) }).end(said)
    } catch {
      answer.destroy()
    }
  })
  server.on('upgrade', (asked, socket: Socket, head) => passOn(pds, asked, socket, head))
  server.on('connection', (socket) => sockets.add(socket).size && socket.on('close', () => sockets.delete(socket)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port')
  const url = `http://localhost:${address.port}`

  return {
    url,
    tries,
    inFlight: () => tries.filter(({ ended }) => ended === null),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

function tryOf(path: string, body: Buffer): Try | null {
  if (!/^\/xrpc\/com\.atproto\.repo\.(put|create)Record$/.test(path)) return null
  const { rkey } = JSON.parse(body.toString('utf8'))
  return { rkey, status: null, ended: null }
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

type Told = { status: number; headers: IncomingMessage['headers']; body: Buffer }

function ask(pds: URL, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Told> {
  return new Promise((resolve, reject) => {
    // Plain text comes back, whose addresses can be read; the length is counted anew.
    const { 'accept-encoding': _, connection: __, ...kept } = headers
    const asking = request(new URL(url ?? '/', pds), { method, headers: { ...kept, host: pds.host }, agent: false })
    asking.once('error', reject)
    asking.once('response', async (told) => {
      const { 'transfer-encoding': _, connection: __, ...rest } = told.headers
      bodyOf(told).then((body) => resolve({ status: told.statusCode ?? 502, headers: rest, body }), reject)
    })
    asking.end(body)
  })
}

function passOn(pds: URL, { url, headers }: IncomingMessage, socket: Socket, head: Buffer): void {
  const onward = connect(Number(pds.port), pds.hostname, () => {
    const lines = Object.entries({ ...headers, host: pds.host }).map(([name, value]) => `${name}: ${value}\r\n`)
    onward.write(`GET ${url} HTTP/1.1\r\n${lines.join('')}\r\n`)
    onward.write(head)
    onward.pipe(socket).pipe(onward)
  })
  for (const [one, other] of [
    [socket, onward],
    [onward, socket],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
}
