import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { cut } from './lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'earshot-match-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))

type Ran = { out: string; err: string; code: number | null }

/** `most`: the reader goes away after so many bytes, as `head` does. */
function match(
  args: string[],
  {
    stdin = '',
    most = Number.POSITIVE_INFINITY,
    options = '',
  }: { stdin?: string | Readable; most?: number; options?: string } = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [program, 'match', ...args], { env: { ...process.env, NODE_OPTIONS: options } })
  const ran: Ran = { out: '', err: '', code: null }
  child.stdout.on('data', (text) => {
    ran.out += text
    if (ran.out.length > most) child.stdout.destroy()
  })
  child.stderr.on('data', (text) => {
    ran.err += text
  })
  child.stdin.on('error', () => {}) // it ended before it had read all
  Readable.from(stdin).pipe(child.stdin)
  return new Promise((done) => child.on('close', (code) => done({ ...ran, code })))
}

function file(name: string, content: string | Buffer | object[]): string {
  const path = join(folder, name)
  writeFileSync(path, Array.isArray(content) ? content.map((line) => `${JSON.stringify(line)}\n`).join('') : content)
  return path
}

const queries = file('queries.jsonl', [
  { id: 'any', query: 'cake OR pie' },
  { id: 'almond', query: '"almond cake" -recipe' },
  { id: 3, query: 'from:rosa' },
  { id: 'where', query: 'lang:pt link:example.com #cake @bakery' },
])

/** The files by their names, so that what is said of them is the same wherever they lie. */
const named = (text: string) => text.replaceAll(`${folder}/`, '')

test('posts come in their order, ids in the order of the queries, and what matches nothing is silent', async () => {
  const posts = file('posts.jsonl', [
    { id: 'b', text: 'an almond cake and a pie' },
    { id: 'none', text: 'bread' },
    { id: 2, text: 'a cake', author: 'rosa' },
    { id: 'a', text: 'bolo', lang: 'pt', links: ['https://www.example.com/x'], mentions: ['bakery'], tags: ['Cake'] },
  ])
  expect(await match(['--queries', queries, '--posts', posts])).toEqual({
    out: '{"post":"b","queries":["any","almond"]}\n{"post":2,"queries":["any",3]}\n{"post":"a","queries":["any","where"]}\n',
    err: '',
    code: 0,
  })
})

test('--explain says where each was found', async () => {
  const posts = file('one.jsonl', [{ id: 1, text: 'my pie', author: { id: 'x', handle: '@rosa.example' } }])
  const { out } = await match(['--queries', queries, '--posts', posts, '--explain'])
  expect(JSON.parse(out)).toEqual({
    post: 1,
    queries: ['any', 3],
    because: {
      any: [{ term: 'pie', spans: [{ in: 'text', from: 3, to: 6 }] }],
      3: [{ term: 'from:rosa', spans: [] }],
    },
  })
})

test('bad lines are told with their number, and the rest is answered', async () => {
  const wrong = file('wrong.jsonl', [
    { id: 'cake', query: 'cake' },
    { id: 'open', query: 'acme "rock' },
    { id: 'cake', query: 'pie' },
    { query: 'pie' },
    { id: 'none' },
  ])
  const lines = [
    '\ufeff{"id":"1","text":"cake"}\r',
    '',
    '{"id":"2","text":"ca',
    '[]',
    '{"id":"4","text":7}',
    '{"id":{},"text":"cake"}',
    '{"id":"6","text":"cake","links":{}}',
    '{"id":"7","text":"cake","at":"soon"}',
    '{"id":"8","text":"a\\u0000 cake"}',
    '{"id":"8","text":"cake again"}',
    '{"id":12345678901234567890,"text":"cake"}',
  ]
  const bytes = Buffer.concat([
    Buffer.from(`${lines.join('\n')}\n`),
    Buffer.from([0xff, 0x00, 10]),
    Buffer.from('{"id":"9","text":"cake"}'),
  ])
  const ran = await match(['--queries', wrong, '--posts', file('bytes.jsonl', bytes)])
  expect(ran.out.match(/(?<="post":)[^,]+/g)).toEqual(['"1"', '"8"', '"8"', '12345678901234567890', '"9"'])
  expect(named(ran.err)).toBe(
    `wrong.jsonl line 2: its query can't be read: line 1, column 6: this quote is not closed: put a " after the last word
wrong.jsonl line 3: there is a query "cake" already
wrong.jsonl line 4: "id" must be a text or a number, and there is none
wrong.jsonl line 5: "query" must be a text, and there is none
bytes.jsonl line 3: it is not JSON: see its character 21
bytes.jsonl line 4: it is not a JSON object
bytes.jsonl line 5: "text" must be a text
bytes.jsonl line 6: "id" must be a text or a number
bytes.jsonl line 7: "links" must be a text or a list of them
bytes.jsonl line 8: "at" must be a time: 2026-11-01T12:00:00Z
bytes.jsonl line 12: it is not UTF-8
`,
  )
  expect(ran.code).toBe(1)
})

