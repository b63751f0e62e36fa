/** earshot understand: what each message of a file says by itself. No desk, no account, no network, no AI service. */
import { parseArgs } from 'node:util'
import { explain, type Moved } from '../understanding/explain.ts'
import { type Correction, type Learned, learn } from '../understanding/learning.ts'
import { intents, understand } from '../understanding/understanding.ts'
import { BadLine, type Fields, idOf, missing, type Named, objectIn, outlet, readOr } from './json-lines.ts'
import { type Line, linesOf } from './lines.ts'
import { safeJson } from './match-line.ts'

export const about = 'says of each message of a file its language, intents, mood and urgency, and why'
export const usage = `understand [--learn FILE] < messages.jsonl

  --learn FILE  Corrections, applied first: {"text":"...","label":{"question":true,"complaint":false,"mood":-1}}

Reads a message a line from stdin: {"id":"1","text":"...","lang":"en"}; "lang", what the channel says it is in, may be left
out. Prints {"id":"1","language":"en","intents":{"question":0.93,...},"mood":-0.4,"urgency":0.02,"why":[...]} for each, in their
order; a mood above .15 is positive, below -.15 negative. Labels that may be corrected: ${intents.join(', ')},
about (true where it is about you) and mood (-1 to 1); what a label leaves out is not said.
A line that can't be read is left out and told on stderr, and the exit code is 1 at the end. See docs/understanding.md.`

const options = { learn: { type: 'string' } } as const

export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options })
  const bad = { lines: 0 }
  const learned = values.learn === undefined ? undefined : await taughtBy(values.learn, bad)
  const out = outlet()
  for await (const lines of linesOf('-')) {
    let text = ''
    for (const line of lines) {
      const message = readOr(line, '-', bad, messageIn)
      if (message !== null) text += answer(message, learned)
    }
    if (!(await out.write(text))) break
  }
  return bad.lines > 0 ? 1 : 0
}

async function taughtBy(path: string, bad: { lines: number }): Promise<Learned | undefined> {
  let learned: Learned | undefined
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      const correction = readOr(line, path, bad, correctionIn)
      if (correction !== null) learned = learn(learned, correction)
    }
  }
  return learned
}

type Message = Named & { text: string; declared: readonly string[] }

function messageIn(line: Line): Message | null {
  const read = objectIn(line)
  if (read === null) return null
  const { value, text } = read
  const { lang } = value
  if (lang != null && typeof lang !== 'string') throw new BadLine('"lang" must be a text')
  return { ...idOf(value.id, text), text: textOf(value), declared: lang ? [lang] : [] }
}

function textOf(value: Fields): string {
  if (typeof value.text !== 'string') throw new BadLine(`"text" must be a text${missing(value.text)}`)
  return value.text
}

const yesOrNo: readonly string[] = [...intents, 'about']

function correctionIn(line: Line): Correction | null {
  const read = objectIn(line)
  if (read === null) return null
  const { label } = read.value
  if (typeof label !== 'object' || label === null || Array.isArray(label))
    throw new BadLine(`"label" must be an object${missing(label)}`)
  for (const [name, said] of Object.entries(label)) {
    if (name === 'mood') {
      if (typeof said !== 'number' || said < -1 || said > 1) throw new BadLine('"mood" must be a number from -1 to 1')
    } else if (!yesOrNo.includes(name)) throw new BadLine(`there is no label ${JSON.stringify(name)}`)
    else if (typeof said !== 'boolean') throw new BadLine(`"${name}" must be true or false`)
  }
  return { text: textOf(read.value), label }
}

function answer({ id, text, declared }: Message, learned: Learned | undefined): string {
  const { language, intents, mood, moodSure, urgency, about } = understand(text, { declared, learned })
  const said = {
    language: language ?? null,
    intents: Object.fromEntries(Object.entries(intents).map(([intent, holds]) => [intent, rounded(holds)])),
    mood: rounded(mood),
    moodSure: rounded(moodSure),
    urgency: rounded(urgency),
    ...(about === undefined ? {} : { about: rounded(about) }),
    why: explain(text, { learned }).map(({ of, words, learned }) => ({
      of,
      words: words.map((word) => ({ ...word, text: quoted(text, word) })),
      ...(learned ? { learned } : {}),
    })),
  }
  return `${safeJson(`{"id":${id},${JSON.stringify(said).slice(1)}`)}\n`
}

const rounded = (value: number) => Number(value.toFixed(4))
const quoted = (text: string, { from, to }: Moved) => text.slice(from, Math.min(to, from + 60))
