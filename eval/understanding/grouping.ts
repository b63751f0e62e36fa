/**
 * `npm run eval:grouping -- --data FOLDER`: how well messages that ask the same are grouped. The labels judge and teach
 * nothing. Each set goes through `earshot group` as a user would run it, rows shuffled, the number of questions unknown.
 */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { figure, type Row, table } from '../../bench/result.ts'
import { dice, shuffled } from '../../training/same-dice.ts'

type Asked = { text: string; label: string }

const { values } = parseArgs({
  options: { data: { type: 'string' }, shuffles: { type: 'string', default: '3' }, rows: { type: 'string' } },
})
if (values.data === undefined) {
  console.error('Where are the data? npm run eval:grouping -- --data FOLDER [--shuffles 3] [--rows 3000]')
  process.exit(2)
}
const shuffles = Number(values.shuffles)
const most = Number(values.rows ?? Number.POSITIVE_INFINITY)

const sets = [
  { name: 'banking77', rows: banking(values.data), goal: 0.42 },
  { name: 'clinc150 in scope', rows: clinc(values.data), goal: 0.6 },
]
const rows: Row[] = []
for (const { name, rows: all, goal } of sets) {
  for (const hold of ['2000', '0']) {
    const runs: BCubed[] = []
    for (let seed = 1; seed <= shuffles; seed++) {
      const some = shuffled(all, dice(seed)).slice(0, most)
      runs.push(bCubed(some, await grouped(some, hold)))
    }
    const mean = (of: (run: BCubed) => number) => runs.reduce((sum, run) => sum + of(run), 0) / runs.length
    const how = hold === '0' ? 'each printed at once' : `${hold} lines held`
    const f1 = mean((run) => run.f1)
    rows.push({ ...figure(`${name}, ${how}: B-cubed F1`, f1, ''), limit: `≥ ${goal}`, ok: f1 >= goal })
    rows.push(
      figure(
        '  precision',
        mean((run) => run.precision),
        '',
      ),
    )
    rows.push(
      figure(
        '  recall',
        mean((run) => run.recall),
        '',
      ),
    )
    rows.push(
      figure(
        '  questions found',
        mean((run) => run.groups),
        `for ${Math.min(most, all.length)} rows`,
      ),
    )
  }
}
console.log(table(rows))
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1

function banking(data: string): Asked[] {
  const rows = parse(readFileSync(join(data, 'intent/banking77/train.csv')), { columns: true }) as Record<
    string,
    string
  >[]
  return rows.map(({ text = '', category = '' }) => ({ text, label: category }))
}

function clinc(data: string): Asked[] {
  const sets = JSON.parse(readFileSync(join(data, 'intent/clinc150/data_full.train-val.json'), 'utf8')) as Record<
    'train' | 'val',
    [text: string, label: string][]
  >
  return [...sets.train, ...sets.val].map(([text, label]) => ({ text, label }))
}

/** What `earshot group` says of each row, in order. */
async function grouped(rows: readonly Asked[], hold: string): Promise<string[]> {
  const command = spawn(process.execPath, ['src/cli/earshot.ts', 'group', '--hold', hold], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  command.stdin.end(rows.map(({ text }, id) => `${JSON.stringify({ id, text })}\n`).join(''))
  const lines = (await text(command.stdout)).trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { question: string }).question)
}

type BCubed = { f1: number; precision: number; recall: number; groups: number }

/** Bagga and Baldwin, 1998: of each row, how many of its group have its label, and how many of its label are in its group. */
function bCubed(rows: readonly Asked[], groups: readonly string[]): BCubed {
  const count = (keys: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    return counts
  }
  const both = rows.map(({ label }, at) => `${groups[at]} ${label}`)
  const [ofBoth, ofGroup, ofLabel] = [count(both), count(groups), count(rows.map(({ label }) => label))]
  let precision = 0
  let recall = 0
  for (const [at, { label }] of rows.entries()) {
    const shared = ofBoth.get(both[at] ?? '') ?? 0
    precision += shared / (ofGroup.get(groups[at] ?? '') ?? 1) / rows.length
    recall += shared / (ofLabel.get(label) ?? 1) / rows.length
  }
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall, groups: ofGroup.size }
}