test('either file may come on stdin', async () => {
  const posts = file('stdin.jsonl', [{ id: 1, text: 'cake' }])
  const asked = [
    match(['--queries', queries, '--posts', '-'], { stdin: '{"id":1,"text":"cake"}\nno' }),
    match(['--queries', '-', '--posts', posts], { stdin: '{"id":"any","query":"cake"}' }),
  ]
  const [one, two] = await Promise.all(asked)
  expect(one).toEqual({ out: '{"post":1,"queries":["any"]}\n', err: 'stdin line 2: it is not JSON\n', code: 1 })
  expect(two).toEqual({ out: '{"post":1,"queries":["any"]}\n', err: '', code: 0 })
})

test('a post of a megabyte is answered, and one that never ends is told', async () => {
  const big = JSON.stringify({ id: 'big', text: `${'word '.repeat(200_000)}cake` })
  const endless = JSON.stringify({ id: 'endless', text: 'x'.repeat(17 * 1024 * 1024) })
  const last = JSON.stringify({ id: 'last', text: 'cake' })
  const ran = await match(['--queries', queries, '--posts', file('big.jsonl', [big, endless, last].join('\n'))])
  expect(ran.out).toBe('{"post":"big","queries":["any"]}\n{"post":"last","queries":["any"]}\n')
  expect([named(ran.err), ran.code]).toEqual(['big.jsonl line 2: it is longer than 16 MB\n', 1])
})

test('many posts need no more memory than few', async () => {
  const post = `${JSON.stringify({ id: 'p', text: 'x'.repeat(4_000) })}\n`
  const many = Readable.from(
    (function* () {
      for (let i = 0; i < 15_000; i++) yield post // 60 MB
      yield '{"id":"last","text":"cake"}'
    })(),
  )
  const ran = await match(['--queries', queries, '--posts', '-'], { stdin: many, options: '--max-old-space-size=32' })
  expect(ran).toEqual({ out: '{"post":"last","queries":["any"]}\n', err: '', code: 0 })
})

test('when the reader has enough, it ends quietly', async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield '{"id":1,"text":"cake"}\n'.repeat(1_000)
    })(),
  )
  const ran = await match(['--queries', queries, '--posts', '-'], { stdin: endless, most: 10_000 })
  endless.destroy()
  expect([ran.err, ran.code]).toEqual(['', 0])
})

test('queries of another tool are read, and what was not carried over is told with its line', async () => {
  const theirs = file('x.jsonl', [
    { id: 'x', query: 'cake has:links sample:10' },
    { id: 'reposts', query: 'is:retweet' },
  ])
  const posts = file('linked.jsonl', [{ id: 1, text: 'cake', links: 'https://example.com' }])
  const ran = await match(['--queries', theirs, '--posts', posts, '--from', 'X'])
  expect({ ...ran, err: named(ran.err) }).toEqual({
    out: '{"post":1,"queries":["x"]}\n',
    err: `x.jsonl line 1: sample:10 was left out: every message is heard here, not a part of them
x.jsonl line 1: It reads here: cake has:link
x.jsonl line 2: is:retweet was left out: reposts are not messages here: none is ever heard
x.jsonl line 2: its query can't be read: line 1, column 1: nothing of it can be looked for here
`,
    code: 1,
  })
})

test('lines are the same however they come cut, and no more is read than was taken', async () => {
  const text = Buffer.from('one\n\ntwo 👍\nthree is far too long\nfour')
  for (const size of [1, 2, 3, 7, 100]) {
    let given = 0
    async function* chunks() {
      for (let at = 0; at < text.length; at += size) {
        given = at + size
        yield text.subarray(at, at + size)
      }
    }
    const told: string[] = []
    for await (const lines of cut(chunks(), 12)) {
      for (const line of lines) told.push(`${line.number} ${line.is === 'line' ? line.bytes : line.is}`)
      if (lines.every(({ number }) => number < 5))
        expect(given - size).toBeLessThanOrEqual(text.lastIndexOf('\n', given - 1))
    }
    expect(told, `${size} bytes at a time`).toEqual(['1 one', '2 ', '3 two 👍', '4 too-long', '5 four'])
  }
})

test('what was asked wrongly is told', async () => {
  const both = await match(['--queries', '-', '--posts', '-'])
  expect(both).toMatchObject({ err: expect.stringContaining('Only one of the two can come on stdin.'), code: 2 })
  expect(await match(['--queries', queries, '--posts', queries, '--from', 'mars'])).toMatchObject({
    err: expect.stringContaining('--from must be brandwatch, talkwalker or x.'),
    code: 2,
  })
  expect(await match(['--queries', queries])).toMatchObject({ err: expect.stringContaining('Which queries'), code: 2 })
  expect(await match(['--queries', queries, '--posts', join(folder, 'nowhere')])).toMatchObject({
    err: expect.stringContaining("can't be read: there is no such file."),
    code: 1,
  })
})
