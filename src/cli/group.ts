/** earshot group: which messages of a stream ask the same. No desk, no account, no network. */
import { parseArgs } from 'node:util'
import { Groups } from '../understanding/likeness/groups.ts'
import { BadLine, idOf, missing, type Named, objectIn, outlet, readOr } from './json-lines.ts'
import { type Line, linesOf } from './lines.ts'
import { safeJson } from './match-line.ts'
import { UsageWrong } from './refusals.ts'

export const about = 'groups the messages of a file that ask the same'
export const usage = `group [--hold N] < messages.jsonl

  --hold N  How many lines wait before they are printed, so that questions can settle first: 2000 unless said; 0: none.

Reads a message a line: {"id":"1","text":"..."}. Prints {"id":"1","question":"q1"} for each, in their order: messages that ask
the same get the same question, whatever their words. What it holds grows with the number of questions, not of messages.
A line that can't be read is left out and told on stderr, and the exit code is 1 at the end. See docs/questions.md.`

const options = { hold: { type: 'string', default: '2000' } } as const
const mostHeld = 2_000

export async function run(args: string[]): Promise<number> {
  const hold = howMany(parseArgs({ args, options }).values.hold)
  let questions = 0
  const groups = new Groups({ newId: () => `q${++questions}`, settles: hold > 0 })
  const out = outlet()
  let held: { id: string; part: string }[] = []
  const bad = { lines: 0 }
  const settled = () => {
    if (hold > 0) groups.settle()
    const text = held
      .map(({ id, part }) => `${safeJson(`{"id":${id},"question":"${groups.questionOf(part)}"}`)}\n`)
      .join('')
    held = []
    return out.write(text)
  }
  for await (const lines of linesOf('-')) {
    for (const line of lines) {
      const message = readOr(line, '-', bad, messageIn)
      if (message === null) continue
      held.push({ id: message.id, part: groups.add(message.key, message.text).part })
      if (hold > 0 && held.length === hold && !(await settled())) return bad.lines > 0 ? 1 : 0
    }
    if (hold === 0 && !(await settled())) return bad.lines > 0 ? 1 : 0
  }
  await settled()
  return bad.lines > 0 ? 1 : 0
}

function howMany(hold: string): number {
  const number = Number(hold)
  if (!Number.isInteger(number) || number < 0 || number > mostHeld)
    throw new UsageWrong(`--hold is a whole number from 0 to ${mostHeld}.`)
  return number
}

function messageIn(line: Line): (Named & { text: string }) | null {
  const read = objectIn(line)
  if (read === null) return null
  const { text } = read.value
  if (typeof text !== 'string') throw new BadLine(`"text" must be a text${missing(text)}`)
  return { ...idOf(read.value.id, read.text), text }
}
