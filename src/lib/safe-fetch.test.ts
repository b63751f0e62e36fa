import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { AddressRefused, TooLarge, TooManyRedirects, TooSlow, Unreachable } from './fetch-errors.ts'
import { safeFetch, safeSocket } from './safe-fetch.ts'

/** A small site of our own; each path is one behaviour. */
const paths: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/hello': (_, response) => response.end('hello'),
  '/echo': async (request, response) => {
    const body = (await request.toArray()).join('')
    response.end(JSON.stringify({ method: request.method, headers: request.headers, body }))
  },
  '/gzip': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed')),
  '/deflate': (_, response) => response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync('packed')),
  '/br': (_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('packed')),
  '/twice': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'deflate, gzip' }).end(gzipSync(deflateSync('packed')))
  },
  '/cut': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed'.repeat(99)).subarray(0, 20))
  },
  '/utf-8': (_, response) => response.writeHead(200, { 'content-encoding': 'utf-8' }).end('plain'),
  '/constructor': (_, response) => response.writeHead(200, { 'content-encoding': 'constructor' }).end('plain'),
  '/reset': (_, response) => response.writeHead(205).end(),
  '/empty': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '0' }).end(),
  '/unchanged': (_, response) => response.writeHead(304, { etag: '"a"' }).end(),
  '/bomb': (_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)))
  },
  '/claims-much': (_, response) => response.writeHead(200, { 'content-length': '5000000' }).write('a'),
  '/endless': (_, response) => {
    const more = () => response.write(Buffer.alloc(64_000)) || response.once('drain', more)
    const timer = setInterval(more, 1)
    response.on('close', () => clearInterval(timer))
  },
  '/silent': () => {},
  '/drip': (_, response) => {
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
  },
  '/loop': (_, response) => response.writeHead(302, { location: '/loop' }).end(),
  '/inward': (_, response) => response.writeHead(302, { location: `http://127.0.0.2:${port}/hello` }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/elsewhere': (_, response) => response.writeHead(307, { location: `http://other.test:${port}/echo` }).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/echo' }).end(),
  '/see-other': (_, response) => response.writeHead(303, { location: '/echo' }).end(),
  '/999': (_, response) => response.writeHead(999).end(),
  '/breaks': (_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('half')
    setTimeout(() => response.destroy(), 20)
  },
}

let reached: string[] = []
let port = 0
const server = createServer((request, response) => {
  reached.push(`${request.headers.host?.split(':')[0]}${request.url}`)
  const answer = paths[request.url ?? '']
  if (answer) answer(request, response)
  else response.writeHead(404).end()
})
const frames = new WebSocketServer({ server })
frames.on('connection', (socket) => socket.on('message', (size) => socket.send(Buffer.alloc(Number(size)))))

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  frames.close()
  server.closeAllConnections()
  server.close()
})

/** Names of the test and where they lead; a name with several addresses gives the next one at each lookup. */
const names = (known: Record<string, string[]>): LookupFunction => {
  return (host, _, give) => {
    const addresses = known[host] ?? []
    const address = addresses.length > 1 ? addresses.shift() : addresses[0]
    give(address ? null : Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), [
      { address: address ?? '', family: 4 },
    ])
  }
}
const fetch = safeFetch({
  allow: ['127.0.0.1/32'],
  lookup: names({ 'us.test': ['127.0.0.1'], 'other.test': ['127.0.0.1'] }),
})
const at = (path: string, host = '127.0.0.1') => `http://${host}:${port}${path}`
const text = async (path: string, init?: Parameters<typeof fetch>[1]) => (await fetch(at(path), init)).text()
const echoed = (said: string): { method: string; body: string; headers: Record<string, string> } => JSON.parse(said)

