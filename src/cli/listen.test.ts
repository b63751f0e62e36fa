import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'

const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))

function listen(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const env = { ...process.env, EARSHOT_ALLOW_PRIVATE: '127.0.0.0/8', NODE_OPTIONS: '' }
  return new Promise((done) => {
    execFile(process.execPath, [program, 'listen', ...args], { env, timeout: 20_000 }, (error, out, err) =>
      done({ out, err, code: Number(error?.code ?? 0) }),
    )
  })
}

/** A Jetstream that says these things to whoever comes; the first who comes is cut off before anything is said. */
async function jetstream(...texts: string[]): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  afterAll(() => server.close())
  let came = 0
  server.on('connection', (socket) => {
    if (came++ === 0) return socket.terminate()
    for (const [at, text] of texts.entries()) socket.send(JSON.stringify(post(text, at)))
  })
  await once(server, 'listening')
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const post = (text: string, at: number) => ({
  did: 'did:plc:ewvi7nxzyoun6zhxrhs64oiz',
  time_us: 1_780_000_000_000_000 + at,
  kind: 'commit',
  commit: {
    rev: '3l3qo2vutsw2b',
    operation: 'create',
    collection: 'app.bsky.feed.post',
    rkey: `3l3qo2vuowo2${'abc'[at]}`,
    record: { $type: 'app.bsky.feed.post', createdAt: '2026-06-01T12:00:00Z', text },
    cid: 'bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi',
  },
})

test('listening goes on after the line broke, prints what matches as JSON, and ends at the limit', async () => {
  const host = await jetstream('no', 'the Cake is back', 'cake again')
  const { out, err, code } = await listen('cake', `--bluesky=${host}`, '--json', '--limit', '1')
  const [line, ...more] = out.trim().split('\n')
  expect(more).toEqual([])
  expect(JSON.parse(line ?? '')).toMatchObject({
    channel: 'bluesky',
    text: 'the Cake is back',
    because: [{ term: 'cake', spans: [{ in: 'text', from: 4, to: 8 }] }],
  })
  expect(err).toContain('closed the stream')
  expect(code).toBe(0)
})

test('a feed needs neither a room nor an account', async () => {
  const item = (title: string) =>
    `<item><title>${title}</title><guid>${title}</guid><pubDate>Mon, 01 Jun 2026 12:00:00 GMT</pubDate></item>`
  const xml = `<rss version="2.0"><channel><title>Bread Weekly</title>${item('Cake day')}${item('Rye day')}</channel></rss>`
  const server = createServer((_, answer) => answer.setHeader('content-type', 'application/rss+xml').end(xml))
  afterAll(() => server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`
  const { out, code } = await listen('cake OR rye', '--feed', url, '--limit', '2')
  expect(out).toContain('on Bread Weekly')
  expect(out).toContain('  Cake day')
  expect(out).toContain('  Rye day')
  expect(code).toBe(0)
})

test('a feed that is none is told, and ends it', async () => {
  const server = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end('<!doctype html><html><body>hello</body></html>'),
  )
  afterAll(() => server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  expect(await listen('cake', '--feed', url)).toEqual({
    out: '',
    err: `${url}: This is a web page, not a feed, and it names none.\n`,
    code: 1,
  })
})
