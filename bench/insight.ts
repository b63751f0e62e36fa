/** How quickly the insight pages are read over a million conversations, and how soon a new outcome shows in them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbedded } from '../src/db/embedded.ts'
import { writeCrowd } from './crowd.ts'
import { type Caller, enter, startDesk } from './desk.ts'
import { writeGains } from './gains.ts'
import { atMost, figure, median, type Options, quantile, type Result, type Row, report } from './result.ts'
import { aDeskWith, ask, timed } from './side-by-side.ts'

export const about = 'the insight pages over a million conversations, and a new outcome in them'

/** Of the API's p95, in milliseconds. */
const LIMIT_MS = 300
const SHOWS_WITHIN_MS = 2_000
const WARM_UP = 5

/** `--people 10000 --messages 100000` is a thirtieth of it, for trying things out; `--data` keeps the desk for the next time. */
export async function run({ people = '340000', messages = '3400000', rounds = '100', data }: Options): Promise<Result> {
  const size = { people: Number(people), messages: Number(messages) }
  const folder = data ?? mkdtempSync(join(tmpdir(), 'earshot-bench-'))
  const embedded = await openEmbedded(folder) // so that the server outlives the desk's restart
  try {
    const held = await aDeskWith(folder, embedded.ownerUrl, async (owner, { workspace, me }) => {
      await writeCrowd(owner, { workspace, kit: me, ...size }, console.error)
      await writeGains(owner, { workspace, kit: me }, console.error)
    })
    const desk = await startDesk({ data: folder })
    try {
      const caller = await enter(desk.url)
      const counting = await timed(() =>
        until(async () => (await ask(embedded.ownerUrl, 'select from waited_due limit 1')).length === 0),
      )
      const [objective] = await ask<{ id: string }>(embedded.ownerUrl, 'select id from objective order by id limit 1')
      const rows: Row[] = [figure('the waits of all days counted after', counting / 1000, 's')]
      for (const [what, path] of pages(objective?.id ?? ''))
        rows.push(...(await read(caller, what, path, Number(rounds))))
      rows.push(
        atMost(
          'a new outcome shows in the return after',
          await shows(caller, objective?.id ?? ''),
          'ms',
          SHOWS_WITHIN_MS,
        ),
      )
      return {
        name: 'insight',
        rows,
        notes: [held, 'HTTP on one open connection, signed in by cookie, as a browser asks.'],
      }
    } finally {
      await desk.stop()
    }
  } finally {
    await embedded.close()
    if (data === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

const pages = (objective: string): [what: string, path: string][] => [
  ['objectives', '/objectives'],
  ['an objective', `/objectives/${objective}`],
  ['return by objective', '/return?by=objective'],
  ['return by question', '/return?by=question'],
  ['return by month', '/return?by=month'],
  ['outcomes', '/outcomes'],
  ['care, 30 days', '/care/waited?days=30'],
  ['care, 90 days', '/care/waited?days=90'],
  ['care, the talks behind a number', '/care/waited/behind?days=90&which=longest'],
  ['questions', '/questions'],
  ['people won and lost', '/won-and-lost'],
  ['people won and lost, who they are', '/won-and-lost/people?fate=lost'],
  ['the week', '/week'],
  ['rooms', '/worked'],
  ['voice', '/voice'],
]

async function read(caller: Caller, what: string, path: string, rounds: number): Promise<Row[]> {
  const took: number[] = []
  for (let round = -WARM_UP; round < rounds; round++) {
    const ms = await timed(() => caller.get(path))
    if (round >= 0) took.push(ms)
  }
  const rows = [
    figure(`${what}, median`, median(took), 'ms'),
    atMost(`${what}, p95`, quantile(took, 0.95), 'ms', LIMIT_MS),
  ]
  console.error(rows.map(({ what, value }) => `${what}: ${value} ms`).join('; '))
  return rows
}

/** From the answer that it is written down until the return has it. */
async function shows(caller: Caller, objective: string): Promise<number> {
  const outcomes = async () => {
    const { total } = JSON.parse(await caller.get('/return?by=objective')) as { total: { outcomes: number }[] }
    return total.reduce((sum, it) => sum + it.outcomes, 0)
  }
  const before = await outcomes()
  await caller.post('/outcomes', {
    ...{ objective, what: 'an order', valueCents: 1_800, currency: 'EUR', at: new Date().toISOString() },
    ...{ evidence: 'the bench', source: 'api' },
  })
  return timed(async () => {
    while ((await outcomes()) === before);
  })
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 100))
}

if (import.meta.main) await report(about, run)