test.each([
  'http://127.0.0.1',
  'http://0x7f.1',
  'http://2130706433',
  'http://127。0。0。1',
  'http://[::1]',
  'http://[::ffff:127.0.0.1]',
  'http://[64:ff9b::7f00:1]',
  'http://169.254.169.254/latest/meta-data',
  'http://name:password@93.184.215.14',
  'file:///etc/passwd',
  'ftp://93.184.215.14',
  'data:text/plain,hello',
  'not an address',
])('%s is refused', async (url) => {
  await expect(safeFetch()(url)).rejects.toThrow(AddressRefused)
})

test('a name is refused by the address it leads to', async () => {
  reached = []
  await expect(safeFetch()(at('/hello', 'localhost'))).rejects.toThrow(AddressRefused)
  expect(reached).toEqual([])
})

test('what the owner allowed is reached', async () => {
  expect(await text('/hello')).toBe('hello')
})

test('a name whose second lookup leads inward is refused at that lookup', async () => {
  const rebinding = safeFetch({ allow: ['127.0.0.1/32'], lookup: names({ 'evil.test': ['127.0.0.1', '127.0.0.2'] }) })
  expect((await rebinding(at('/hello', 'evil.test'))).status).toBe(200)
  reached = []
  await expect(rebinding(at('/hello', 'evil.test'))).rejects.toThrow(AddressRefused)
  expect(reached).toEqual([])
})

