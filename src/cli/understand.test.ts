import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'earshot-understand-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const program = fileURLToPath(new URL('../../bin/earshot', import.meta.url))

function run(
  stdin: string | Readable,
  args: string[] = [],
  options = '',
): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn(process.execPath, [program, 'understand', ...args], {
    env: { ...process.env, NODE_OPTIONS: options },
  })
  const ran = { out: '', err: '' }
  child.stdout.on('data', (text) => {
    ran.out += text
  })
  child.stderr.on('data', (text) => {
    ran.err += text
  })
  child.stdin.on('error', () => {}) // it ended before it had read all
  Readable.from(stdin).pipe(child.stdin)
  return new Promise((done) => child.on('close', (code) => done({ ...ran, code })))
}

const answers = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('each message is answered in its order, with why, and bad lines are told with their number', async () => {
  const lines = [
    '{"id":"a","text":"where is my cake?","lang":"en"}',
    '{"id":2,"text":',
    '{"id":3}',
    '{"text":"no id"}',
    '{"id":5,"text":"x","lang":7}',
    '',
    '{"id":12345678901234567890,"text":""}',
  ]
  const { out, err, code } = await run(lines.join('\n'))
  const [first, last] = answers(out)
  expect(first).toMatchObject({ id: 'a', language: 'en', urgency: expect.any(Number) })
  expect(first.intents.question).toBeGreaterThan(0.5)
  expect(first.why[0].words[0]).toMatchObject({ from: expect.any(Number), text: expect.any(String) })
  expect(last).toMatchObject({ language: null, mood: 0, why: [] })
  expect(out).toContain('"id":12345678901234567890,')
  expect(err).toBe(`stdin line 2: it is not JSON
stdin line 3: "text" must be a text, and there is none
stdin line 4: "id" must be a text or a number, and there is none
stdin line 5: "lang" must be a text
`)
  expect(code).toBe(1)
})

test('corrections are applied first, and what is wrong in them is told', async () => {
  const path = join(folder, 'corrections.jsonl')
  const good = ['a loaf of rye', 'rye again', 'more rye'].map((text) => ({
    text,
    label: { praise: true, about: true, mood: 1 },
  }))
  const bad = [
    { text: 'rye', label: { glad: true } },
    { text: 'rye', label: { praise: 1 } },
    { text: 'rye', label: { mood: 3 } },
    { text: 'rye' },
    { label: { praise: true } },
  ]
  writeFileSync(path, [...good, ...bad].map((line) => JSON.stringify(line)).join('\n'))
  const message = '{"id":1,"text":"rye"}'
  const [plain, taught] = await Promise.all([run(message), run(message, ['--learn', path])])
  const [[before], [after]] = [answers(plain.out), answers(taught.out)]
  expect(after.intents.praise).toBeGreaterThan(before.intents.praise)
  expect(after.mood).toBeGreaterThan(before.mood)
  expect([before.about, typeof after.about]).toEqual([undefined, 'number'])
  expect(taught.err.replaceAll(`${folder}/`, '')).toBe(`corrections.jsonl line 4: there is no label "glad"
corrections.jsonl line 5: "praise" must be true or false
corrections.jsonl line 6: "mood" must be a number from -1 to 1
corrections.jsonl line 7: "label" must be an object, and there is none
corrections.jsonl line 8: "text" must be a text, and there is none
`)
  expect([plain.code, taught.code]).toEqual([0, 1])
})

test('many messages need no more memory than few, and one of a megabyte is answered', async () => {
  const message = `${JSON.stringify({ id: 'm', text: 'where is my cake '.repeat(240) })}\n`
  const many = Readable.from(
    (function* () {
      for (let time = 0; time < 5_000; time++) yield message // 20 MB
      yield JSON.stringify({ id: 'last', text: 'x'.repeat(1_000_000) })
    })(),
  )
  const { out, err, code } = await run(many, [], '--max-old-space-size=48')
  expect([out.trim().split('\n').length, err, code]).toEqual([5_001, '', 0])
  expect(out).toContain('"id":"last"')
})