test('of a name with a private and a public address only the public one is tried', async () => {
  const mixed: LookupFunction = (_, __, give) => {
    give(null, [
      { address: '127.0.0.2', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ])
  }
  const response = await safeFetch({ allow: ['127.0.0.1/32'], lookup: mixed })(at('/hello', 'mixed.test'))
  expect(response.status).toBe(200)
})

test.each(['/inward', '/to-file'])('the redirect %s is refused on its second hop', async (path) => {
  reached = []
  await expect(fetch(at(path))).rejects.toThrow(AddressRefused)
  expect(reached).toEqual([`127.0.0.1${path}`])
})

test('an endless redirect ends after five', async () => {
  reached = []
  await expect(fetch(at('/loop'))).rejects.toThrow(TooManyRedirects)
  expect(reached).toHaveLength(6)
})

test('credentials stay behind when a redirect leaves the host, and the body goes along', async () => {
  const init = { method: 'POST', body: 'word', headers: { authorization: 'Bearer a', cookie: 'b=c', 'x-kept': 'yes' } }
  const response = await fetch(at('/elsewhere', 'us.test'), init)
  const { headers, method, body } = echoed(await response.text())
  expect({ method, body, kept: headers['x-kept'] }).toEqual({ method: 'POST', body: 'word', kept: 'yes' })
  expect(headers).not.toHaveProperty('authorization')
  expect(headers).not.toHaveProperty('cookie')
  expect([response.url, response.redirected]).toEqual([at('/echo', 'other.test'), true])
})

test.each(['/moved', '/see-other'])('a POST that meets %s goes on as a GET without its body', async (path) => {
  const init = {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', authorization: 'Bearer a' },
  }
  const { method, body, headers } = echoed(await text(path, init))
  expect({ method, body, type: headers['content-type'] }).toEqual({ method: 'GET', body: '', type: undefined })
  expect(headers.authorization).toBe('Bearer a')
})

test('a redirect can be looked at instead of followed', async () => {
  const response = await fetch(at('/moved'), { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([301, '/echo'])
  await response.body?.cancel()
})

test('it stands wherever a standard fetch is expected, and takes a Request', async () => {
  const standard: typeof globalThis.fetch = fetch
  const request = new Request(at('/echo'), { method: 'PUT', body: 'said', headers: { 'x-a': 'b' } })
  const { method, body, headers } = echoed(await (await standard(request)).text())
  expect([method, body, headers['x-a'], headers['content-length']]).toEqual(['PUT', 'said', 'b', '4'])
})

test.each(['/gzip', '/deflate', '/br', '/twice'])('%s is unpacked, and no header says otherwise', async (path) => {
  const response = await fetch(at(path))
  expect(await response.text()).toBe('packed')
  expect(response.headers.get('content-encoding')).toBeNull()
})

test.each(['/utf-8', '/constructor'])('the unknown packing %s is taken as none', async (path) => {
  expect(await text(path)).toBe('plain')
})

test('an empty body needs no unpacking', async () => {
  expect(await text('/empty')).toBe('')
})

test('an unchanged document and a HEAD have no body', async () => {
  const unchanged = await fetch(at('/unchanged'))
  const head = await fetch(at('/gzip'), { method: 'HEAD' })
  const reset = await fetch(at('/reset'))
  expect([unchanged.body, head.body, reset.body]).toEqual([null, null, null])
  expect([unchanged.status, unchanged.headers.get('etag')]).toEqual([304, '"a"'])
})

test.each(['/bomb', '/claims-much', '/endless'])('%s is too large', async (path) => {
  const before = process.memoryUsage.rss()
  await expect(text(path)).rejects.toThrow(TooLarge)
  expect(process.memoryUsage.rss() - before).toBeLessThan(64_000_000)
})

test('a smaller budget binds', async () => {
  await expect(text('/hello', { maxBytes: 4 })).rejects.toThrow(TooLarge)
})

test.each(['/silent', '/drip'])('%s is too slow', async (path) => {
  await expect(text(path, { timeoutMs: 120 })).rejects.toThrow(TooSlow)
})

test('a body that nobody reads is let go when its time is up', async () => {
  const response = await fetch(at('/drip'), { timeoutMs: 120 })
  await new Promise((resolve) => setTimeout(resolve, 200))
  await expect(response.text()).rejects.toThrow(TooSlow)
})

test('the caller may give up', async () => {
  const patience = new AbortController()
  setTimeout(() => patience.abort('enough'), 60)
  await expect(text('/silent', { signal: patience.signal })).rejects.toBe('enough')
})

test.each(['/breaks', '/cut', '/999'])('%s is unreachable, in words', async (path) => {
  await expect(text(path)).rejects.toThrow(Unreachable)
})

test('an unknown name and a closed port are said as such', async () => {
  await expect(fetch('http://nobody.test')).rejects.toThrow("Can't reach nobody.test: nobody knows this name")
  await expect(fetch('http://127.0.0.1:1')).rejects.toThrow("Can't reach 127.0.0.1:1: it refuses connections")
})

test('one host is asked four things at once and no more', async () => {
  reached = []
  const waiting = Array.from({ length: 6 }, () => text('/silent', { timeoutMs: 250 }).catch(() => {}))
  await new Promise((resolve) => setTimeout(resolve, 120))
  expect(reached).toHaveLength(4)
  await Promise.all(waiting)
})

test.each(['ws://127.0.0.1', 'wss://[::1]', 'http://93.184.215.14', 'ws://a:b@93.184.215.14'])(
  'the socket %s is refused',
  (url) => {
    expect(() => safeSocket()(url)).toThrow(AddressRefused)
  },
)

test('a socket to a name that leads inward is refused', async () => {
  const socket = safeSocket({ lookup: names({ 'evil.test': ['127.0.0.1'] }) })(`ws://evil.test:${port}`)
  const error = await new Promise((resolve) => socket.on('error', resolve))
  expect(error).toBeInstanceOf(AddressRefused)
})

test('a frame within bounds arrives, and one beyond them closes the socket', async () => {
  const socket = safeSocket({ allow: ['127.0.0.0/8'], maxPayload: 1000 })(`ws://127.0.0.1:${port}`)
  await new Promise((resolve) => socket.on('open', resolve))
  const first = new Promise<Buffer>((resolve) => socket.on('message', resolve))
  socket.send('1000')
  expect((await first).length).toBe(1000)
  const failed = new Promise<Error>((resolve) => socket.on('error', resolve))
  socket.send('1001')
  expect((await failed).message).toContain('Max payload size exceeded')
})
